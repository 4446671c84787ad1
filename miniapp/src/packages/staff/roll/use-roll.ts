import { useRef, useState } from 'react'
import type { Answer } from '@shared/contract/index'
import { clientId } from '@/api/client-id'
import { useSend } from '@/api/use-send'
import { sendInParts } from '../parts/send-in-parts'
import { x } from '../text/exams'
import { type Draft, inputOf } from './draft'

type Outcome = Answer<'grantRoll'>['outcomes'][number]
const most = 200
const revokedAtOnce = 50

/** A roll sent under one id for as long as it is the same, and taken back again. What did not get through is sent by pressing once more. */
export const useRoll = () => {
  const id = useRef(clientId())
  const [outcomes, setOutcomes] = useState<Outcome[]>()
  const [left, setLeft] = useState(0)
  const [undone, setUndone] = useState<number>()
  const grant = useSend('grantRoll')
  const revoke = useSend('reviewRecords')

  const forget = () => {
    id.current = clientId()
    setOutcomes(undefined)
    setUndone(undefined)
    setLeft(0)
  }
  const send = async (draft: Draft, org: string, title: string, people: readonly string[]) => {
    const given = await sendInParts(people, most, (part) => grant.send(inputOf(draft, id.current, org, title, part)))
    if (given.length) setOutcomes(given)
    setLeft(people.length - given.length)
  }
  /** Each is a decision of its own; a record taken back keeps its id, so the next roll gets another. */
  const undo = async () => {
    const recordId = id.current
    const done = (outcomes ?? []).filter(({ ok }) => ok)
    let taken = 0
    for (let at = 0; at < done.length; at += revokedAtOnce) {
      const part = done.slice(at, at + revokedAtOnce)
      const reply = await revoke.send({ decisions: part.map(({ personId }, i) => ({ id: `undo-${recordId}-${at + i}`, personId, recordId, verdict: 'revoked', reason: 'other', words: x('undoReason') })) })
      if (!reply?.ok) return
      taken += reply.value.outcomes.filter(({ ok }) => ok).length
    }
    forget()
    setUndone(taken)
  }
  return { outcomes, left, undone, send, undo, forget, sending: grant.sending, undoing: revoke.sending, trouble: grant.trouble ?? revoke.trouble }
}

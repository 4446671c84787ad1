import { useRef, useState } from 'react'
import type { Answer } from '@shared/contract/index'
import { call } from '@/api/call'
import { clientId } from '@/api/client-id'
import type { Trouble } from '@/api/reply'
import { useSend } from '@/api/use-send'
import { sendInParts } from '../parts/send-in-parts'
import { x } from '../text/exams'

type Outcome = Answer<'enterScores'>['outcomes'][number]
type Scored = { personId: string; score: number }
const most = 200

/** A paper exam's scores, entered under one id for as long as they are the same, and taken back again one by one. What did not get through is sent by pressing once more. */
export const useScores = () => {
  const id = useRef(clientId())
  const [outcomes, setOutcomes] = useState<Outcome[]>()
  const [left, setLeft] = useState(0)
  const [entered, setEntered] = useState<Scored[]>([])
  const [undone, setUndone] = useState<number>()
  const [undoing, setUndoing] = useState(false)
  const [stuck, setStuck] = useState<Trouble>()
  const enter = useSend('enterScores')

  const forget = () => {
    id.current = clientId()
    setOutcomes(undefined)
    setLeft(0)
    setUndone(undefined)
    setStuck(undefined)
  }
  const send = async (org: string, takenAt: string, people: Scored[]) => {
    const given = await sendInParts(people, most, (part) => enter.send({ id: id.current, org, takenAt, people: part }))
    if (given.length === 0) return
    setOutcomes(given)
    setLeft(people.length - given.length)
    setEntered(people.filter(({ personId }) => given.some((one) => one.personId === personId && one.ok)))
  }
  const undo = async () => {
    setUndoing(true)
    let taken = 0
    for (const { personId, score } of entered) {
      const reply = await call('correctExam', { personId, examId: id.current, id: `undo-${id.current}`, was: score, reason: x('undoReason') })
      if (!reply.ok && reply.trouble.code !== 'exam-changed') {
        setStuck(reply.trouble)
        break
      }
      if (reply.ok) taken++
    }
    setUndoing(false)
    if (taken < entered.length) return setUndone(taken)
    forget()
    setUndone(taken)
  }
  return { outcomes, left, entered, undone, undoing, send, undo, forget, sending: enter.sending, trouble: enter.trouble ?? stuck }
}

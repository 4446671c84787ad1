import type { Answer, Input } from '@shared/contract/index'
import { useRef, useState } from 'react'
import { clientId } from '@/api/client-id'
import type { Trouble } from '@/api/reply'
import { useSend } from '@/api/use-send'
import { lg, type LeagueKey } from '../text/league-school'

type LeagueWrite = 'saveLeagueCourse' | 'saveLeagueSession' | 'saveLeagueRoll'
const told = ['not-open', 'has-roll', 'has-sessions', 'dropped', 'in-future', 'too-many', 'not-on-roll', 'required']

/** What the server found wrong, in words: the first fault that a form could not find itself. */
const faultWords = ({ errors }: Trouble): string => {
  const [first] = errors ?? []
  return first && told.includes(first.code) ? lg(`fault-${first.code}` as LeagueKey) : first?.code === 'not-of-year' ? lg('notOfYear') : lg('wrong')
}

/** A write at a League school. Where somebody else was first, `stale` fetches the latest and it is said who that was. */
export const useLeagueWrite = <N extends LeagueWrite>(name: N, stale: () => Promise<void>) => {
  const { send, sending, trouble, clear } = useSend(name)
  const [said, setSaid] = useState<string>()
  // One id for as long as the same is said: a request whose answer was lost is the same request again.
  const sent = useRef({ said: '', id: '' })
  const write = async (input: Omit<Input<N>, 'id'>): Promise<Answer<N> | undefined> => {
    setSaid(undefined)
    const words = JSON.stringify(input)
    if (sent.current.said !== words) sent.current = { said: words, id: clientId() }
    const reply = await send({ ...input, id: sent.current.id } as unknown as Input<N>)
    if (!reply) return undefined
    if (reply.ok) {
      sent.current = { said: '', id: '' }
      return reply.value
    }
    if (reply.trouble.code === 'invalid-input') setSaid(faultWords(reply.trouble))
    if (reply.trouble.code === 'league-school-changed') {
      const { byName } = (reply.trouble.detail.conflict ?? {}) as { byName?: string }
      // A form keeps what was typed; a roll shows the latest beside what is ticked.
      setSaid(lg(name === 'saveLeagueRoll' ? 'changedMeanwhile' : 'changedOver', { who: byName ?? lg('somebody') }))
      await stale()
    }
    return undefined
  }
  return { write, sending, told: said, clear, trouble: said === undefined ? trouble : undefined }
}

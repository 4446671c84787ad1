import type { Answer, EndpointName, Input } from '@shared/contract/index'
import type { MeetingView } from '@shared/contract/meetings'
import { useRef, useState } from 'react'
import { clientId } from '@/api/client-id'
import type { Trouble } from '@/api/reply'
import type { Query } from '@/api/use-query'
import { useSend } from '@/api/use-send'
import { faultWords } from '../parts/meeting-faults'
import { mt } from '../text/meetings'

type MeetingWrite = { [N in EndpointName]: Answer<N> extends MeetingView ? (MeetingView extends Answer<N> ? N : never) : never }[EndpointName]

/** A write at a meeting, which answers with the meeting as it then stands. What the server refuses is told in words; where somebody was first, the latest is fetched. */
export const useMeetingWrite = <N extends Exclude<MeetingWrite, 'showMeeting' | 'planMeeting'>>(name: N, query: Query<MeetingView>) => {
  const { send, sending, trouble, clear } = useSend(name)
  const [told, setTold] = useState<string>()
  // One id for as long as the same is said: a request whose answer was lost is the same request again.
  const sent = useRef({ said: '', id: '' })
  const write = async (input: Omit<Input<N>, 'id'>): Promise<{ view: MeetingView } | { trouble: Trouble } | undefined> => {
    setTold(undefined)
    const said = JSON.stringify(input)
    if (sent.current.said !== said) sent.current = { said, id: clientId() }
    const reply = await send({ ...input, id: sent.current.id } as unknown as Input<N>)
    if (!reply) return undefined
    if (reply.ok) {
      const view = reply.value as MeetingView
      query.put(view)
      return { view }
    }
    const { code, detail } = reply.trouble
    const who = (detail.conflict as { byName?: string } | undefined)?.byName ?? mt('somebody')
    if (code === 'meeting-changed' || code === 'already-voted' || code === 'meeting-held' || code === 'conditions-unmet') {
      setTold(code === 'meeting-changed' ? mt('changedMeanwhile', { who }) : code === 'already-voted' ? mt('alreadyVoted', { who }) : code === 'conditions-unmet' ? mt('refusedVote') : undefined)
      await query.refresh()
    }
    if (code === 'invalid-input') setTold(faultWords(reply.trouble))
    return { trouble: reply.trouble }
  }
  const shown = trouble && !told ? trouble : undefined
  return { write, sending, told, trouble: shown, clear: () => { setTold(undefined); clear() } }
}

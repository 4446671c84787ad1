import type { Answer, EndpointName, Input } from '@shared/contract/index'
import type { HomeView } from '@shared/contract/youth-homes'
import { useRef, useState } from 'react'
import { clientId } from '@/api/client-id'
import type { Trouble } from '@/api/reply'
import { type Query, useQuery } from '@/api/use-query'
import { useSend } from '@/api/use-send'
import { toast } from '@/ui/toast'
import { yh } from '../text/homes'

type HomeWrite = { [N in EndpointName]: Answer<N> extends HomeView ? (HomeView extends Answer<N> ? N : never) : never }[EndpointName]

export const useHome = (homeId: string | undefined): Query<HomeView> => useQuery('showYouthHome', homeId === undefined ? undefined : { org: homeId })

/**
 * A write at a home, which answers with the home as it then stands. Where somebody else was first, the latest is shown and it is said who that was.
 * Faults of fields are for the form.
 */
export const useHomeWrite = <N extends Exclude<HomeWrite, 'showYouthHome'>>(name: N, home: Query<HomeView>) => {
  const { send, sending, trouble, clear } = useSend(name)
  const [told, setTold] = useState<string>()
  // One id for as long as the same is said: a request whose answer was lost is the same request again.
  const sent = useRef({ said: '', id: '' })
  const write = async (input: Omit<Input<N>, 'id'>, done: string): Promise<Trouble | 'done' | undefined> => {
    setTold(undefined)
    const said = JSON.stringify(input)
    if (sent.current.said !== said) sent.current = { said, id: clientId() }
    const reply = await send({ ...input, id: sent.current.id } as unknown as Input<N>)
    if (!reply) return undefined
    if (reply.ok) {
      home.put(reply.value as HomeView)
      toast(done)
      return 'done'
    }
    if (reply.trouble.code === 'home-changed') {
      const { byName } = (reply.trouble.detail.conflict ?? {}) as { byName?: string }
      setTold(yh('changedMeanwhile', { who: byName ?? yh('somebody') }))
      await home.refresh()
    }
    return reply.trouble
  }
  return { write, sending, told, clear, trouble: trouble?.code === 'home-changed' || trouble?.code === 'invalid-input' ? undefined : trouble }
}

import type { Answer, EndpointName, Input } from '@shared/contract/index'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useShown } from '@/platform/page-events'
import { keep, kept } from '@/platform/storage'
import { call } from './call'
import type { Trouble } from './reply'
import { currentPerson } from './session'

interface Kept<T> { value: T; at: number }
export interface Query<T> {
  value: T | undefined
  /** When it was fetched, epoch milliseconds: shown where the phone is offline. */
  at: number | undefined
  trouble: Trouble | undefined
  loading: boolean
  refresh: () => Promise<void>
  /** Puts in what a write answered. */
  put: (value: T) => void
}

/** What was answered to one person is never shown to another of the same phone. */
const cacheKey = (name: string, input: unknown) => `q:${currentPerson()?.personId ?? ''}:${name}:${JSON.stringify(input)}`

/** The last answer to this question that the phone has, however old; nothing is asked. */
export const keptAnswer = <N extends EndpointName>(name: N, input: Input<N>): Answer<N> | undefined => kept<Kept<Answer<N>>>(cacheKey(name, input))?.value

/** An answer kept from before is shown at once and replaced by a fresh one, also when the page is shown again; it survives the app being killed. */
export const useQuery = <N extends EndpointName>(name: N, input: Input<N> | undefined): Query<Answer<N>> => {
  const key = input === undefined ? undefined : cacheKey(name, input)
  const [state, setState] = useState<{ key: string | undefined; kept: Kept<Answer<N>> | undefined; trouble: Trouble | undefined; loading: boolean }>(() => ({
    key, kept: key ? kept<Kept<Answer<N>>>(key) : undefined, trouble: undefined, loading: key !== undefined,
  }))
  const now = useRef({ key, input, busy: '' })
  now.current.key = key
  now.current.input = input

  const refresh = useCallback(async () => {
    const { key: k, input: i, busy } = now.current
    if (k === undefined || i === undefined || busy === k) return
    now.current.busy = k
    const reply = await call(name, i)
    now.current.busy = ''
    if (now.current.key !== k) return
    if (reply.ok) keep(k, { value: reply.value, at: Date.now() })
    setState((s) => ({
      key: k, loading: false,
      kept: reply.ok ? { value: reply.value, at: Date.now() } : s.key === k ? s.kept : undefined,
      trouble: reply.ok ? undefined : reply.trouble,
    }))
  }, [name])

  useEffect(() => {
    if (key === undefined) return
    setState((s) => (s.key === key ? s : { key, kept: kept<Kept<Answer<N>>>(key), trouble: undefined, loading: true }))
    void refresh()
  }, [key, refresh])
  useShown(() => void refresh())

  const put = useCallback((value: Answer<N>) => {
    const k = now.current.key
    if (k === undefined) return
    keep(k, { value, at: Date.now() })
    setState({ key: k, kept: { value, at: Date.now() }, trouble: undefined, loading: false })
  }, [])
  const mine = state.key === key
  return { value: mine ? state.kept?.value : undefined, at: mine ? state.kept?.at : undefined, trouble: mine ? state.trouble : undefined, loading: mine ? state.loading : true, refresh, put }
}

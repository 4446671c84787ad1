import type { Answer, EndpointName, Input } from '@shared/contract/index'
import { useCallback, useRef, useState } from 'react'
import { call } from './call'
import type { Reply, Trouble } from './reply'

/** One write at a time: a second press while it is under way does nothing. */
export const useSend = <N extends EndpointName>(name: N): { sending: boolean; trouble: Trouble | undefined; send: (input: Input<N>) => Promise<Reply<Answer<N>> | undefined>; clear: () => void } => {
  const [state, setState] = useState<{ sending: boolean; trouble: Trouble | undefined }>({ sending: false, trouble: undefined })
  const busy = useRef(false)
  const send = useCallback(async (input: Input<N>) => {
    if (busy.current) return undefined
    busy.current = true
    setState({ sending: true, trouble: undefined })
    const reply = await call(name, input)
    busy.current = false
    setState({ sending: false, trouble: reply.ok ? undefined : reply.trouble })
    return reply
  }, [name])
  const clear = useCallback(() => setState((s) => ({ ...s, trouble: undefined })), [])
  return { ...state, send, clear }
}

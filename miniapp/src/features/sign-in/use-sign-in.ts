import type { Input } from '@shared/contract/index'
import { useCallback, useEffect, useState } from 'react'
import type { Trouble } from '@/api/reply'
import { openSession } from '@/api/session'
import { useSend } from '@/api/use-send'
import { returned, withWeChat } from './with-wechat'

/** Signs in and goes to the page the person's role begins at (or to `onBound`); an identity that is bound to nobody goes on to binding. */
export const useSignIn = (onUnbound: () => void, onBound: () => void) => {
  const { send, sending, trouble } = useSend('signIn')
  const [beginning, setBeginning] = useState(false)
  const [notBegun, setNotBegun] = useState<Trouble>()
  const enter = useCallback(async (by: Input<'signIn'>) => {
    const reply = await send(by)
    if (!reply?.ok) return
    openSession(reply.value)
    if (reply.value.person) onBound()
    else onUnbound()
  }, [send, onUnbound, onBound])
  useEffect(() => {
    const back = returned()
    if (back) void enter(back)
  }, [])
  return {
    sending: sending || beginning, trouble: trouble ?? notBegun,
    asDemo: (code: string) => void enter({ provider: 'demo', code }),
    byWeChat: async () => {
      if (beginning) return
      setNotBegun(undefined)
      setBeginning(true)
      const by = await withWeChat()
      setBeginning(false)
      if (by && 'provider' in by) await enter(by)
      else setNotBegun(by)
    },
  }
}

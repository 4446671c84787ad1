import { useCallback } from 'react'
import { openSession, startPage } from '@/api/session'
import { useSend } from '@/api/use-send'
import { restartAt } from '@/platform/navigate'
import { wechatCode } from '@/platform/wechat-login'

/** Signs in and goes to the page the person's role begins at; an identity that is bound to nobody goes on to binding. */
export const useSignIn = (onUnbound: () => void) => {
  const { send, sending, trouble } = useSend('signIn')
  const enter = useCallback(async (provider: 'demo' | 'wechat', code: string) => {
    const reply = await send({ provider, code })
    if (!reply?.ok) return
    openSession(reply.value)
    if (reply.value.person) restartAt(startPage())
    else onUnbound()
  }, [send, onUnbound])
  return {
    sending, trouble,
    asDemo: (code: string) => void enter('demo', code),
    withWechat: async () => {
      const code = await wechatCode()
      if (code) await enter('wechat', code)
    },
  }
}

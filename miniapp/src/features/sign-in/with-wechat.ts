import type { Input } from '@shared/contract/index'
import type { Trouble } from '@/api/reply'
import { wechatCode } from '@/platform/wechat-login'

/** What to sign in with, by WeChat's own code; nothing where WeChat gave none. */
export const withWeChat = async (): Promise<Input<'signIn'> | Trouble | undefined> => {
  const code = await wechatCode()
  return code ? { provider: 'wechat', code } : undefined
}

/** Nobody comes back from another page here; see with-wechat.h5.ts. */
export const returned = (): Input<'signIn'> | undefined => undefined

import type { Input } from '@shared/contract/index'
import { call } from '@/api/call'
import type { Trouble } from '@/api/reply'
import { take, tabKeep } from '@/platform/tab-storage.h5'

/** Leads to WeChat's page, which leads back here. What says that it was begun in this browser stays in the tab. */
export const withWeChat = async (): Promise<Input<'signIn'> | Trouble | undefined> => {
  const reply = await call('startWebSignIn', {})
  if (!reply.ok) return reply.trouble
  tabKeep('browser', reply.value.browser)
  location.assign(reply.value.url)
  return undefined
}

/** What a browser that came back from WeChat signs in with, once. */
export const returned = (): Input<'signIn'> | undefined => {
  const [code, state, browser] = [take('code'), take('state'), take('browser')]
  return code && state ? { provider: 'wechat-web', code, state, ...(browser !== undefined && { browser }) } : undefined
}

import { refuse } from '@shared/model/refusal'
import type { UseCase } from '../http/app'
import { beginWebState } from './web-state'

/** The address of WeChat's page for a sign-in in a browser, and what the browser keeps to itself meanwhile. */
export const startWebSignIn: UseCase<'startWebSignIn'> = async (context) => {
  if (!context.weChatPage) return refuse('web-sign-in-off')
  const { state, browser } = await beginWebState(context)
  return { url: context.weChatPage(state), browser }
}

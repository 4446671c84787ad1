import { createHash } from 'node:crypto'
import { keys } from '../store/keys'
import { getItem, putIfAbsent, putItem } from '../store/table'
import type { Context } from './context'

const lifeMs = 10 * 60_000
const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url')

/**
 * Begins a sign-in on the web: `state` goes to WeChat and comes back through the browser's address, `browser` stays where it was begun. Both are 192 random bits, and both are
 * stored as hashes. Without the second, somebody could send their own code and state to another person's browser, and that person would write into their account.
 */
export const beginWebState = async (context: Context): Promise<{ state: string; browser: string }> => {
  const [state, browser] = [0, 1].map(() => Buffer.from(context.random(24)).toString('base64url')) as [string, string]
  const ends = context.now() + lifeMs
  await putItem(context.table, { ...keys.webState(hashOf(state)), browser: hashOf(browser), ends, expiresAt: Math.ceil(ends / 1000) })
  return { state, browser }
}

/** Uses a state up, once, within ten minutes, from the browser in which it was begun. The item that says it was used is put on condition: of two at once one wins. */
export const useWebState = async ({ table, now }: Context, state = '', browser = ''): Promise<boolean> => {
  const hash = hashOf(state)
  const begun = await getItem<{ browser: string; ends: number }>(table, keys.webState(hash), true)
  if (!begun || begun.ends <= now() || begun.browser !== hashOf(browser)) return false
  return (await putIfAbsent(table, { ...keys.webStateUsed(hash), expiresAt: Math.ceil(begun.ends / 1000) })).put
}

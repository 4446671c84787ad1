import { oneMoreTry, triesEnd, withoutTry } from '../core/tries'
import { keys } from '../store/keys'
import { readTries, replaceTries } from '../store/tries'
import type { Context } from './context'
import { untilDecided } from './until-decided'

const keyOf = (identity: string) => {
  const [appId = '', openId = ''] = identity.split('#')
  return keys.tries(appId, openId)
}

/**
 * Takes one of an identity's five tries before the code is looked up, so that guesses sent at once count as well as those sent one by one.
 * `again`: none is left, and when there will be one, epoch milliseconds.
 */
export const takeTryBy = (replace: typeof replaceTries) => (context: Context, identity: string): Promise<{ at: number } | { again: number }> =>
  untilDecided(context, async () => {
    const read = await readTries(context.table, keyOf(identity))
    const at = context.now()
    const next = oneMoreTry(read?.tries ?? [], at)
    if ('again' in next) return next
    return (await replace(context.table, keyOf(identity), read, next.tries, triesEnd(next.tries))) ? { at } : undefined
  })

export const takeTry = takeTryBy(replaceTries)

/** Gives a try back: what was typed is or was a code of ours, and so no guess. */
export const giveTryBack = (context: Context, identity: string, at: number): Promise<true> =>
  untilDecided(context, async () => {
    const read = await readTries(context.table, keyOf(identity))
    const tries = withoutTry(read?.tries ?? [], at)
    return !read || (await replaceTries(context.table, keyOf(identity), read, tries, triesEnd(tries))) || undefined
  })

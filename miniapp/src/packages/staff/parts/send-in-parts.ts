import type { Reply } from '@/api/reply'

/** Sends a list some at a time, one request after another, until all went or one failed; gives the outcomes of those that went. */
export const sendInParts = async <T, O>(all: readonly T[], most: number, send: (part: T[]) => Promise<Reply<{ outcomes: O[] }> | undefined>): Promise<O[]> => {
  const given: O[] = []
  for (let at = 0; at < all.length; at += most) {
    const reply = await send(all.slice(at, at + most))
    if (!reply?.ok) break
    given.push(...reply.value.outcomes)
  }
  return given
}

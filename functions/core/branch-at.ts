import type { Stay } from '@shared/model/turn'

/** The branch that somebody was of at an instant (RFC 3339), from the one they are of now back along their history, in whichever order it comes. */
export const branchAt = (now: string | undefined, stays: readonly Pick<Stay, 'at' | 'from' | 'to'>[], instant: string): string | undefined => {
  const later = stays.filter(({ at, to }) => to !== undefined && Date.parse(at) > Date.parse(instant)).sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
  return later[0]?.from.branch ?? now
}

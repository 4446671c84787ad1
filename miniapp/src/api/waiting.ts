import { keep, kept } from '@/platform/storage'

export interface Waiting { personId: string; name: string; n: number }
const key = 'waiting'

/** How many scans of each person this phone has not sent yet: for pages that cannot open what is sealed, sign-in above all. It outlives sign-out, as they do. */
export const waiting = (): Waiting[] => kept<Waiting[]>(key) ?? []
export const noteWaiting = (one: Waiting): void => {
  const others = waiting().filter(({ personId }) => personId !== one.personId)
  keep(key, one.n > 0 ? [...others, one] : others)
}

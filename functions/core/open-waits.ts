import type { Waits } from '@shared/model/progress'
import type { RollUp } from '@shared/model/roll-up'

/** Applications of a branch that wait for the same, since the same day, told by one word: how many are late is found at any later time without reading one of them. */
export const waitKey = ({ state, on, next, talks }: Waits, eligible: boolean): string | undefined => (next === undefined ? undefined : [state, next, on, talks ?? '', eligible ? 1 : 0].join(' '))

export const readWaits = (waits: RollUp['waits']): { application: Waits; eligible: boolean; n: number }[] =>
  Object.entries(waits ?? {}).map(([key, n]) => {
    const [state, next, on, talks, eligible] = key.split(' ') as [Waits['state'], NonNullable<Waits['next']>, string, string, string]
    return { application: { state, next, on, ...(talks !== '' && { talks: Number(talks) }) }, eligible: eligible === '1', n }
  })

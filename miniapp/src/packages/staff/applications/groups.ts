import { applicationStates } from '@shared/model/application'
import type { Item } from '../acts/bulk'

/** By state in the procedure's order; in each, those that wait for the caller first, then the late ones, then whoever waits longest. */
export const groupsOf = (items: readonly Item[]): { state: Item['state']; items: Item[] }[] => {
  const weight = ({ waiting: { mine, late, days } }: Item) => (mine ? 2e6 : 0) + (late ? 1e6 : 0) + days
  return applicationStates.flatMap((state) => {
    const of = items.filter((one) => one.state === state).sort((a, b) => weight(b) - weight(a))
    return of.length ? [{ state, items: of }] : []
  })
}

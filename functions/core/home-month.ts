import { type EventSummary, isVisitDay } from '@shared/model/event'
import type { HomeMonth } from '@shared/model/youth-home'

/** A Youth Home's month of finished events: visit days are no events held, for they are there by themselves. `distinct`: how many different people came to any of them. */
export const homeMonth = (distinct: number, summaries: readonly (Pick<EventSummary, 'came' | 'capacity'> & { eventId: string })[]): HomeMonth => {
  const cameTo = (some: typeof summaries) => some.reduce((sum, { came }) => sum + came, 0)
  const limited = summaries.filter(({ capacity }) => capacity !== undefined)
  return {
    distinct, events: summaries.filter(({ eventId }) => !isVisitDay(eventId)).length, came: cameTo(summaries), seated: cameTo(limited),
    capacity: limited.reduce((sum, { capacity = 0 }) => sum + capacity, 0),
  }
}

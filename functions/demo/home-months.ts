import type { EventSummary } from '@shared/model/event'
import type { HomeMonth } from '@shared/model/youth-home'
import { homeMonth } from '../core/home-month'
import type { DemoEvent } from './events'

/** Who came to a home in a month (YYYY-MM), and what it adds up to. */
export interface DemoHomeMonth {
  homeId: string
  month: string
  visitors: string[]
  figures: HomeMonth
}

/** The months of every home, from its past events and who came to them, as the product makes them. */
export const homeMonthsOf = (events: readonly DemoEvent[], cameTo: ReadonlyMap<string, readonly string[]>): DemoHomeMonth[] => {
  const months = new Map<string, { homeId: string; month: string; visitors: Set<string>; summaries: (Pick<EventSummary, 'came' | 'capacity'> & { eventId: string })[] }>()
  for (const { eventId, host, date, capacity, state } of events) {
    if (state !== 'closed' || !host.endsWith('.home')) continue
    const month = date.slice(0, 7)
    const of = months.get(`${host} ${month}`) ?? { homeId: host, month, visitors: new Set(), summaries: [] }
    const came = cameTo.get(eventId) ?? []
    for (const personId of came) of.visitors.add(personId)
    of.summaries.push({ eventId, came: came.length, ...(capacity !== undefined && { capacity }) })
    months.set(`${host} ${month}`, of)
  }
  return [...months.values()].map(({ homeId, month, visitors, summaries }) => ({ homeId, month, visitors: [...visitors], figures: homeMonth(visitors.size, summaries) }))
}

import type { HomeMonth } from '@shared/model/youth-home'
import type { DemoEvent } from './events'

/** Who came to a home in a month (YYYY-MM), and what it adds up to. */
export interface DemoHomeMonth {
  homeId: string
  month: string
  visitors: string[]
  figures: HomeMonth
}

/** The months of every home, from its past events and who came to them. */
export const homeMonthsOf = (events: readonly DemoEvent[], cameTo: ReadonlyMap<string, readonly string[]>): DemoHomeMonth[] => {
  const months = new Map<string, { homeId: string; month: string; visitors: Set<string>; figures: HomeMonth }>()
  for (const { eventId, host, date, category, capacity, state } of events) {
    if (state !== 'closed' || !host.endsWith('.home')) continue
    const month = date.slice(0, 7)
    const of = months.get(`${host} ${month}`) ?? { homeId: host, month, visitors: new Set(), figures: { distinct: 0, events: 0, came: 0, seated: 0, capacity: 0 } }
    const came = cameTo.get(eventId) ?? []
    for (const personId of came) of.visitors.add(personId)
    of.figures = {
      distinct: of.visitors.size, events: of.figures.events + (category === 'youth-home' ? 0 : 1), came: of.figures.came + came.length,
      seated: of.figures.seated + (capacity === undefined ? 0 : came.length), capacity: of.figures.capacity + (capacity ?? 0),
    }
    months.set(`${host} ${month}`, of)
  }
  return [...months.values()].map(({ visitors, ...of }) => ({ ...of, visitors: [...visitors] }))
}

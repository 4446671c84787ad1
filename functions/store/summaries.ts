import type { EventSummary } from '@shared/model/event'
import type { HomeMonth } from '@shared/model/youth-home'
import { readEventsBetween } from './events'
import { homeVisitorsPartition, keys } from './keys'
import { countOf, getItem, getItems, putItem, type Table, writeAll } from './table'

export const readSummary = (table: Table, eventId: string) => getItem<EventSummary>(table, keys.summary(eventId))

export const putSummary = (table: Table, eventId: string, summary: EventSummary) => putItem(table, { ...keys.summary(eventId), eventId, ...summary })

/** That these people came to a home in a month (YYYY-MM), and those did not, after all; the same however often it is said. */
export const setHomeVisitors = (table: Table, homeId: string, month: string, came: string[], not: string[]) => {
  const keysOf = (personIds: string[]) => personIds.map((personId) => keys.homeVisitor(homeId, month, personId))
  return writeAll(table, keysOf(came).map((key) => ({ ...key })), keysOf(not))
}

export const countHomeVisitors = (table: Table, homeId: string, month: string): Promise<number> => countOf(table, { pk: homeVisitorsPartition(homeId, month), consistent: true })

/** The summaries of a host's events that start between two instants (RFC 3339, UTC), of those that are finished. */
export const readSummariesBetween = async (table: Table, host: string, from: string, to: string): Promise<(EventSummary & { eventId: string })[]> => {
  const events = await readEventsBetween(table, host, from, to)
  const summaries = await getItems<EventSummary & { eventId: string }>(table, events.map(({ eventId }) => keys.summary(eventId)), true)
  return summaries.flatMap((one) => (one ? [one] : []))
}

export const putHomeMonth = (table: Table, homeId: string, month: string, figures: HomeMonth) => putItem(table, { ...keys.homeMonth(homeId, month), ...figures })

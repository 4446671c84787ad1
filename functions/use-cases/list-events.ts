import type { EventView } from '@shared/contract/events'
import type { PublishedEvent } from '@shared/model/event'
import { above, countyOf, inScope } from '@shared/model/org'
import { doorsMs } from '../core/check-in'
import type { UseCase } from '../http/app'
import { type ListedEvent, readListedEvents } from '../store/events'
import { countConflicts } from '../store/conflicts'
import { keys } from '../store/keys'
import { getItems } from '../store/table'
import { type Actor, type Context, instantOf } from './context'
import { eachOf } from './each-of'
import { viewsOf } from './show-event'

const day = 86_400_000
const forEver = '9999'

/** Whose events concern a person: those of every organisation they belong to or have a role in, of the ones above it, and of every Youth Home of the county. */
const hostsFor = async (context: Context, actor: Actor): Promise<string[]> => {
  const own = [...(actor.branch === undefined ? [] : [actor.branch]), ...actor.roles.map(({ scope }) => scope)]
  const counties = [...new Set(own.map(countyOf))]
  const orgs = (await Promise.all(counties.map((county) => context.orgs(county)))).flatMap((byId) => [...byId.values()])
  return [...new Set([...own.flatMap((id) => [id, ...above(id)]), ...orgs.filter(({ kind }) => kind === 'home').map(({ id }) => id)])]
}

/** The organisations a person may publish events for. */
const hostsOf = async (context: Context, actor: Actor): Promise<string[]> => {
  const scopes = actor.roles.filter(({ name }) => name !== 'student').map(({ scope }) => scope)
  const orgs = (await Promise.all([...new Set(scopes.map(countyOf))].map((county) => context.orgs(county)))).flatMap((byId) => [...byId.keys()])
  return orgs.filter((id) => scopes.some((scope) => inScope(scope, id)))
}

const placeOf = ({ startsAt, eventId }: ListedEvent) => `${startsAt}#${eventId}`
/** The place a cursor names; undefined where it is none of ours: then the listing begins anew. */
const readCursor = (cursor = '') => Buffer.from(cursor, 'base64url').toString().match(/^\d{4}-\d\d-\d\dT[\d:.]+Z#\S+$/)?.[0]

/** With how many scans wait, of events whose doors have opened: one small read each. */
const withConflicts = (context: Context, events: readonly EventView[]): Promise<EventView[]> =>
  eachOf(events, 20, async (event) => {
    const conflicts = Date.parse(event.startsAt) - doorsMs > context.now() ? 0 : await countConflicts(context.table, event.eventId)
    return conflicts ? { ...event, conflicts } : event
  })

/** Events that are not over by `from` (now, unless said otherwise), soonest first; `joined`: those the caller has a seat at. A page reads each list once, and then only what it shows. */
export const listEvents: UseCase<'listEvents'> = async (context, { host, mine, joined, category, from, to, cursor, limit }, { actor }) => {
  const lists = joined ? [{ person: actor.personId }] : (host !== undefined ? [host] : await (mine ? hostsOf : hostsFor)(context, actor)).map((one) => ({ host: one }))
  // Among all there is to join, two dozen homes' visit days would be all that is seen.
  const among = !joined && !mine && host === undefined && category === undefined
  const since = from === undefined ? context.now() : Date.parse(from)
  // No event is longer than a day: one that is not over began since yesterday.
  const range = { after: readCursor(cursor) ?? instantOf(since - day), endsAfter: instantOf(since), startsBefore: to === undefined ? forEver : instantOf(Date.parse(to)), category, withoutVisits: among, limit: limit + 1 }
  const listed = (await Promise.all(lists.map((one) => readListedEvents(context.table, one, range)))).flat().sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
  const page = listed.slice(0, limit)
  const events = await getItems<PublishedEvent>(context.table, page.map(({ eventId }) => keys.event(eventId)))
  const shown = await viewsOf(context, actor, events.flatMap((event) => (event ? [event] : [])))
  const items = mine ? await withConflicts(context, shown) : shown
  const last = page.at(-1)
  return { items, ...(listed.length > limit && last && { next: Buffer.from(placeOf(last)).toString('base64url') }) }
}

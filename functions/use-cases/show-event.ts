import type { EventView } from '@shared/contract/events'
import { hosts } from '@shared/contract/check-in'
import type { EventSummary, PublishedEvent, Seats, SignUp } from '@shared/model/event'
import { refuse } from '@shared/model/refusal'
import { attendanceOf } from '../core/attendance-of'
import { may } from '../core/may'
import type { UseCase } from '../http/app'
import { readEvent } from '../store/events'
import { keys, shardOf } from '../store/keys'
import { readScans } from '../store/scans'
import { countBefore, seatKeys, sumOf } from '../store/seats'
import { getItems } from '../store/table'
import type { Actor, Context } from './context'
import { ownAttendance } from './own-attendance'
import { orgName } from './show-person'

type OwnSignUp = NonNullable<EventView['signUp']>

const ownOf = (signUp: SignUp | undefined): OwnSignUp | undefined =>
  signUp && signUp.state !== 'walk-in' ? { state: signUp.state, at: signUp.at, ...(signUp.movedUpAt !== undefined && { movedUpAt: signUp.movedUpAt }) } : undefined

const viewWith = async (context: Context, event: PublishedEvent, seats: Pick<Seats, 'taken' | 'waiting'>, signUp: OwnSignUp | undefined, summary: EventSummary | undefined): Promise<EventView> => {
  const { eventId, host, title, category, startsAt, endsAt, place, description, capacity, quantity, distinctKey, minimumMinutes, breaks, state } = event
  return {
    eventId, host, hostName: await orgName(context, host), title, category: category as EventView['category'], startsAt, endsAt, place, description, capacity, quantity, distinctKey,
    minimumMinutes, breaks, state, ...seats, ...(signUp && { signUp }), ...(summary && { summary: shown(summary) }),
  }
}

const shown = ({ came, noShow, minutes, byList, missingExits }: EventSummary) => ({ came, noShow, minutes, byList, missingExits })

const mayHost = ({ roles }: Actor, { host }: PublishedEvent): boolean => may(roles, hosts, host)

/** Events as answers show them, in one BatchGet: the seats, the caller's own sign-up, and what a finished one came to for those who answer for it. */
const readAbout = async (context: Context, actor: Actor, events: readonly PublishedEvent[], consistent: boolean) => {
  // An open event has not come to anything yet.
  const keysOf = (event: PublishedEvent) => [keys.signUp(event, actor.personId), ...seatKeys(event), ...(event.state === 'closed' ? [keys.summary(event.eventId)] : [])]
  const items = await getItems<unknown>(context.table, events.flatMap(keysOf), consistent)
  let at = 0
  return events.map((event) => {
    const [signUp, ...rest] = items.slice(at, (at += keysOf(event).length))
    return { event, signUp: signUp as SignUp | undefined, seats: rest.slice(0, event.shards) as (Seats | undefined)[], summary: rest[event.shards] as EventSummary | undefined }
  })
}

/** Events for a list. */
export const viewsOf = async (context: Context, actor: Actor, events: readonly PublishedEvent[]): Promise<EventView[]> =>
  Promise.all((await readAbout(context, actor, events, false)).map(({ event, signUp, summary, seats }) => viewWith(context, event, sumOf(seats), ownOf(signUp), mayHost(actor, event) ? summary : undefined)))

/** Where a person stands in line, and whether they came: what takes a look of its own. */
const standing = async (context: Context, event: PublishedEvent, signUp: SignUp, finished: boolean, seats: (Seats | undefined)[], came: () => Promise<boolean>): Promise<Partial<OwnSignUp>> => {
  if (signUp.state === 'waiting' && event.state === 'open') {
    const place = 1 + (await countBefore(context.table, event, signUp.personId, signUp.number ?? 1))
    // Somebody may have joined or left between the two reads.
    return { place, of: Math.max(place, seats[shardOf(signUp.personId, event.shards)]?.waiting ?? 0) }
  }
  if (signUp.state === 'signed-up' && finished) return { came: await came() }
  return {}
}

/** One event, with the caller's own sign-up and place in line; read consistently after a change. `came`: whether they did, for whoever has read their scans. */
export const viewOf = async (
  context: Context, actor: Actor, event: PublishedEvent, consistent = false,
  came = async () => attendanceOf(await readScans(context.table, actor.personId, event.eventId)).entryAt !== undefined,
): Promise<EventView> => {
  const [about] = await readAbout(context, actor, [event], consistent)
  const { signUp, summary, seats = [] } = about ?? {}
  const own = ownOf(signUp)
  const more = signUp && (await standing(context, event, signUp, summary !== undefined, seats, came))
  return viewWith(context, event, sumOf(seats), own && { ...own, ...more }, mayHost(actor, event) ? summary : undefined)
}

export const showEvent: UseCase<'showEvent'> = async (context, { eventId }, { actor }) => {
  const event = await readEvent(context.table, eventId)
  if (!event) return refuse('not-found')
  const reading = ownAttendance(context, eventId, actor.personId)
  const [view, attendance] = await Promise.all([viewOf(context, actor, event, false, async () => (await reading)?.entryAt !== undefined), reading])
  return { ...view, ...(attendance && { attendance }) }
}

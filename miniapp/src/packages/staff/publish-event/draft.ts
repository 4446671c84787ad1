import type { Input } from '@shared/contract/index'
import { publishLateMs } from '@shared/model/event'
import type { FieldError } from '@shared/model/refusal'
import { instantOf, localDate, localTime } from '@/text/local-time'
import type { StaffKey } from '../text'

export const categories = ['volunteering', 'quality-activity', 'civics-class', 'league-class', 'youth-home'] as const
export type Category = (typeof categories)[number]

/** An event being written. Date and times are Beijing's, as typed. A time not after the start is the next day's: none is longer than the 24 hours that the API allows. */
export interface Draft {
  org: string
  title: string
  category: Category
  day: string
  from: string
  until: string
  place: string
  capacity: string
  /** Minutes for those without an exit. */
  minimum: string
  breaks: { from: string; to: string }[]
  /** Lessons or activities for each person. */
  quantity: string
  /** Number of the lesson. */
  lesson: string
  about: string
}
export type Field = 'org' | 'title' | 'time' | 'place' | 'capacity' | 'minimum' | 'breaks' | 'quantity' | 'lesson' | 'about'
export type Faults = Partial<Record<Field, StaffKey>>

const hour = 3_600_000
const day = 24 * hour
export const mostBreaks = 5

export const isClass = (category: Category): boolean => category === 'civics-class' || category === 'league-class'
/** What is credited in minutes, from entry to exit: breaks and the minutes without an exit matter only there. */
export const inMinutes = (category: Category): boolean => category === 'volunteering'
/** A visit to a Youth Home is always one. */
export const hasQuantity = (category: Category): boolean => isClass(category) || category === 'quality-activity'

/** By day the next whole hour, in the night nine in the morning; epoch ms. Whole hours of Beijing are whole hours of UTC. */
const nextStart = (now: number): number => {
  const next = Math.ceil(now / hour) * hour
  const clock = localTime(next)
  return clock >= '07:00' && clock <= '20:00' ? next : Date.parse(instantOf(localDate(clock > '20:00' ? next + day : next), '09:00'))
}

/** A new draft of two hours. `now` in epoch ms. */
export const newDraft = (now: number): Draft => {
  const start = nextStart(now)
  return { org: '', title: '', category: 'volunteering', day: localDate(start), from: localTime(start), until: localTime(start + 2 * hour), place: '', capacity: '', minimum: '', breaks: [], quantity: '1', lesson: '', about: '' }
}

/** The first instant (epoch ms) at this time of day after `floor`, looked for on the event's day and the next; `floor` itself counts where `orAt`. */
const clockAfter = ({ day: date }: Draft, clock: string, floor: number, orAt = false): number => {
  const at = Date.parse(instantOf(date, clock))
  return at > floor || (orAt && at === floor) ? at : at + day
}

/** Start and end in epoch ms; NaN where a time is not given. */
export const timesOf = (draft: Draft): { start: number; end: number } => {
  const start = Date.parse(instantOf(draft.day, draft.from))
  return { start, end: clockAfter(draft, draft.until, start) }
}

/** Half an hour in the middle. */
export const newBreak = (draft: Draft): Draft['breaks'][number] => {
  const { start, end } = timesOf(draft)
  const middle = Math.floor((start + end) / hour) * (hour / 2)
  return Number.isNaN(middle) ? { from: '12:00', to: '12:30' } : { from: localTime(middle), to: localTime(middle + hour / 2) }
}

const breaksOf = (draft: Draft): { from: number; to: number }[] => {
  const { start } = timesOf(draft)
  return draft.breaks.map((one) => {
    const from = clockAfter(draft, one.from, start, true)
    return { from, to: clockAfter(draft, one.to, from) }
  })
}

const breaksFit = (draft: Draft): boolean => {
  const { start, end } = timesOf(draft)
  const inOrder = breaksOf(draft).sort((a, b) => a.from - b.from)
  return inOrder.every(({ from, to }, i) => from >= (inOrder[i - 1]?.to ?? start) && to > from && to <= end)
}

/** What is wrong, by field. `now` in epoch ms. */
export const faultsOf = (draft: Draft, now: number): Faults => {
  const { start, end } = timesOf(draft)
  const faults: Faults = {}
  if (!draft.title.trim()) faults.title = 'needTitle'
  if (!draft.place.trim()) faults.place = 'needPlace'
  if (!(end > start)) faults.time = 'needTimes'
  else if (start < now - publishLateMs || end <= now) faults.time = 'isPast'
  if (draft.capacity && !/^[1-9]\d{0,4}$/.test(draft.capacity)) faults.capacity = 'wholeNumber'
  if (inMinutes(draft.category)) {
    if (draft.minimum && !/^\d{1,4}$/.test(draft.minimum)) faults.minimum = 'wholeNumber'
    else if (Number(draft.minimum) * 60_000 > end - start) faults.minimum = 'longerThanEvent'
    if (!breaksFit(draft)) faults.breaks = 'breakInside'
  }
  if (hasQuantity(draft.category) && !/^[1-9]\d?$/.test(draft.quantity)) faults.quantity = 'wholeNumber'
  if (isClass(draft.category) && draft.lesson && !/^[1-9]\d?$/.test(draft.lesson)) faults.lesson = 'wholeNumber'
  return faults
}

/** What is sent under the client's id; only what the category uses. */
export const inputOf = (draft: Draft, id: string, org: string): Input<'publishEvent'> => {
  const { start, end } = timesOf(draft)
  const iso = (at: number) => new Date(at).toISOString()
  const { category, capacity, minimum, quantity, lesson, about } = draft
  return {
    id, org, category, title: draft.title.trim(), place: draft.place.trim(), startsAt: iso(start), endsAt: iso(end),
    ...(capacity && { capacity: Number(capacity) }), ...(about.trim() && { description: about.trim() }),
    ...(inMinutes(category) && { minimumMinutes: Number(minimum), breaks: breaksOf(draft).map(({ from, to }) => ({ from: iso(from), to: iso(to) })) }),
    ...(hasQuantity(category) && { quantity: Number(quantity) }), ...(isClass(category) && lesson && { distinctKey: `lesson-${lesson}` }),
  }
}

const fields: Record<string, Field> = {
  org: 'org', title: 'title', startsAt: 'time', endsAt: 'time', place: 'place', capacity: 'capacity', minimumMinutes: 'minimum', breaks: 'breaks', quantity: 'quantity', distinctKey: 'lesson', description: 'about',
}
const words: Partial<Record<Field, Record<string, StaffKey>>> = {
  time: { 'not-after-start': 'needTimes', 'too-long': 'longEvent', 'in-the-past': 'isPast' }, minimum: { 'too-long': 'longerThanEvent' },
  breaks: { 'not-after-start': 'breakInside', 'outside-event': 'breakInside', overlaps: 'breakInside' },
}

/** The server's faults, each at the field that shows it. */
export const faultsFrom = (errors: readonly FieldError[]): Faults =>
  Object.fromEntries(errors.flatMap(({ path, code }) => {
    const field = fields[path.split(/[.[]/)[0] ?? '']
    return field ? [[field, words[field]?.[code] ?? 'fieldWrong']] : []
  }))

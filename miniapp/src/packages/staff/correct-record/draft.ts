import type { RecordContentView, RecordView } from '@shared/contract/records'
import type { FieldError } from '@shared/model/refusal'
import { type Category, faultWords } from '@/features/submit-record/draft'
import type { TextKey } from '@/text'
import { instantOf, localDate, localTime } from '@/text/local-time'

/** What a record is to say. Dates and times are Beijing's, as typed. */
export interface Draft {
  category: Category
  title: string
  place: string
  distinctKey: string
  fromDay: string
  from: string
  untilDay: string
  until: string
  quantity: string
  /** Why, to the student. */
  words: string
}
export type Field = 'title' | 'time' | 'quantity' | 'words' | 'place' | 'distinctKey' | 'category'
export type Faults = Partial<Record<Field, TextKey>>

/** What a record says; hours that yielded to others as they were given. */
export const saidBy = ({ asGiven, ...record }: RecordView): RecordContentView => ({ ...record, ...asGiven })

export const draftFrom = (record: RecordView): Draft => {
  const { category, title, place = '', distinctKey = '', startedAt, endedAt, quantity } = saidBy(record)
  return { category: category as Category, title, place, distinctKey, fromDay: localDate(startedAt), from: localTime(startedAt), untilDay: localDate(endedAt), until: localTime(endedAt), quantity: String(quantity), words: '' }
}

/** Whole minutes from start to end; negative or NaN where that makes no sense. */
const minutesOf = ({ fromDay, from, untilDay, until }: Draft): number => Math.floor((Date.parse(instantOf(untilDay, until)) - Date.parse(instantOf(fromDay, from))) / 60_000)

/** The draft with one field changed. Minutes that were the whole time follow it; another kind begins with the whole time, or with one. */
export const changed = <K extends keyof Draft>(draft: Draft, key: K, value: Draft[K]): Draft => {
  const next = { ...draft, [key]: value }
  const hours = next.category === 'volunteering'
  const follows = hours && (draft.category !== 'volunteering' || draft.quantity === String(minutesOf(draft)))
  if (key !== 'quantity' && follows && minutesOf(next) > 0) return { ...next, quantity: String(minutesOf(next)) }
  return !hours && draft.category === 'volunteering' ? { ...next, quantity: '1' } : next
}

/** What the record would say. A time that was not touched stays as it was to the second. */
export const contentOf = (draft: Draft, record: RecordView): RecordContentView => {
  const was = saidBy(record)
  const at = (day: string, time: string, before: string) => (localDate(before) === day && localTime(before) === time ? before : new Date(instantOf(day, time)).toISOString())
  const text = (typed: string) => typed.trim() || undefined
  return {
    category: draft.category, title: draft.title.trim(), place: text(draft.place), distinctKey: text(draft.distinctKey), quantity: Number(draft.quantity),
    startedAt: at(draft.fromDay, draft.from, was.startedAt), endedAt: at(draft.untilDay, draft.until, was.endedAt),
  }
}

/** What is wrong, by field: the rules of functions/core/correct-record as far as they can be known here. `now` in epoch ms. */
export const faultsOf = (draft: Draft, now: number): Faults => {
  const faults: Faults = {}
  const minutes = minutesOf(draft)
  const hours = draft.category === 'volunteering'
  if (!draft.title.trim()) faults.title = 'needTitle'
  if (Number.isNaN(minutes)) faults.time = 'needTimes'
  else if (minutes < (hours ? 1 : 0)) faults.time = 'endBeforeStart'
  else if (Date.parse(instantOf(draft.untilDay, draft.until)) > now) faults.time = 'inFuture'
  if (!/^[1-9]\d{0,4}$/.test(draft.quantity.trim())) faults.quantity = 'needQuantity'
  else if (hours && !faults.time && Number(draft.quantity) > minutes) faults.quantity = 'quantityTooMuch'
  if (!draft.words.trim()) faults.words = 'needWhy'
  return faults
}

const fields: Record<string, Field> = { startedAt: 'time', endedAt: 'time', quantity: 'quantity', title: 'title', place: 'place', distinctKey: 'distinctKey', category: 'category', words: 'words' }

/** The server's faults, each at the field that shows it. */
export const faultsFrom = (errors: readonly FieldError[]): Faults =>
  Object.fromEntries(errors.flatMap(({ path, code }) => {
    const field = fields[path.split(/[.[]/)[0] ?? '']
    return field ? [[field, faultWords[code] ?? 'fieldWrong']] : []
  }))

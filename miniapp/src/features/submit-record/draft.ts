import type { Input } from '@shared/contract/index'
import type { FieldError } from '@shared/model/refusal'
import type { TextKey } from '@/text'
import { instantOf } from '@/text/local-time'

export type Category = Input<'submitRecord'>['category']
export const categories: Category[] = ['volunteering', 'quality-activity', 'civics-class', 'league-class', 'youth-study', 'youth-home']
export interface DraftPhoto { photoId: string; path: string; bytes: number; contentType: 'image/jpeg' | 'image/png'; uploaded: boolean }

/** A record being written. Dates and times are Beijing's, as typed; `id` is the client's id of the write and is kept over retries. */
export interface Draft {
  id: string
  category: Category
  title: string
  place: string
  day: string
  from: string
  until: string
  quantity: string
  distinctKey: string
  description: string
  photos: DraftPhoto[]
  /** Why it is entered for somebody else; absent where it is one's own. */
  why?: string
}
export type DraftField = 'why' | 'title' | 'day' | 'time' | 'quantity' | 'photos' | 'place' | 'description' | 'distinctKey' | 'category'
export type Faults = Partial<Record<DraftField, TextKey>>

const day = 86_400_000
export const mostPhotos = 6
export const isLesson = (c: Category): boolean => c === 'civics-class' || c === 'league-class'
export const hasKey = (c: Category): boolean => isLesson(c) || c === 'youth-study'

export const emptyDraft = (id: string, today: string): Draft => ({ id, category: 'volunteering', title: '', place: '', day: today, from: '', until: '', quantity: '1', distinctKey: '', description: '', photos: [] })

const instant = (date: string, time: string) => Date.parse(instantOf(date, time))

/** Start and end, epoch ms. An end at or before the start lies on the next day only where it is midnight exactly. */
export const timesOf = (d: Draft): { start: number; end: number } | undefined => {
  if (!d.day || !d.from || !d.until) return undefined
  const start = instant(d.day, d.from)
  const end = instant(d.day, d.until)
  return { start, end: d.until === '00:00' ? end + day : end }
}

/** Whole minutes from start to end; 0 where that cannot be said. */
export const minutesOf = (d: Draft): number => {
  const times = timesOf(d)
  return times ? Math.max(0, Math.floor((times.end - times.start) / 60_000)) : 0
}

/** What is wrong, by field: the rules of functions/core/submit-record, said before anything is sent. `now` in epoch ms. */
export const faultsOf = (d: Draft, now: number): Faults => {
  const faults: Faults = {}
  const times = timesOf(d)
  if (!d.title.trim()) faults.title = 'needTitle'
  if (!d.day) faults.day = 'needDay'
  else if (!times) faults.time = 'needTimes'
  else if (times.end <= times.start) faults.time = 'endBeforeStart'
  else if (times.end > now) faults.time = 'inFuture'
  else if (times.start < now - 366 * day) faults.day = 'tooOld'
  if (isLesson(d.category) && !/^[1-9]\d?$/.test(d.quantity.trim())) faults.quantity = 'needQuantity'
  if (d.why?.trim() === '') faults.why = 'needWhy'
  if (d.photos.some((p) => !p.uploaded)) faults.photos = 'photosWaiting'
  return faults
}

/** What is sent. Minutes are computed; lessons are asked for; the others are one. */
export const inputOf = (d: Draft): Input<'submitRecord'> & { why?: string } => {
  const { start, end } = timesOf(d) ?? { start: 0, end: 0 }
  const text = (s: string) => s.trim() || undefined
  return {
    id: d.id, category: d.category, title: d.title.trim(), place: text(d.place), description: text(d.description), distinctKey: hasKey(d.category) ? text(d.distinctKey) : undefined,
    startedAt: new Date(start).toISOString(), endedAt: new Date(end).toISOString(),
    quantity: d.category === 'volunteering' ? minutesOf(d) : isLesson(d.category) ? Number(d.quantity) : 1,
    photoIds: d.photos.map((p) => p.photoId),
    ...(d.why !== undefined && { why: d.why.trim() }),
  }
}

const fields: Record<string, DraftField> = { startedAt: 'time', endedAt: 'time', quantity: 'quantity', title: 'title', place: 'place', description: 'description', distinctKey: 'distinctKey', photoIds: 'photos', category: 'category', why: 'why' }
/** The server's codes in words. */
export const faultWords: Record<string, TextKey> = { 'end-before-start': 'endBeforeStart', 'too-long': 'tooLong', 'in-future': 'inFuture', 'too-old': 'tooOld', 'more-than-duration': 'quantityTooMuch', 'photo-missing': 'uploadFailed' }

/** The server's faults, each at the field that shows it. Without words of its own, the field's name says what needs a change. */
export const faultsFrom = (errors: FieldError[]): { faults: Faults; unnamed: string[] } => {
  const faults: Faults = {}
  const unnamed: string[] = []
  for (const e of errors) {
    const path = e.path.split(/[.[]/)[0] ?? ''
    const field = fields[path]
    const key = faultWords[e.code]
    if (field && key) faults[field] = key
    else unnamed.push(path)
  }
  return { faults, unnamed }
}

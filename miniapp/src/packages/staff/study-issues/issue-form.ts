import type { FieldError } from '@shared/model/refusal'
import { instantOf, localDate, localTime } from '@/text/local-time'
import type { PolicyKey } from '../text/policy'

/** An issue being written; date and time are Beijing's. */
export interface IssueForm {
  id: string
  title: string
  day: string
  time: string
}
export type Field = 'id' | 'title' | 'time'
export type Faults = Partial<Record<Field, PolicyKey>>

/** Now, to the minute. `now` in epoch ms. */
export const newIssue = (now: number): IssueForm => ({ id: '', title: '', day: localDate(now), time: localTime(now) })

export const publishedAtOf = ({ day, time }: IssueForm): string => instantOf(day, time)

const isTime = (form: IssueForm): boolean => !Number.isNaN(Date.parse(publishedAtOf(form)))

export const isLater = (form: IssueForm, now: number): boolean => Date.parse(publishedAtOf(form)) > now

export const faultsOf = (form: IssueForm): Faults => ({
  ...(!/^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/.test(form.id.trim()) && { id: 'needId' as const }),
  ...(form.title.trim() === '' && { title: 'needTitle' as const }),
  ...(!isTime(form) && { time: 'needTime' as const }),
})

const codes: Record<string, PolicyKey> = { 'too-far': 'tooFar', 'too-old': 'tooOld' }

/** The server's faults beside their fields. */
export const faultsFrom = (errors: readonly FieldError[]): Faults =>
  Object.fromEntries(errors.map(({ path, code }) => (path === 'publishedAt' ? ['time', codes[code] ?? 'needTime'] : [path, path === 'id' ? 'needId' : 'needTitle'])))

import type { Answer, Input } from '@shared/contract/index'
import type { FieldError } from '@shared/model/refusal'
import type { ActKey } from './text'

export type View = Answer<'showApplication'>
export type What = Input<'actOnApplication'>['what']
export type Act = What['act']
export type Values = Record<string, string>

/** One field of an act's form; `key` is its path in what is sent. */
export interface FieldSpec {
  key: string
  kind: 'date' | 'line' | 'area' | 'count' | 'choice'
  label: ActKey
  hint?: ActKey
  optional?: true
  most?: number
}
const date: FieldSpec = { key: 'date', kind: 'date', label: 'date' }
const decision: FieldSpec[] = [
  { key: 'decision.body', kind: 'line', label: 'body', most: 60 }, { key: 'decision.date', kind: 'date', label: 'decisionDate' },
  { key: 'decision.attendance', kind: 'count', label: 'attendance' }, { key: 'decision.minutes', kind: 'line', label: 'minutes', hint: 'minutesHint', most: 200 },
]
const words: FieldSpec = { key: 'words', kind: 'area', label: 'words', optional: true, most: 1000 }
const reason: FieldSpec = { key: 'reason', kind: 'area', label: 'reason', hint: 'reasonHint', most: 1000 }
const route: FieldSpec = { key: 'route', kind: 'choice', label: 'route' }
const counts = (['present', 'for', 'against', 'abstain'] as const).map((one): FieldSpec => ({ key: `tally.${one}`, kind: 'count', label: one }))

/** What each act's form asks, in order. Mentors, introducers, photos and files are asked by parts of their own. */
export const fieldsOf = (act: string, values: Values): FieldSpec[] => {
  switch (act) {
    case 'talk':
      return [date, { key: 'talker', kind: 'line', label: 'talker', most: 40 }, { key: 'notes', kind: 'area', label: 'notes', most: 3000 }]
    case 'record-route':
      if (values.route === 'points') return [route, words]
      return values.route === 'peer-review' ? [route, date, ...counts, words] : [route, date, { key: 'unit', kind: 'line', label: 'unit', hint: 'unitHint', most: 60 }, words]
    case 'name-activist':
    case 'propose-candidate':
      return decision
    case 'mentor-talk':
      return [{ key: 'mentor', kind: 'choice', label: 'mentor' }, date, { key: 'notes', kind: 'area', label: 'notes', most: 3000 }]
    case 'pre-review':
      return [...decision, { key: 'reply', kind: 'area', label: 'reply', most: 1000 }]
    case 'open-notice':
      return [{ key: 'from', kind: 'date', label: 'noticeFrom' }, { key: 'place', kind: 'line', label: 'noticePlace', hint: 'noticePlaceHint', most: 200 }]
    case 'object':
      return [date, { key: 'words', kind: 'area', label: 'objection', most: 3000 }, { key: 'from', kind: 'line', label: 'objector', hint: 'objectorHint', optional: true, most: 60 }]
    case 'answer-objection':
      return [{ key: 'of', kind: 'choice', label: 'whichObjection' }, date, { key: 'upheld', kind: 'choice', label: 'upheld' }, { key: 'finding', kind: 'area', label: 'finding', most: 3000 }]
    case 'close-notice':
      return [words]
    case 'fill-form':
      return [
        { key: 'date', kind: 'date', label: 'formDate' }, { key: 'form.ethnicity', kind: 'line', label: 'ethnicity', most: 20 }, { key: 'form.education', kind: 'area', label: 'education', most: 1000 },
        { key: 'form.family', kind: 'area', label: 'family', most: 1000 }, { key: 'form.honours', kind: 'area', label: 'honours', optional: true, most: 1000 }, { key: 'form.statement', kind: 'area', label: 'statement', most: 3000 },
      ]
    case 'introduce':
      return [{ key: 'introducer', kind: 'choice', label: 'introducer' }, date, { key: 'opinion', kind: 'area', label: 'opinion', most: 1000 }]
    case 'approve':
      return [...decision, words]
    case 'reject':
    case 'terminate':
      return [...decision, reason]
    case 'swear-in':
      return [date, { key: 'place', kind: 'line', label: 'oathPlace', most: 200 }]
    case 'return':
      return [reason]
    default:
      return []
  }
}

/** What is missing or cannot be a number, by the field's key. */
export const faultsOf = (fields: readonly FieldSpec[], values: Values): Record<string, ActKey> =>
  Object.fromEntries(fields.flatMap(({ key, kind, optional }): [string, ActKey][] => {
    const value = (values[key] ?? '').trim()
    if (value === '') return optional ? [] : [[key, kind === 'choice' ? 'needChoice' : kind === 'count' ? 'needCount' : 'needWords']]
    return kind === 'count' && !/^\d{1,4}$/.test(value) ? [[key, 'needCount']] : []
  }))

/** Choices that are numbers, or yes and no. */
const sentValue = ({ key, kind }: FieldSpec, value: string): unknown => (kind === 'count' || key === 'mentor' || key === 'of' ? Number(value) : key === 'upheld' ? value === 'yes' : value.trim())

/** What is sent: the fields in their places, those left empty left out; `more` is what other parts of the form chose. */
export const whatOf = (act: string, fields: readonly FieldSpec[], values: Values, more: object = {}): What => {
  const what: Record<string, unknown> = { act, ...more }
  for (const field of fields) {
    const value = values[field.key] ?? ''
    if (value.trim() === '') continue
    const [top, under] = field.key.split('.') as [string, string?]
    if (under === undefined) what[top] = sentValue(field, value)
    else what[top] = { ...(what[top] as object | undefined), [under]: sentValue(field, value) }
  }
  return what as What
}

const known = new Set(['in-future', 'too-early', 'same-day', 'does-not-add-up', 'how-many', 'applicant', 'twice', 'unknown', 'not-a-member', 'more-than-should', 'not-asked', 'no-points', 'not-a-route', 'file-missing', 'file-outdated', 'file-of-another-kind', 'too-large', 'photo-missing', 'photo-refused'])
/** Parts of a form that have no field of their own key. */
const partOf = (path: string): string => (path === 'tally' ? 'tally.present' : path.replace(/^(mentors|introducers|photoIds).*$/, '$1'))

/** The server's faults, each at the field that shows it. */
export const faultsFrom = (errors: readonly FieldError[]): Record<string, ActKey> =>
  Object.fromEntries(errors.map(({ path, code }) => [partOf(path.replace(/^what\./, '')), (known.has(code) ? `fault-${code}` : 'fault-other') as ActKey]))

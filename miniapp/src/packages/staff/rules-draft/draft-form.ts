import type { FieldError } from '@shared/model/refusal'
import type { Content } from '../rules/describe'
import type { PolicyKey } from '../text/policy'

/** What a field of the form holds: hours are kept in minutes. */
export type NumberKind = 'whole' | 'hours'

/** The draft as it is being changed. `typed` and `faults` are by the field's path (`requirements[3].atLeast`), the API's own. */
export interface DraftForm {
  content: Content
  typed: Record<string, string>
  faults: Record<string, PolicyKey>
}

const partsOf = (path: string): string[] => path.match(/[^.[\]]+/g) ?? []

export const valueAt = (content: Content, path: string): unknown => partsOf(path).reduce<unknown>((value, part) => (value as Record<string, unknown> | undefined)?.[part], content)

const put = (value: unknown, parts: string[], to: unknown): unknown => {
  const [part, ...rest] = parts
  if (part === undefined) return to
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, unknown>
  const next = put(copy[part], rest, to)
  if (next === undefined) delete copy[part]
  else copy[part] = next
  return copy
}

const without = <T>(record: Record<string, T>, prefix: string): Record<string, T> => Object.fromEntries(Object.entries(record).filter(([path]) => !path.startsWith(prefix)))

/** Sets what a path leads to; undefined takes an optional field out. What was typed below it is forgotten. */
export const setAt = (form: DraftForm, path: string, value: unknown): DraftForm => ({
  content: put(form.content, partsOf(path), value) as Content, typed: without(form.typed, path), faults: without(form.faults, path),
})

/** The number that a text means, or what is wrong with it. */
const read = (text: string, kind: NumberKind): number | PolicyKey => {
  if (kind === 'whole') return /^\d{1,7}$/.test(text) ? Number(text) : 'wholeNumber'
  return /^\d{1,5}(\.\d{1,2})?$/.test(text) ? Math.round(Number(text) * 60) : 'hoursNumber'
}

/** Takes in what was typed; the content follows where it is a number. An optional field may be empty. */
export const type = (form: DraftForm, path: string, text: string, kind: NumberKind, optional = false): DraftForm => {
  const value = optional && text.trim() === '' ? undefined : read(text.trim(), kind)
  const next = typeof value === 'string' ? form : setAt(form, path, value)
  const faults = without(next.faults, path)
  return { ...next, typed: { ...next.typed, [path]: text }, faults: typeof value === 'string' ? { ...faults, [path]: value } : faults }
}

/** What a field shows: as it was typed, else the number. */
export const shownAt = ({ content, typed }: DraftForm, path: string, kind: NumberKind): string => {
  const value = valueAt(content, path)
  return typed[path] ?? (typeof value === 'number' ? String(kind === 'hours' ? Math.round((value / 60) * 100) / 100 : value) : '')
}

const ranges: [RegExp, number, number][] = [[/\.months$/, 1, 1200], [/\.startMonth$/, 1, 12], [/\.atLeastPercent$/, 0, 100], [/\.per$/, 1, 9_999_999], [/\.passMark$/, 0, 1000]]

const outOfRange = (content: Content, path: string): boolean => {
  const value = valueAt(content, path)
  const range = ranges.find(([form]) => form.test(path))
  return range !== undefined && typeof value === 'number' && (value < range[1] || value > range[2])
}

/** Everything that is wrong, by path: what was typed, what does not fit together, what is not possible. */
export const faultsOf = (form: DraftForm): Record<string, PolicyKey> => {
  const faults: Record<string, PolicyKey> = { ...form.faults }
  for (const path of Object.keys(form.typed)) if (!faults[path] && outOfRange(form.content, path)) faults[path] = 'outOfRange'
  for (const [i, rule] of form.content.requirements.entries()) {
    if (rule.kind === 'age' && rule.below <= rule.atLeast) faults[`requirements[${i}].below`] ??= 'belowNotAbove'
    if (rule.kind === 'points' && rule.rules.length === 0) faults[`requirements[${i}].rules`] ??= 'needRules'
  }
  return faults
}

/** The server's faults beside their fields. */
export const faultsFrom = (errors: readonly FieldError[]): Record<string, PolicyKey> => Object.fromEntries(errors.filter(({ path }) => path.startsWith('content.')).map(({ path }) => [path.slice('content.'.length), 'fieldWrong']))

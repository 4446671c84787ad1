import type { FieldError } from '@shared/model/refusal'
import { pr } from '../text/procedure'
import { type Content, fields, putAt, valueAt } from './fields'

/** A procedure being changed: what was typed stays as it was typed, the content follows where it is of use. */
export interface ProcedureForm {
  content: Content
  typed: Record<string, string>
}
export type Faults = Record<string, string>

const daysIn = (text: string): string[] => text.split(/[\s,，、;；]+/).filter(Boolean).map((day) => day.replace(/^(\d{4})[./年](\d{1,2})[./月](\d{1,2})日?$/, (_, y: string, m: string, d: string) => `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`))
const isDay = (day: string) => /^\d{4}-\d{2}-\d{2}$/.test(day) && new Date(`${day}T00:00:00Z`).toJSON()?.slice(0, 10) === day
const isWeekend = (day: string) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())

/** Takes in a number, a province or the days of a year as they are typed. */
export const type = ({ content, typed }: ProcedureForm, path: string, text: string): ProcedureForm => {
  const next = { content, typed: { ...typed, [path]: text } }
  const days = /^workdays\.(\d{4})\.(worked|off)$/.exec(path)
  if (days) {
    const list = daysIn(text)
    return { ...next, content: { ...content, workdays: (content.workdays ?? []).map((one) => (one.year === Number(days[1]) ? { ...one, [days[2] ?? '']: list } : one)) } }
  }
  const field = fields.find((one) => one.path === path)
  if (field?.kind === 'province') return { ...next, content: putAt(content, path, text.trim()) }
  return /^\d{1,6}$/.test(text.trim()) ? { ...next, content: putAt(content, path, Number(text)) } : next
}

const dayFault = (year: number, name: 'worked' | 'off', list: readonly string[], other: readonly string[]): string | undefined => {
  for (const [i, day] of list.entries()) {
    if (!isDay(day)) return pr('notADay', { day })
    if (Number(day.slice(0, 4)) !== year) return pr('anotherYear', { day })
    if (list.indexOf(day) !== i || other.includes(day)) return pr('twice', { day })
    if (name === 'worked' && !isWeekend(day)) return pr('notWeekend', { day })
  }
  return undefined
}

/** Everything that is wrong, by path, in words. */
export const faultsOf = ({ content, typed }: ProcedureForm): Faults => {
  const faults: Faults = {}
  for (const field of fields) {
    const value = valueAt(content, field.path)
    const text = typed[field.path]
    if (field.kind === 'number' && text !== undefined && !/^\d{1,6}$/.test(text.trim())) faults[field.path] = pr('needWhole')
    else if (field.kind === 'number' && typeof value === 'number' && (value < field.from || value > field.to)) faults[field.path] = pr('outOfRange', { from: field.from, to: field.to })
    if (field.kind === 'province' && !/^\d{2}$/.test(String(value))) faults[field.path] = pr('needProvince')
  }
  if (content.age.below <= content.age.atLeast) faults['age.below'] ??= pr('notAbove')
  if (content.activist.mentors.atMost < content.activist.mentors.atLeast) faults['activist.mentors.atMost'] ??= pr('belowLeast')
  if (content.activist.routes.length === 0) faults['activist.routes'] = pr('nobody')
  for (const [act, roles] of Object.entries(content.actors)) if (roles.length === 0) faults[`actors.${act}`] = pr('nobody')
  for (const { year, worked, off } of content.workdays ?? []) {
    for (const [name, list, other] of [['worked', worked, []], ['off', off, worked]] as const) {
      const fault = dayFault(year, name, list, other)
      if (fault) faults[`workdays.${year}.${name}`] = fault
    }
  }
  return faults
}

/** The server's faults beside their fields. */
export const faultsFrom = (content: Content, errors: readonly FieldError[]): Faults =>
  Object.fromEntries(errors.map(({ path, code }) => {
    if (path === 'effectiveFrom') return [path, pr(code === 'too-far' ? 'farDate' : 'pastDate')]
    const days = /^content\.workdays\[(\d+)\]\.(worked|off)/.exec(path)
    const at = days ? `workdays.${content.workdays?.[Number(days[1])]?.year}.${days[2]}` : path.replace(/^content\./, '').replace(/\[.*$/, '')
    return [at, pr('fieldWrong')]
  }))

import type { ProcedureContent, Share } from '@shared/model/procedure'
import type { FieldError } from '@shared/model/refusal'
import { parseDay } from '@shared/rules/local-date'

const fault = (path: string, code: string, message: string): FieldError => ({ path: `content.${path}`, code, message })

/** "More than all of them" can never hold. */
const improper = (path: string, [part, of]: Share) => (part < of ? [] : [fault(path, 'not-a-share', 'A share is less than the whole')])

const isWeekend = (date: string): boolean => [0, 6].includes(((parseDay(date) ?? 0) + 4) % 7)

const workdayFaults = ({ workdays = [] }: ProcedureContent): FieldError[] =>
  workdays.flatMap(({ year, worked, off }, i) => {
    const at = `workdays[${i}]`
    const list = (name: 'worked' | 'off', dates: readonly string[], other: readonly string[]) =>
      dates.flatMap((date, n) => {
        const path = `${at}.${name}[${n}]`
        if (Number(date.slice(0, 4)) !== year) return [fault(path, 'another-year', `Not a day of ${year}`)]
        if (dates.indexOf(date) !== n || other.includes(date)) return [fault(path, 'twice', 'This day was named before')]
        // Announced holidays hold weekends; a weekday that is worked is a slip.
        return name === 'off' || isWeekend(date) ? [] : [fault(path, 'not-a-weekend', 'A weekday is worked anyhow')]
      })
    return [...(workdays.findIndex((one) => one.year === year) === i ? [] : [fault(`${at}.year`, 'twice', 'This year was named before')]), ...list('worked', worked, []), ...list('off', off, worked)]
  })

/** What no single field of a procedure's content can tell (spec/admission-procedure.md); each fault by its field's path. The contract has looked at each field by then. */
export const procedureFaults = (content: ProcedureContent): FieldError[] => {
  const { actors, age, activist, vote } = content
  return [
    ...Object.entries(actors).flatMap(([act, roles]) => (roles.length === 0 || new Set(roles).size !== roles.length ? [fault(`actors.${act}`, 'nobody', 'Somebody records every act, each role once')] : [])),
    ...(age.below > age.atLeast ? [] : [fault('age.below', 'not-above', 'below is not above atLeast')]),
    ...(activist.routes.length === 0 ? [fault('activist.routes', 'none', 'At least one route')] : []),
    ...(new Set(activist.routes).size === activist.routes.length ? [] : [fault('activist.routes', 'twice', 'Each route once')]),
    ...(activist.mentors.atMost >= activist.mentors.atLeast ? [] : [fault('activist.mentors.atMost', 'below-least', 'atMost is below atLeast')]),
    ...improper('activist.peerReview.moreThan', activist.peerReview.moreThan), ...improper('vote.quorum.moreThan', vote.quorum.moreThan), ...improper('vote.majority.moreThan', vote.majority.moreThan),
    ...workdayFaults(content),
  ]
}

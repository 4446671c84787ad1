import { above, countyOf, type Org } from '@shared/model/org'
import type { FieldError } from '@shared/model/refusal'
import type { Place } from '@shared/model/turn'

const fault = (path: string, code: string, message: string): FieldError => ({ path, code, message })

/** The class somebody joins: the only one of the branch where none is said. */
const classIn = (org: Org, className: string | undefined): string | undefined => className ?? (org.classes?.length === 1 ? org.classes[0] : undefined)

/** The place that a move is to, or which field of it is wrong. `to`: the organisation as it is known, if it is. */
export const placeOfMove = (from: Place, to: Org | undefined, className: string | undefined): { place: Place } | { errors: FieldError[] } => {
  if (to?.kind !== 'branch' || countyOf(to.id) !== countyOf(from.branch)) return { errors: [fault('to', 'not-a-branch', 'A member is of a branch of the county')] }
  const chosen = classIn(to, className)
  if (chosen === undefined && to.classes?.length) return { errors: [fault('className', 'required', 'The branch has several classes')] }
  if (chosen !== undefined && to.classes?.length && !to.classes.includes(chosen)) return { errors: [fault('className', 'unknown-class', 'The branch has no such class')] }
  if (to.id === from.branch && (chosen ?? from.className) === from.className) return { errors: [fault('to', 'same-place', 'They are there already')] }
  return { place: { branch: to.id, ...(chosen !== undefined && { className: chosen }) } }
}

export const sameSchool = (a: string, b: string): boolean => above(a)[0] === above(b)[0]

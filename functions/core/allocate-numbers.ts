import type { NumberRange } from '@shared/model/plan'
import { type Refusal, refuse } from '@shared/model/refusal'

const last = 999_999

export interface Allocation {
  id: string
  committee: string
  year: number
  from?: number | undefined
  to?: number | undefined
  count?: number | undefined
  by: string
}

/** The first serial after all that was given; undefined where the year is spent. */
export const firstFree = (ranges: readonly NumberRange[]): number | undefined => {
  const next = Math.max(0, ...ranges.map(({ to }) => to)) + 1
  return next > last ? undefined : next
}

const fault = (path: string, code: string, message: string): Refusal => ({ refused: 'invalid-input', errors: [{ path, code, message }] })

/** The range to give, which no other meets; or the one that stands where this request was made before. `at` an instant. */
export const allocateNumbers = (ranges: readonly NumberRange[], { id, committee, year, from, to, count, by }: Allocation, at: string): { give: NumberRange } | { stands: NumberRange } | Refusal => {
  const again = ranges.find((one) => one.id === id)
  if (again) return again.committee === committee && (from ?? again.from) === again.from && (to ?? again.to) === again.to && (count ?? again.to - again.from + 1) === again.to - again.from + 1 ? { stands: again } : refuse('id-reused')
  if ((to === undefined) === (count === undefined)) return fault(to === undefined ? 'count' : 'to', to === undefined ? 'required' : 'one-of-two', 'Either the last number or how many')
  const first = from ?? firstFree(ranges)
  if (first === undefined) return fault('from', 'year-spent', 'All numbers of the year are given')
  const end = to ?? first + (count ?? 0) - 1
  if (end < first) return fault('to', 'before-from', 'The last number is before the first')
  if (end > last) return fault(to === undefined ? 'count' : 'to', 'too-many', `Serials end with ${last}`)
  const met = ranges.find((one) => one.from <= end && first <= one.to)
  if (met) return { refused: 'invalid-input', errors: [{ path: from === undefined ? 'count' : 'from', code: 'overlaps', message: `${met.from} to ${met.to} are given` }], detail: { from: met.from, to: met.to, committee: met.committee } }
  return { give: { year, from: first, to: end, next: first, committee, id, at, by } }
}

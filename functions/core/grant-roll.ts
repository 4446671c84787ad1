import type { FieldError } from '@shared/model/refusal'

/** What is wrong with a class roll as a whole, by field; minutes are at most those from start to end. */
export const faultsOfRoll = ({ category, startedAt, endedAt, quantity }: { category: string; startedAt: string; endedAt: string; quantity: number }, now: number): FieldError[] => {
  const [start, end] = [Date.parse(startedAt), Date.parse(endedAt)]
  if (end < start) return [{ path: 'endedAt', code: 'end-before-start', message: 'endedAt must be after startedAt' }]
  if (end > now) return [{ path: 'endedAt', code: 'in-future', message: 'What has not ended has not been done' }]
  return category === 'volunteering' && quantity > Math.floor((end - start) / 60_000) ? [{ path: 'quantity', code: 'more-than-duration', message: 'More minutes than from start to end' }] : []
}

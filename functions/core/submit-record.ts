import type { FieldError } from '@shared/model/refusal'

const day = 86_400_000
const longest = day
const oldest = 366 * day

interface Submitted {
  category: string
  startedAt: string
  endedAt: string
  quantity: number
}

/**
 * What is wrong with a self-reported record, or one entered for the student, by field. Lengths in ms; minutes for volunteering, at most 20 of any other unit
 * at once. `since`: when it was submitted, where that was not now.
 */
export const faultsOfRecord = ({ category, startedAt, endedAt, quantity }: Submitted, now: number, since = now): FieldError[] => {
  const [start, end] = [Date.parse(startedAt), Date.parse(endedAt)]
  const faults: FieldError[] = []
  const fault = (path: string, code: string, message: string) => faults.push({ path, code, message })
  if (end <= start) fault('endedAt', 'end-before-start', 'endedAt must be after startedAt')
  else if (end - start > longest) fault('endedAt', 'too-long', 'A record lasts 24 hours at most')
  if (end > now) fault('endedAt', 'in-future', 'What has not ended has not been done')
  if (start < since - oldest) fault('startedAt', 'too-old', 'A record is at most 12 months old')
  if (category === 'volunteering' && end > start && quantity > Math.floor((end - start) / 60_000)) fault('quantity', 'more-than-duration', 'More minutes than from start to end')
  if (category !== 'volunteering' && quantity > 20) fault('quantity', 'too-big', 'At most 20 at once')
  return faults
}

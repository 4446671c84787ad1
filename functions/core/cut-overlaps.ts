import type { Covering, FoldedRecord } from '@shared/model/ledger'

interface Span {
  record: FoldedRecord
  /** Epoch ms. */
  from: number
  to: number
}

const spanOf = (record: FoldedRecord): Span => ({ record, from: Date.parse(record.startedAt), to: Date.parse(record.endedAt) })

/** The order of records everywhere: by start, then id. */
export const byStart = (a: FoldedRecord, b: FoldedRecord): number => Date.parse(a.startedAt) - Date.parse(b.startedAt) || (a.id < b.id ? -1 : 1)

/** What a refusal or a cut says about the records it is due to. */
export const covering = ({ id, title, startedAt, endedAt }: FoldedRecord): Covering => ({ recordId: id, title, startedAt, endedAt })

/** The longest part of a span that none of `taken` covers, the earliest of several as long. */
const longestFree = ({ from, to }: Span, taken: readonly Span[]): { from: number; to: number } => {
  let [best, at] = [{ from, to: from }, from]
  for (const other of [...taken.filter((one) => one.from < to && one.to > from).sort((a, b) => a.from - b.from), { from: to, to }]) {
    if (other.from - at > best.to - best.from) best = { from: at, to: other.from }
    at = Math.max(at, other.to)
  }
  return best
}

/** What stands approved, or would but for others that cover it. */
export const standsUncovered = ({ status, coveredBy }: FoldedRecord): boolean => status === 'approved' || (status === 'rejected' && coveredBy !== undefined)

/** What of one record stands beside `taken`: all of it, its longest free part, or, under a minute, nothing. */
const cut = (record: FoldedRecord, taken: readonly Span[]): FoldedRecord => {
  const span = spanOf(record)
  const coveredBy = taken.filter(({ from, to }) => from < span.to && to > span.from).map((one) => one.record).sort(byStart).map(covering)
  if (coveredBy.length === 0) return record
  const { startedAt, endedAt, quantity } = record
  const free = longestFree(span, taken)
  const minutes = Math.floor((free.to - free.from) / 60_000)
  const known = { coveredBy, asGiven: { startedAt, endedAt, quantity } }
  if (minutes === 0) return { ...record, ...known, status: 'rejected' }
  return { ...record, ...known, startedAt: new Date(free.from).toISOString(), endedAt: new Date(free.to).toISOString(), quantity: Math.min(quantity, minutes) }
}

/**
 * Hours of rolls and imports are entered as they were given and yield here to what else is approved, then to each other by start and id: no minute stands
 * twice, whatever order they came in (a person's own records yield to nothing: a reviewer hears of the collision instead).
 */
export const cutOverlaps = (records: readonly FoldedRecord[]): FoldedRecord[] => {
  const hours = ({ category, status }: FoldedRecord) => category === 'volunteering' && status === 'approved'
  const taken = records.filter((record) => hours(record) && !record.yields).map(spanOf)
  const settled = new Map<string, FoldedRecord>()
  const yielding = records.filter((record) => hours(record) && record.yields).sort(byStart)
  for (const record of yielding) {
    const left = cut(record, taken)
    settled.set(record.id, left)
    if (left.status === 'approved') taken.push(spanOf(left))
  }
  return settled.size === 0 ? [...records] : records.map((record) => settled.get(record.id) ?? record)
}

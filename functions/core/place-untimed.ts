import type { FoldedRecord } from '@shared/model/ledger'
import { localDateIn } from '@shared/rules/local-date-in'
import { shanghaiMidnight } from '@shared/rules/shanghai'

const minute = 60_000
/** Eight in the morning. */
const from = 8 * 60

/** Epoch ms of the midnight in Asia/Shanghai that begins the day of an instant. */
const midnightOf = (instant: string): number => shanghaiMidnight(localDateIn('Asia/Shanghai', Date.parse(instant)))

/** Imported hours whose sheet named a day and no times, that still stand as imported. */
const isUntimed = ({ origin, status, decisions }: FoldedRecord): boolean => origin?.timesChosen === true && status === 'approved' && !decisions.some(({ correction }) => correction)

/** One platform's hours of one day, one after another from eight in the morning, or as early as they need to end with the day. What a day cannot hold overlaps, and is cut. */
const placeDay = (records: readonly FoldedRecord[]): FoldedRecord[] => {
  const midnight = midnightOf((records[0] as FoldedRecord).startedAt)
  const total = records.reduce((sum, { quantity }) => sum + quantity, 0)
  let at = Math.max(0, Math.min(from, 1440 - total))
  return [...records].sort((a, b) => (a.id < b.id ? -1 : 1)).map((record) => {
    const start = Math.max(0, Math.min(at, 1440 - record.quantity))
    at = start + record.quantity
    return { ...record, startedAt: new Date(midnight + start * minute).toISOString(), endedAt: new Date(midnight + at * minute).toISOString() }
  })
}

/** Gives hours without times their place in the day: by what there is, never by what came first. */
export const placeUntimed = (records: readonly FoldedRecord[]): FoldedRecord[] => {
  const days = new Map<string, FoldedRecord[]>()
  for (const record of records) {
    if (!isUntimed(record)) continue
    const key = `${record.origin?.platform} ${midnightOf(record.startedAt)}`
    days.set(key, [...(days.get(key) ?? []), record])
  }
  const placed = new Map([...days.values()].flatMap(placeDay).map((record) => [record.id, record]))
  return placed.size === 0 ? [...records] : records.map((record) => placed.get(record.id) ?? record)
}

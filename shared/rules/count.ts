import type { CountedRecord, ExcludedRecord, ExclusionReason, Figure } from '../model/rules'
import { add } from './figures'
import type { Category, ReadyRecord } from './ready-case'
import type { DayRange } from './window'

export interface Count {
  range: DayRange
  total: Figure
  counted: CountedRecord[]
  excluded: ExcludedRecord[]
}

const minuteMs = 60_000

const inOrder = (a: ReadyRecord, b: ReadyRecord): number => a.start - b.start || (a.id < b.id ? -1 : 1)

const sortedRecords = (category: Category): ReadyRecord[] => {
  if (!category.sorted) {
    category.records.sort(inOrder)
    category.sorted = true
  }
  return category.records
}

/**
 * count(category, window) of the spec, as of an instant (epoch ms). Records come sorted by their start, so what is covered of the one at hand
 * reaches from its start to the latest end of those counted so far: one number stands for the union of their intervals.
 */
const tally = (category: Category, range: DayRange, asOf: number): Count => {
  const { noOverlap = false, distinct = false, perDayAtMost } = category.policy
  const count: Count = { range, total: 0, counted: [], excluded: [] }
  const seen = new Set<string>()
  const usedOfDay = new Map<number, number>()
  let coveredUntil = Number.NEGATIVE_INFINITY

  const exclude = (record: ReadyRecord, reason: ExclusionReason): void => {
    count.excluded.push({ id: record.id, reason })
  }

  for (const record of sortedRecords(category)) {
    if (!record.approved) {
      exclude(record, 'not-approved')
      continue
    }
    if (record.end > asOf) {
      exclude(record, 'after-as-of')
      continue
    }
    if (record.day < range.from || record.day > range.to) {
      exclude(record, 'outside-window')
      continue
    }
    if (distinct && record.key !== undefined && seen.has(record.key)) {
      exclude(record, 'duplicate')
      continue
    }
    let worth = record.quantity
    let reduced: CountedRecord['reduced']
    if (noOverlap) {
      const free = Math.floor((record.end - Math.min(record.end, Math.max(record.start, coveredUntil))) / minuteMs)
      if (free === 0) {
        exclude(record, 'overlap')
        continue
      }
      if (free < worth) {
        worth = free
        reduced = 'overlap'
      }
    }
    if (perDayAtMost !== undefined) {
      const used = usedOfDay.get(record.day) ?? 0
      const left = perDayAtMost - used
      if (left === 0) {
        exclude(record, 'day-cap')
        continue
      }
      if (left < worth) {
        worth = left
        reduced = 'day-cap'
      }
      usedOfDay.set(record.day, used + worth)
    }
    if (record.end > coveredUntil) coveredUntil = record.end
    if (distinct && record.key !== undefined) seen.add(record.key)
    count.total = add(count.total, worth)
    count.counted.push(reduced === undefined ? { id: record.id, quantity: worth } : { id: record.id, quantity: worth, reduced })
  }
  return count
}

/** The count of a category over a range of local dates, made once a case and range. */
export const countOf = (category: Category, range: DayRange, asOf: number): Count => {
  const known = category.counts.find((count) => count.range.from === range.from && count.range.to === range.to)
  if (known !== undefined) return known
  const made = tally(category, range, asOf)
  category.counts.push(made)
  return made
}

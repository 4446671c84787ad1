import type { FoldedRecord } from '@shared/model/ledger'
import type { Case, QuantityResult, Window } from '@shared/model/rules'
import { evaluate } from '@shared/rules/evaluate'
import { localDateIn } from '@shared/rules/local-date-in'
import type { FoldedLedger } from './fold-ledger'

const category = 'volunteering'
/** A school year begins in September. */
const startMonth = 9

export interface TranscriptLine {
  record: FoldedRecord
  /** Local date of its start, in the rule set's time zone. */
  date: string
  /** What it is counted as, by the rule set's policy (overlaps and the day's cap taken off). */
  minutes: number
  reduced?: 'overlap' | 'day-cap'
}

export interface Transcript {
  lines: TranscriptLine[]
  minutes: number
  /** The last 12 months, as the requirement counts them (spec/admission-rules.md, "Windows"). */
  trailing: number
  /** By the year a school year begins in, oldest first; together they are `minutes`. */
  schoolYears: { from: number; minutes: number }[]
}

const countOf = (aCase: Case, window: Window): QuantityResult => {
  const requirements = [{ key: category, kind: 'quantity' as const, category, window, atLeast: 0 }]
  return evaluate({ ...aCase, ruleSet: { ...aCase.ruleSet, requirements } }).requirements[0] as QuantityResult
}

const schoolYearOf = (date: string): number => Number(date.slice(0, 4)) - (Number(date.slice(5, 7)) < startMonth ? 1 : 0)

/** Every hour of voluntary service that counts as of the case's instant, by `evaluate` itself. Nothing where the county does not count service. */
export const transcriptOf = (folded: FoldedLedger, aCase: Case): Transcript => {
  if (!aCase.ruleSet.counting[category]) return { lines: [], minutes: 0, trailing: 0, schoolYears: [] }
  const byId = new Map(folded.records.map((record) => [record.id, record]))
  const counted = countOf(aCase, { kind: 'ever' })
  const lines = counted.counted.flatMap(({ id, quantity, reduced }): TranscriptLine[] => {
    const record = byId.get(id)
    return record ? [{ record, date: localDateIn(aCase.ruleSet.timeZone, Date.parse(record.startedAt)), minutes: quantity, reduced }] : []
  })
  const years = new Map<number, number>()
  for (const { date, minutes } of lines) years.set(schoolYearOf(date), (years.get(schoolYearOf(date)) ?? 0) + minutes)
  return { lines, minutes: Number(counted.achieved), trailing: Number(countOf(aCase, { kind: 'trailing', months: 12 }).achieved), schoolYears: [...years].map(([from, minutes]) => ({ from, minutes })) }
}

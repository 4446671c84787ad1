import type { FoldedRecord } from '@shared/model/ledger'
import type { FoldedLedger } from './fold-ledger'

/** A report that somebody approved, and verified attendance that covers time of it. */
export interface AttendanceCollision {
  record: FoldedRecord
  attendance: FoldedRecord[]
}

const isReport = ({ source, category }: FoldedRecord): boolean => category === 'volunteering' && (source === 'self-reported' || source === 'on-behalf')

/** Whether any report of this person ever stood approved, by whatever verdict: only then can there be a collision, or have been one. */
export const hasApprovedReport = ({ records }: FoldedLedger): boolean => records.some((record) => isReport(record) && record.decisions.some(({ verdict }) => verdict === 'approved' || verdict === 'corrected' || verdict === 'kept'))

/**
 * Where verified attendance meets an approved report in time, and nobody has said yet that both are true (spec/check-in.md): the attendance stands, the rules count
 * the union once, and the secretary looks at the report. An event that a `kept` decision saw is not asked about again.
 */
export const attendanceCollisions = ({ records }: FoldedLedger): AttendanceCollision[] => {
  const attended = records.filter(({ source, category, status }) => source === 'attendance' && category === 'volunteering' && status === 'approved')
  return records.filter((record) => isReport(record) && record.status === 'approved').flatMap((record) => {
    const kept = new Set(record.decisions.flatMap(({ beside = [] }) => beside))
    const attendance = attended.filter(({ startedAt, endedAt, eventId }) => Date.parse(startedAt) < Date.parse(record.endedAt) && Date.parse(endedAt) > Date.parse(record.startedAt) && !kept.has(eventId ?? ''))
    return attendance.length ? [{ record, attendance }] : []
  })
}

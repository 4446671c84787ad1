import type { Answer } from '@shared/contract'
import type { ScanVerdict } from '@shared/model/event'
import { attendanceOf } from '../core/attendance-of'
import { readLooks, readScans } from '../store/scans'
import type { Context } from './context'

type Attendance = Answer<'claimExit'>

const lookOf = ({ scanId, direction, way, code, time, decided }: ScanVerdict): Attendance['looks'][number] => ({
  scanId, direction, way, code, time, ...(decided && { decided: { accepted: decided.accepted, time: decided.time, words: decided.words, at: decided.at } }),
})

/** A member's own scans at one event, and those that a manager looks at or decided on; undefined where there were none. */
export const ownAttendance = async (context: Context, eventId: string, personId: string, consistent = false): Promise<Attendance | undefined> => {
  const [entries, looks] = await Promise.all([readScans(context.table, personId, eventId, consistent), readLooks(context.table, personId, eventId, consistent)])
  return entries.length || looks.length ? { ...attendanceOf(entries), looks: looks.map(lookOf) } : undefined
}

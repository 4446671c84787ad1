import type { LedgerEntry } from '@shared/model/ledger'
import { appendEntry } from '../../functions/store/ledger'
import type { Context } from '../../functions/use-cases/context'

const by = 'w-secretary'
const at = '2026-05-01T00:00:00.000Z'
const granted = (recordId: string, category: string, startedAt: string, minutes: number, quantity: number, distinctKey?: string): LedgerEntry => ({
  type: 'record', recordId, source: 'granted', category, startedAt, endedAt: new Date(Date.parse(startedAt) + minutes * 60_000).toISOString(), quantity, distinctKey, title: recordId, photoIds: [], at, by,
})

/** Everything the default rule set requires, done by 1 May 2026; `without` leaves one thing out. */
export const makeReady = async (context: Context, personId: string, without?: 'exam' | 'hours'): Promise<void> => {
  const lesson = (course: string, i: number) => granted(`${course}-${i}`, course, `2026-03-${String(i + 10)}T08:00:00.000Z`, 45, 1, `lesson-${i}`)
  const entries: LedgerEntry[] = [
    ...Array.from({ length: 8 }, (_, i) => lesson('civics-class', i)),
    ...Array.from({ length: 8 }, (_, i) => lesson('league-class', i)),
    ...Array.from({ length: without === 'hours' ? 2 : 3 }, (_, i) => granted(`hours-${i}`, 'volunteering', `2026-04-0${i + 1}T00:00:00.000Z`, 480, 480)),
    granted('study-20', 'youth-study', '2026-04-12T00:00:00.000Z', 20, 1, '2026-20'),
    granted('activity-1', 'quality-activity', '2026-04-13T00:00:00.000Z', 60, 1),
    ...(without === 'exam' ? [] : [{ type: 'exam', examId: 'exam-1', course: 'league-class', takenAt: '2026-04-20T08:00:00.000Z', score: 85, at, by } as const]),
  ]
  for (const entry of entries) await appendEntry(context.table, personId, entry as never)
}

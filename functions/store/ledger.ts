import type { ExamEntry, LedgerEntry } from '@shared/model/ledger'
import { examPrefix, keys, ledgerPrefix, personPartition } from './keys'
import { type Item, putIfAbsent, queryAll, type Table } from './table'

/** Everything that was ever entered about a person, with a consistent read: what decides reads this. */
export const readLedger = async (table: Table, personId: string): Promise<LedgerEntry[]> =>
  (await queryAll<LedgerEntry>(table, { pk: personPartition(personId), prefix: ledgerPrefix, consistent: true })).map(({ pk, sk, ...entry }) => entry as LedgerEntry)

/** The scores of a person's exams and what became of them. */
export const readExams = async (table: Table, personId: string, consistent = false): Promise<ExamEntry[]> =>
  (await queryAll<ExamEntry>(table, { pk: personPartition(personId), prefix: examPrefix, consistent })).map(({ pk, sk, ...entry }) => entry as ExamEntry)

export const entryKey = (personId: string, entry: LedgerEntry) => {
  switch (entry.type) {
    case 'record':
      return keys.record(personId, entry.recordId)
    case 'scan':
      return keys.scan(personId, entry.eventId, entry.scanId)
    case 'scan-undone':
      return keys.scanUndone(personId, entry.eventId, entry.scanId)
    case 'scan-checked':
      return keys.scanChecked(personId, entry.eventId, entry.scanId)
    case 'decision':
      return keys.decision(personId, entry.n)
    case 'exam':
      return keys.exam(personId, entry.examId)
  }
}

/** Adds an entry on the condition that its key is free: nothing in the ledger is ever overwritten. Gives the holder where it was not. */
export const appendEntry = async <E extends LedgerEntry>(table: Table, personId: string, entry: E): Promise<{ put: true } | { put: false; held: E }> => {
  const result = await putIfAbsent(table, { ...entryKey(personId, entry), ...entry } as unknown as Item)
  return result.put ? result : { put: false, held: result.held as unknown as E }
}

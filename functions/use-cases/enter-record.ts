import { isDeepStrictEqual } from 'node:util'
import type { RecordView } from '@shared/contract/records'
import type { FoldedRecord, LedgerEntry, RecordEntry } from '@shared/model/ledger'
import { type Refusal, refuse } from '@shared/model/refusal'
import { foldLedger } from '../core/fold-ledger'
import { faultsOfRecord } from '../core/submit-record'
import { appendEntry, readLedger } from '../store/ledger'
import { type Context, instantOf } from './context'
import { showRecords } from './show-record'
import { readPhotosOf } from './show-upload'

/** A record with its photos into a person's ledger, by one conditional put. The same id with the same content again gives the same answer, whatever a rule would say by now. */
export const enterRecord = async (context: Context, personId: string, entered: Omit<RecordEntry, 'type' | 'at'>): Promise<RecordView | Refusal> => {
  const utc = (instant: string) => instantOf(Date.parse(instant))
  const entry: RecordEntry = { type: 'record', ...entered, startedAt: utc(entered.startedAt), endedAt: utc(entered.endedAt), at: instantOf(context.now()) }
  const id = entry.recordId
  const answer = async (held: RecordEntry, entries: readonly LedgerEntry[]) => {
    if (!isDeepStrictEqual(contentOf(held), contentOf(entry))) return refuse('id-reused')
    const record = foldLedger(entries).records.find((one) => one.id === id) as FoldedRecord
    return (await showRecords(context, personId, [record]))[0] as RecordView
  }
  const ledger = await readLedger(context.table, personId)
  const held = ledger.find((one) => one.type === 'record' && one.recordId === id)
  if (held?.type === 'record') return answer(held, ledger)

  const errors = [...faultsOfRecord(entry, context.now()), ...(await readPhotosOf(context, personId, entry.photoIds)).errors]
  const elsewhere = new Set(ledger.flatMap((one) => (one.type === 'record' ? one.photoIds : [])))
  for (const [i, photoId] of entry.photoIds.entries()) if (elsewhere.has(photoId)) errors.push({ path: `photoIds[${i}]`, code: 'photo-in-another-record', message: 'The photo belongs to another record' })
  if (errors.length) return { refused: 'invalid-input', errors }

  const result = await appendEntry(context.table, personId, entry)
  const own = result.put ? entry : result.held
  return answer(own, [...ledger, own])
}

/** What makes two submissions the same: all but when they came, and the key they lie under. */
const contentOf = (entry: RecordEntry) => {
  const { at, ...content } = JSON.parse(JSON.stringify({ ...entry, pk: undefined, sk: undefined })) as RecordEntry
  return content
}

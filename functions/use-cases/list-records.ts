import { foldLedger } from '../core/fold-ledger'
import type { UseCase } from '../http/app'
import { readLedger } from '../store/ledger'
import { showRecords } from './show-record'

/** A person's records, newest first. The cursor is the last record's start and id, so that a page does not shift when one is added. */
export const listRecords: UseCase<'listRecords'> = async (context, { personId, status, category, cursor, limit }) => {
  const records = foldLedger(await readLedger(context.table, personId)).records.filter((record) => (status === undefined || record.status === status) && (category === undefined || record.category === category)).reverse()
  const place = ({ startedAt, id }: { startedAt: string; id: string }) => Buffer.from(`${startedAt} ${id}`).toString('base64url')
  const after = cursor === undefined ? -1 : records.findIndex((record) => place(record) === cursor)
  const page = records.slice(after + 1, after + 1 + limit)
  const last = page.at(-1)
  return { items: await showRecords(context, personId, page), ...(last && after + 1 + limit < records.length && { next: place(last) }) }
}

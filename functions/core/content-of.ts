import type { RecordContent } from '@shared/model/ledger'

/** What of a record can be corrected, absent fields as undefined: put over a record, it leaves nothing of the old content. */
export const contentOf = ({ category, startedAt, endedAt, quantity, distinctKey, title, place }: RecordContent): RecordContent => ({ category, startedAt, endedAt, quantity, distinctKey, title, place })

const fields = ['category', 'startedAt', 'endedAt', 'quantity', 'distinctKey', 'title', 'place'] as const satisfies (keyof RecordContent)[]

export const sameContent = (a: RecordContent, b: RecordContent): boolean => fields.every((field) => a[field] === b[field])

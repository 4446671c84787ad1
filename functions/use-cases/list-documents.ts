import type { UseCase } from '../http/app'
import { readDocuments } from '../store/documents'
import { documentViews } from './show-document'

/** A person's documents, newest first: a few a year. */
export const listDocuments: UseCase<'listDocuments'> = async (context, { personId }) => {
  const documents = (await readDocuments(context.table, personId)).sort((a, b) => (a.issuedAt < b.issuedAt ? 1 : -1))
  return { documents: await documentViews(context, personId, documents) }
}

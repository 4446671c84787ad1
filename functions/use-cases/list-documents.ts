import type { UseCase } from '../http/app'
import { readDocuments } from '../store/documents'
import { documentViews, isShownTo } from './show-document'

/** A person's documents, newest first: a few a year. */
export const listDocuments: UseCase<'listDocuments'> = async (context, { personId }, { actor }) => {
  const documents = (await readDocuments(context.table, personId)).filter((document) => isShownTo(actor, personId, document)).sort((a, b) => (a.issuedAt < b.issuedAt ? 1 : -1))
  return { documents: await documentViews(context, personId, documents) }
}

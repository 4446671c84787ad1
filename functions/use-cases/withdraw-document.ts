import { ownKinds } from '@shared/model/document'
import { refuse } from '@shared/model/refusal'
import type { UseCase } from '../http/app'
import { readDocument, withdrawStanding } from '../store/documents'
import { instantOf } from './context'
import { documentView } from './show-document'

/** Withdraws a document; its PDF stays, and whoever checks its code is told. Once withdrawn, the same answer again. */
export const withdrawDocument: UseCase<'withdrawDocument'> = async (context, { personId, documentId }, { actor }) => {
  // What staff made, staff take back.
  if (actor.personId === personId) {
    const own = await readDocument(context.table, personId, documentId)
    if (own && !ownKinds.includes(own.kind)) return refuse('not-found')
  }
  await withdrawStanding(context.table, personId, documentId, { at: instantOf(context.now()), by: actor.personId })
  const document = await readDocument(context.table, personId, documentId)
  return document ? documentView(context, personId, document) : refuse('not-found')
}

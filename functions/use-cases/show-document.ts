import type { DocumentView } from '@shared/contract/documents'
import type { IssuedDocument } from '@shared/model/document'
import { refuse } from '@shared/model/refusal'
import { localDateIn } from '@shared/rules/local-date-in'
import { foldLedger } from '../core/fold-ledger'
import { titles } from '../documents/words'
import type { UseCase } from '../http/app'
import { readDecisionsAfter, readDocument } from '../store/documents'
import { readExams } from '../store/ledger'
import { readMe } from '../store/people'
import type { Context } from './context'

/** Where a document's bytes lie: by their own hash, so that two requests at once never overwrite each other. */
export const documentKey = (personId: string, { sha256 }: Pick<IssuedDocument, 'sha256'>) => `documents/${personId}/${sha256}.pdf`

/** Whether a record that a document counts was revoked or corrected since (anything decided about it later that does not leave it approved), or an exam. */
export const changedSince = async (context: Context, personId: string, { decisions, recordIds, examIds = [] }: Pick<IssuedDocument, 'decisions' | 'recordIds' | 'examIds'>): Promise<boolean> => {
  const later = await readDecisionsAfter(context.table, personId, decisions)
  const counted = new Set(recordIds)
  if (later.some(({ recordId, verdict }) => counted.has(recordId) && verdict !== 'approved')) return true
  const standing = examIds.length ? foldLedger(await readExams(context.table, personId)).exams.map(({ examId }) => examId) : []
  return !examIds.every((examId) => standing.includes(examId))
}

/** A document as the person and staff see it. */
export const documentView = async (context: Context, personId: string, document: IssuedDocument): Promise<DocumentView> => {
  const { documentId, kind, issuedAt, pages, bytes, sha256, service, withdrawn } = document
  return { documentId, kind, issuedAt, pages, bytes, sha256, service, withdrawnAt: withdrawn?.at, changedSince: await changedSince(context, personId, document) }
}

/** A link to the PDF that ends after five minutes, and the name to save it under. */
export const showDocument: UseCase<'showDocument'> = async (context, { personId, documentId }) => {
  const [document, me] = await Promise.all([readDocument(context.table, personId, documentId), readMe(context.table, personId)])
  if (!document || !me) return refuse('not-found')
  const fileName = `${titles[document.kind]}-${me.name}-${localDateIn('Asia/Shanghai', Date.parse(document.issuedAt))}.pdf`
  return { url: await context.files.presignRead(documentKey(personId, document), fileName), fileName }
}

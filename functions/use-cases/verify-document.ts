import { createHash } from 'node:crypto'
import { refuse } from '@shared/model/refusal'
import { tidyCode } from '../core/readable-code'
import type { UseCase } from '../http/app'
import { findDocument, readDocument } from '../store/documents'
import { changesSince } from './show-document'

export const hashDocumentCode = (code: string): string => createHash('sha256').update(tidyCode(code)).digest('hex')

/** What anyone with the code may know. A code is looked up by its hash: 80 random bits, so that guessing finds nothing and how long an answer takes tells nothing. */
export const verifyDocument: UseCase<'verifyDocument'> = async (context, { code }) => {
  const found = await findDocument(context.table, hashDocumentCode(code))
  const document = found && (await readDocument(context.table, found.personId, found.documentId))
  if (!found || !document) return refuse('not-found')
  const { kind, maskedName, orgName, issuedAt, ruleSet, service, pages, sha256, withdrawn } = document
  return { kind, maskedName, orgName, issuedAt, ruleSet, service, pages, sha256Prefix: sha256.slice(0, 16), withdrawnAt: withdrawn?.at, changedSince: (await changesSince(context, found.personId, [document]))(document) }
}

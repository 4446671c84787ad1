import { createHash } from 'node:crypto'
import type { IssuedDocument, ReportKind } from '@shared/model/document'
import { refuse } from '@shared/model/refusal'
import type { Case } from '@shared/model/rules'
import { evaluate } from '@shared/rules/evaluate'
import { documentCodeOf } from '../core/document-code'
import type { FoldedLedger } from '../core/fold-ledger'
import { maskedName } from '../core/masked-name'
import { transcriptOf } from '../core/transcript'
import type { DocumentContent, Renderer } from '../documents/render'
import type { Objects } from '../files/s3-objects'
import type { UseCase } from '../http/app'
import { addDocument, readDocument } from '../store/documents'
import { readMe } from '../store/people'
import { instantOf } from './context'
import { readPersonCase } from './read-person'
import { documentKey, documentView } from './show-document'
import { orgName } from './show-person'
import { untilDecided } from './until-decided'
import { hashDocumentCode } from './verify-document'

export interface DocumentParts {
  renderer: Renderer
  objects: Pick<Objects, 'get' | 'put'>
  /** Where anyone reaches the API, without a slash at its end: printed on the paper. */
  publicUrl: string
}

/** What a document says, and what of the ledger it goes by: where that changes, it no longer stands as printed. */
const contentOf = (kind: ReportKind, folded: FoldedLedger, aCase: Case): { content: DocumentContent; stands: Pick<IssuedDocument, 'recordIds' | 'examIds' | 'service'> } => {
  if (kind === 'progress-report') {
    const recordIds = folded.records.filter(({ status }) => status === 'approved').map(({ id }) => id)
    return { content: { kind, ruleSet: aCase.ruleSet, result: evaluate(aCase) }, stands: { recordIds, examIds: folded.exams.map(({ examId }) => examId) } }
  }
  const transcript = transcriptOf(folded, aCase)
  const { lines, minutes } = transcript
  return { content: { kind, transcript }, stands: { recordIds: lines.map(({ record }) => record.id), service: { minutes, entries: lines.length, from: lines[0]?.date, until: lines.at(-1)?.date } } }
}

/**
 * Issues a document on the ledger as it is now. What is certified is the bytes: they go to the private store under their own SHA-256 first, then the
 * document and its code in one transaction, so that nothing is listed that cannot be opened. The code is printed and stored only as its hash. The same id
 * again gives the same document. A name that no font has is refused: a paper with a box for a name is worth nothing. `add` is a parameter so that a test can
 * take the guard away.
 */
export const issueDocumentWith = ({ renderer, objects, publicUrl }: DocumentParts, add = addDocument): UseCase<'issueDocument'> => async (context, { personId, id, kind }, { actor }) => {
  const answer = (document: IssuedDocument) => (document.kind === kind ? documentView(context, personId, document) : refuse('id-reused'))
  const held = await readDocument(context.table, personId, id)
  if (held) return answer(held)
  const me = await readMe(context.table, personId, true)
  // Documents are about the young people of a branch.
  const branch = me?.branch
  if (!me || branch === undefined) return refuse('not-found')
  const characters = renderer.unprintable(me.name)
  if (characters.length) return refuse('name-not-printable', { characters })

  return untilDecided(context, async () => {
    const { folded, case: aCase } = await readPersonCase(context, me)
    const code = documentCodeOf(context.random(16))
    const about = { name: me.name, orgName: await orgName(context, branch), className: me.className, issuedAt: instantOf(context.now()), timeZone: aCase.ruleSet.timeZone, code, verifyUrl: `${publicUrl}/verify/${code}` }
    const { content, stands } = contentOf(kind, folded, aCase)
    const { bytes, pages } = await renderer.render(about, content)
    const document: IssuedDocument = {
      documentId: id, kind, issuedAt: about.issuedAt, by: actor.personId, maskedName: maskedName(me.name), orgName: about.orgName, ruleSet: { id: aCase.ruleSet.id, version: aCase.ruleSet.version },
      sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length, pages, decisions: folded.decisions, ...stands,
    }
    await objects.put(documentKey(personId, document), bytes, 'application/pdf')
    if (await add(context.table, personId, document, hashDocumentCode(code))) return answer(document)
    // The same request was faster, and its document stands; or it is still at it, or the code is taken: again.
    const standing = await readDocument(context.table, personId, id)
    return standing && answer(standing)
  })
}

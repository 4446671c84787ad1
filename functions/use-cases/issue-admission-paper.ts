import { createHash } from 'node:crypto'
import { type IssuedDocument, ownKinds } from '@shared/model/document'
import { isRefusal, refuse } from '@shared/model/refusal'
import { documentCodeOf } from '../core/document-code'
import { foldApplication } from '../core/fold-application'
import { maskedName } from '../core/masked-name'
import type { UseCase } from '../http/app'
import { readApplicationSteps, readChainHeads } from '../store/applications'
import { attachmentItem, readAllUploaded } from '../store/attachments'
import { addDocument, readDocument } from '../store/documents'
import { readMe } from '../store/people'
import { instantOf } from './context'
import type { DocumentParts } from './issue-document'
import { paperContent, printedBy } from './paper-content'
import { policyAt } from './read-person'
import { attachmentKey } from './show-attachment'
import { documentKey, documentView } from './show-document'
import { orgName } from './show-person'
import { pictureKey } from './show-upload'
import { untilDecided } from './until-decided'
import { hashDocumentCode } from './verify-document'

/**
 * Makes a paper of the admission procedure on the application as it is now, as documents are issued (issue-document.ts): bytes first, then the paper and its
 * code in one transaction. The e-file becomes a file of the application in the same one, which the act `archive` then names. The same id again gives the same paper.
 */
export const issueAdmissionPaperWith = ({ renderer, objects, publicUrl }: DocumentParts, add = addDocument): UseCase<'issueAdmissionPaper'> => async (context, { personId, id, kind, meetingId }, { actor }) => {
  if (personId === actor.personId && !ownKinds.includes(kind)) return refuse('not-allowed')
  const answer = async (document: IssuedDocument) => (document.kind === kind ? { ...(await documentView(context, personId, document)), ...(kind === 'e-file' && { fileId: id }) } : refuse('id-reused'))
  const held = await readDocument(context.table, personId, id)
  if (held) return answer(held)
  const me = await readMe(context.table, personId, true)
  const branch = me?.branch
  if (!me || branch === undefined) return refuse('not-found')

  return untilDecided(context, async () => {
    const [steps, heads, files, { ruleSet: { timeZone } }] = await Promise.all([readApplicationSteps(context.table, personId), readChainHeads(context.table, personId), readAllUploaded(context.table, personId), policyAt(context, branch, context.now())])
    const application = foldApplication(steps)
    if (!application) return refuse('paper-not-ready')
    const code = documentCodeOf(context.random(16))
    const about = { name: me.name, orgName: await orgName(context, branch), className: me.className, issuedAt: instantOf(context.now()), timeZone, code, verifyUrl: `${publicUrl}/verify/${code}` }
    const made = await paperContent(context, kind, { me: { ...me, branch }, application, about, head: heads.find(({ applicationId }) => applicationId === application.applicationId), files, ...(kind === 'branch-minutes' && { meetingId }), photoOf: (photoId) => objects.get(pictureKey(personId, photoId)) })
    if (isRefusal(made)) return made
    const characters = [...new Set(made.names.flatMap((name) => renderer.unprintable(name)))]
    if (characters.length) return refuse('name-not-printable', { characters })

    const { bytes, pages } = await renderer.renderPaper(made.content)
    const prints = printedBy(kind, application, kind === 'branch-minutes' ? meetingId : undefined)
    const document: IssuedDocument = {
      documentId: id, kind, issuedAt: about.issuedAt, by: actor.personId, maskedName: maskedName(me.name), orgName: made.content.kind === 'public-notice' ? made.content.about.orgName : about.orgName,
      sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length, pages, decisions: 0, recordIds: [], ...(prints && { prints }),
    }
    const { sha256, issuedAt: at, by } = document
    await objects.put(documentKey(personId, document), bytes, 'application/pdf')
    if (kind === 'e-file') await objects.put(attachmentKey(personId, sha256), bytes, 'application/pdf')
    const file = kind === 'e-file' ? [attachmentItem(personId, { fileId: id, kind: 'e-file', sha256, bytes: bytes.length, pages, contentType: 'application/pdf', at, by, upTo: steps.at(-1)?.hash ?? '' })] : []
    if (await add(context.table, personId, document, hashDocumentCode(code), file)) return answer(document)
    const standing = await readDocument(context.table, personId, id)
    return standing && answer(standing)
  })
}

import type { DocumentView } from '@shared/contract/documents'
import type { IssuedDocument } from '@shared/model/document'
import type { FoldedRecord, ScanEntry, ScanUndoneEntry } from '@shared/model/ledger'
import { refuse } from '@shared/model/refusal'
import { localDateIn } from '@shared/rules/local-date-in'
import { foldAttendance } from '../core/fold-attendance'
import { foldLedger } from '../core/fold-ledger'
import { titles } from '../documents/words'
import type { UseCase } from '../http/app'
import { readDecisionsAfter, readDocument } from '../store/documents'
import { readApplicationSteps } from '../store/applications'
import { readExams } from '../store/ledger'
import { readMe } from '../store/people'
import { readScansOf } from '../store/scans'
import type { Actor, Context } from './context'

/** Where a document's bytes lie: by their own hash, so that two requests at once never overwrite each other. */
export const documentKey = (personId: string, { sha256 }: Pick<IssuedDocument, 'sha256'>) => `documents/${personId}/${sha256}.pdf`

type Standing = Pick<IssuedDocument, 'issuedAt' | 'decisions' | 'recordIds' | 'examIds' | 'prints'>

const isAttendance = (recordId: string): boolean => recordId.includes('~')

/** Whether what scans add up to is other than when a document was issued: a stay that was taken back, or whose minutes are others since. */
const attendanceChanged = (scans: readonly (ScanEntry | ScanUndoneEntry)[]) => {
  const told = ({ startedAt, endedAt, quantity }: FoldedRecord) => JSON.stringify([startedAt, endedAt, quantity])
  const byId = (some: typeof scans) => new Map(foldAttendance(some).map((record) => [record.id, told(record)]))
  const standing = byId(scans)
  return ({ issuedAt, recordIds }: Standing): boolean => {
    const then = byId(scans.filter(({ at }) => at < issuedAt))
    return recordIds.some((id) => isAttendance(id) && (!standing.has(id) || (then.has(id) && then.get(id) !== standing.get(id))))
  }
}

/** Says of documents of one person whether what one prints of the application was said anew since, or a record that one counts was revoked or corrected (anything decided about it later that does not leave it approved), or an exam, or attendance by scans taken back or come late. */
export const changesSince = async (context: Context, personId: string, documents: readonly Standing[]): Promise<(document: Standing) => boolean> => {
  const counting = documents.filter(({ recordIds }) => recordIds.length)
  const [later, exams, scans, steps] = await Promise.all([
    counting.length ? readDecisionsAfter(context.table, personId, Math.min(...counting.map(({ decisions }) => decisions))) : [],
    documents.some(({ examIds }) => examIds?.length) ? readExams(context.table, personId) : [],
    documents.some(({ recordIds }) => recordIds.some(isAttendance)) ? readScansOf(context.table, personId) : [],
    documents.some(({ prints }) => prints) ? readApplicationSteps(context.table, personId) : [],
  ])
  const standing = new Set(foldLedger(exams).exams.map(({ examId }) => examId))
  const attended = attendanceChanged(scans)
  return (document) => {
    const { decisions, recordIds, examIds = [], prints } = document
    if (prints && steps.some(({ n, act }) => n > prints.n && act === prints.act)) return true
    const decided = later.some(({ n, recordId, verdict }) => n > decisions && verdict !== 'approved' && verdict !== 'kept' && recordIds.includes(recordId))
    return decided || !examIds.every((examId) => standing.has(examId)) || attended(document)
  }
}

/** Documents as the person and staff see them. */
export const documentViews = async (context: Context, personId: string, documents: readonly IssuedDocument[]): Promise<DocumentView[]> => {
  const isChanged = await changesSince(context, personId, documents)
  return documents.map((document) => {
    const { documentId, kind, issuedAt, pages, bytes, sha256, service, withdrawn } = document
    return { documentId, kind, issuedAt, pages, bytes, sha256, service, withdrawnAt: withdrawn?.at, changedSince: isChanged(document) }
  })
}

export const documentView = async (context: Context, personId: string, document: IssuedDocument): Promise<DocumentView> => (await documentViews(context, personId, [document]))[0] as DocumentView

/** Minutes of a meeting name others: they are not the person's own. */
export const isShownTo = (actor: Pick<Actor, 'personId'>, personId: string, { kind }: Pick<IssuedDocument, 'kind'>): boolean => actor.personId !== personId || kind !== 'branch-minutes'

/** A link to the PDF that ends after five minutes, and the name to save it under. */
export const showDocument: UseCase<'showDocument'> = async (context, { personId, documentId }, { actor }) => {
  const [document, me] = await Promise.all([readDocument(context.table, personId, documentId), readMe(context.table, personId)])
  if (!document || !me || !isShownTo(actor, personId, document)) return refuse('not-found')
  // A notice is posted: its file's name gives nobody's away.
  const fileName = `${titles[document.kind]}${document.kind === 'public-notice' ? '' : `-${me.name}`}-${localDateIn('Asia/Shanghai', Date.parse(document.issuedAt))}.pdf`
  return { url: await context.files.presignRead(documentKey(personId, document), fileName), fileName }
}

import type { ApplicationStep } from '@shared/model/application'
import type { ScanVerdict, SignUp } from '@shared/model/event'
import type { IssuedDocument } from '@shared/model/document'
import type { DecisionEntry, ExamEntry, RecordEntry, ScanEntry, ScanUndoneEntry } from '@shared/model/ledger'
import type { Message } from '@shared/model/message'
import type { RoleStep } from '@shared/model/role-trail'

/** A message and whom it goes to. Its id says what it tells of, so that it is the same however often it is made. */
export interface Told extends Message {
  to: string
}

/** A step of an application: to the applicant, unless it was their own doing; to whoever has something to do now. */
export const messagesOfStep = (applicant: { personId: string; name: string }, { stepId, at, by, n, applicationId, to: state, ...step }: ApplicationStep): Told[] => {
  const { personId, name } = applicant
  const asked = step.act === 'fill-form' ? step.facts.introducers.map((to) => ({ to, as: 'introducer' as const })) : step.act === 'name-activist' ? step.facts.mentors.flatMap((one) => (one.personId === undefined ? [] : [{ to: one.personId, as: 'mentor' as const }])) : []
  return [
    ...(by === personId ? [] : [{ to: personId, messageId: stepId, at, about: { kind: 'application' as const, applicationId, act: step.act, state, n } }]),
    ...asked.map(({ to, as }) => ({ to, messageId: stepId, at, about: { kind: 'asked' as const, as, personId, name } })),
  ]
}

/** What somebody else decided about a record. Of `decisions` of the person, those before tell what it said last and whether it was appealed. */
export const messageOfDecision = (personId: string, decision: DecisionEntry, record: Pick<RecordEntry, 'title'> | undefined, decisions: readonly DecisionEntry[]): Told[] => {
  const { decisionId, recordId, verdict, by, at, n } = decision
  if (by === personId || verdict === 'appealed') return []
  const ofRecord = decisions.filter((one) => one.recordId === recordId && one.n <= n)
  const title = ofRecord.findLast(({ correction }) => correction)?.correction?.to.title ?? record?.title ?? ''
  const appealed = ofRecord.at(-2)?.verdict === 'appealed' && { appealed: true as const }
  return [{ to: personId, messageId: decisionId, at, about: { kind: 'record', recordId, verdict, title, ...appealed } }]
}

/** What a class's or a League school's roll put into somebody's ledger: one record of theirs a roll. */
export const messageOfGrant = (personId: string, { recordId, source, title, by, at }: RecordEntry): Told[] =>
  source !== 'granted' || by === personId ? [] : [{ to: personId, messageId: recordId, at, about: { kind: 'record', recordId, verdict: 'approved', title, granted: true } }]

/** A score that somebody entered, corrected or took back; of an online exam, one that the student did not hand in: the rest they were shown. */
export const messageOfExam = (personId: string, { examId, course, score, online, correction, by, at }: ExamEntry, ranOut: boolean): Told[] => {
  if (by === personId && !(online && ranOut)) return []
  const change = correction && { change: correction.takenBack ? ('taken-back' as const) : ('corrected' as const) }
  return [{ to: personId, messageId: examId, at, about: { kind: 'exam', examId: correction?.of ?? examId, course, score, ...change } }]
}

export const messageOfUndoing = (personId: string, { scanId, eventId, by, at }: ScanUndoneEntry, scan: ScanEntry | undefined): Told[] =>
  by === personId ? [] : [{ to: personId, messageId: `${scanId}-undone`, at, about: { kind: 'scan', eventId, title: scan?.credit.title ?? '', outcome: 'undone' } }]

/** What came of a scan that waited for a manager, where it is known whose it is. */
export const messageOfConflict = ({ scanId, eventId, personId, decided }: ScanVerdict, title: string): Told[] => {
  const to = decided?.personId ?? personId
  return decided && to !== undefined && to !== decided.by ? [{ to, messageId: scanId, at: decided.at, about: { kind: 'scan', eventId, title, outcome: decided.accepted ? 'accepted' : 'dismissed' } }] : []
}

/** A seat handed on to the first in line. */
export const messageOfMovingUp = ({ personId, eventId, movedUpAt }: SignUp, title: string): Told[] =>
  movedUpAt === undefined ? [] : [{ to: personId, messageId: eventId, at: movedUpAt, about: { kind: 'event', eventId, title } }]

export const messageOfWithdrawal = (personId: string, { documentId, kind, withdrawn }: IssuedDocument): Told[] =>
  withdrawn && withdrawn.by !== personId ? [{ to: personId, messageId: documentId, at: withdrawn.at, about: { kind: 'document', documentId, document: kind } }] : []

/** A step of the trail of roles, to whom it gives a role or takes it from; and what came of a proposal, to who made it. */
export const messagesOfRoleStep = ({ kind, n, at, personId, name, role, scope }: RoleStep, proposal: RoleStep | undefined): Told[] => {
  const messageId = `role-${n}`
  const outcome = kind === 'approved' || kind === 'appointed' ? ('given' as const) : kind === 'removed' ? ('ended' as const) : undefined
  const own: Told[] = outcome ? [{ to: personId, messageId, at, about: { kind: 'role', role, scope, outcome } }] : []
  const proposer = proposal?.by
  if (proposer === undefined || proposer === personId || (kind !== 'approved' && kind !== 'refused')) return own
  return [...own, { to: proposer, messageId, at, about: { kind: 'proposal', role, scope, name, outcome: kind } }]
}

import { countyOf } from '@shared/model/org'
import type { IssuedDocument } from '@shared/model/document'
import type { ScanVerdict, SignUp } from '@shared/model/event'
import { attemptOf } from '@shared/model/exam'
import type { ExamEntry, LedgerEntry, RecordEntry, ScanEntry } from '@shared/model/ledger'
import type { RoleStep } from '@shared/model/role-trail'
import { messageOfConflict, messageOfDecision, messageOfExam, messageOfGrant, messageOfMovingUp, messageOfUndoing, messageOfWithdrawal, messagesOfRoleStep, type Told } from '../core/message-of'
import { readDecisionsAfter } from '../store/documents'
import { readEvent } from '../store/events'
import { readExamSheet } from '../store/exams'
import { decisionPrefix, documentPrefix, examPrefix, keys, personOf } from '../store/keys'
import { addMessage } from '../store/messages'
import { readRoleStep } from '../store/role-trail'
import { getItem, type Key } from '../store/table'
import type { Context } from './context'

/** A record's title as it was entered; of attendance, that of its event. */
const titledOf = async (context: Context, personId: string, recordId: string) =>
  (await getItem<RecordEntry>(context.table, keys.record(personId, recordId))) ?? (recordId.includes('~') ? readEvent(context.table, recordId.slice(0, recordId.lastIndexOf(':'))) : undefined)

const toldOfEntry = async (context: Context, personId: string, entry: LedgerEntry): Promise<Told[]> => {
  if (entry.type === 'decision') {
    const [record, decisions] = await Promise.all([titledOf(context, personId, entry.recordId), readDecisionsAfter(context.table, personId, 0)])
    return messageOfDecision(personId, entry, record, decisions)
  }
  if (entry.type === 'record') return messageOfGrant(personId, entry)
  if (entry.type === 'exam') return messageOfExam(personId, entry, await ranOut(context, personId, entry))
  if (entry.type !== 'scan-undone') return []
  return messageOfUndoing(personId, entry, await getItem<ScanEntry>(context.table, keys.scan(personId, entry.eventId, entry.scanId)))
}

const ranOut = async (context: Context, personId: string, { online, correction, examId }: ExamEntry): Promise<boolean> => {
  if (!online || correction) return false
  const { course, n } = attemptOf(examId)
  return (await readExamSheet(context.table, personId, course, n))?.closed?.by === 'deadline'
}

const titleOfEvent = async (context: Context, eventId: string): Promise<string> => (await readEvent(context.table, eventId))?.title ?? ''

/** What an item that was written tells, and to whom; nothing of most. */
const toldOf = async (context: Context, { pk, sk }: Key): Promise<Told[]> => {
  const read = <T>() => getItem<T>(context.table, { pk, sk }, true)
  if (pk.startsWith('P#') && sk.startsWith(documentPrefix)) {
    const document = await read<IssuedDocument>()
    return document ? messageOfWithdrawal(personOf(pk), document) : []
  }
  if (pk.startsWith('P#')) {
    const entry = await read<LedgerEntry>()
    return entry ? toldOfEntry(context, personOf(pk), entry) : []
  }
  if (pk.startsWith('ROLES#')) {
    const step = await read<RoleStep>()
    return step ? messagesOfRoleStep(step, step.proposal === undefined ? undefined : await readRoleStep(context.table, countyOf(step.scope), step.proposal)) : []
  }
  if (pk.startsWith('SV#')) {
    const verdict = await read<ScanVerdict>()
    return verdict?.decided ? messageOfConflict(verdict, await titleOfEvent(context, verdict.eventId)) : []
  }
  const signUp = await read<SignUp>()
  return signUp?.movedUpAt === undefined ? [] : messageOfMovingUp(signUp, await titleOfEvent(context, signUp.eventId))
}

/** Whether what is written under this key may be a decision that somebody is to hear of. Steps of an application bring their messages along. */
export const mayTell = ({ pk, sk }: Key): boolean => {
  if (pk.startsWith('P#')) return sk.startsWith(decisionPrefix) || sk.startsWith(examPrefix) || sk.startsWith(documentPrefix) || (sk.startsWith('L#S#') && sk.endsWith('#U'))
  return (pk.startsWith('ROLES#') && sk.startsWith('T#')) || pk.startsWith('SV#') || (pk.startsWith('E#') && sk.startsWith('P#'))
}

/** Puts the messages of what was written into the inboxes of those it concerns. However often it is called, each message is there once. */
export const tellOf = async (context: Context, key: Key): Promise<void> => {
  for (const { to, ...message } of await toldOf(context, key)) await addMessage(context.table, to, message)
}

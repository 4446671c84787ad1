import type { ActName, ApplicationState } from './application'
import type { DocumentKind } from './document'
import type { DecisionEntry } from './ledger'
import type { StaffRole } from './role-trail'

/** What a message in a person's inbox is about. Words are the app's: a message holds facts. */
export type MessageAbout =
  /** A step of one's own application. */
  | { kind: 'application'; applicationId: string; act: ActName; state: ApplicationState; n: number }
  /** One was named a mentor or an introducer: there is something to do for this person. */
  | { kind: 'asked'; as: 'mentor' | 'introducer'; personId: string; name: string }
  /** A record of one's own was decided on. `appealed`: after one's appeal; `granted`: it came by a roll. */
  | { kind: 'record'; recordId: string; verdict: DecisionEntry['verdict']; title: string; appealed?: true; granted?: true }
  /** A score was entered, corrected or taken back, or an online exam was scored because its time ran out. */
  | { kind: 'exam'; examId: string; course: string; score: number; change?: 'corrected' | 'taken-back' }
  /** A seat came free, and it is one's own now. */
  | { kind: 'event'; eventId: string; title: string }
  /** A manager decided on a scan that waited, or took one back. */
  | { kind: 'scan'; eventId: string; title: string; outcome: 'accepted' | 'dismissed' | 'undone' }
  /** A role was given or taken away. */
  | { kind: 'role'; role: StaffRole; scope: string; outcome: 'given' | 'ended' }
  /** What came of a role one proposed. */
  | { kind: 'proposal'; role: StaffRole; scope: string; name: string; outcome: 'approved' | 'refused' }
  /** One is in another class or branch now, or left school: `place` is its name as it was that day. */
  | { kind: 'moved'; how: 'moved' | 'received' | 'graduated'; place: string }
  /** Applications have waited too long since this day: for the organisation itself, or for one below it. */
  | { kind: 'late'; scope: string; own: number; below: number }
  /** A document about oneself no longer holds. */
  | { kind: 'document'; documentId: string; document: DocumentKind }

/** Only ever added; read or not is the reader's own mark. */
export interface Message {
  messageId: string
  at: string
  about: MessageAbout
}

import type { ActName, ApplicationState } from './application'

/** What a message in a person's inbox is about. Words are the app's: a message holds facts. */
export type MessageAbout =
  /** A step of one's own application. */
  | { kind: 'application'; applicationId: string; act: ActName; state: ApplicationState; n: number }
  /** One was named a mentor or an introducer: there is something to do for this person. */
  | { kind: 'asked'; as: 'mentor' | 'introducer'; personId: string; name: string }
  /** A record of one's own was decided on. */
  | { kind: 'record'; recordId: string; verdict: string; title: string }

/** Only ever added; read or not is the reader's own mark. */
export interface Message {
  messageId: string
  at: string
  about: MessageAbout
}

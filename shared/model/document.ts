import type { ActName } from './application'

/** What can be issued about a person as a PDF that anyone can check. */
export const reportKinds = ['transcript', 'progress-report'] as const
export type ReportKind = (typeof reportKinds)[number]
/** Papers of the admission procedure. */
export const paperKinds = ['application-letter', 'admission-form', 'branch-minutes', 'public-notice', 'e-file'] as const
export type PaperKind = (typeof paperKinds)[number]
export const documentKinds = [...reportKinds, ...paperKinds] as const
export type DocumentKind = (typeof documentKinds)[number]
/** What people make and take back for themselves; the rest is staff's. Minutes, which name others, are not shown to them either. */
export const ownKinds: readonly DocumentKind[] = [...reportKinds, 'application-letter', 'admission-form']

/** A document as it was issued; only the withdrawal is ever added. Its bytes lie in the private store under their own hash. Instants are RFC 3339, dates local. */
export interface IssuedDocument {
  documentId: string
  kind: DocumentKind
  issuedAt: string
  /** Who asked for it: the person, or staff. */
  by: string
  /** What anyone may see of the name (functions/core/masked-name.ts). */
  maskedName: string
  /** School and branch, as they were called that day. */
  orgName: string
  /** Of a report: what it was judged by. */
  ruleSet?: { id: string; version: number }
  /** Of a paper of the admission procedure: what it prints. Where the same act was done again since, it no longer stands as printed. */
  prints?: { act: ActName; n: number }
  sha256: string
  bytes: number
  pages: number
  /** Of a transcript: what it adds up to. */
  service?: { minutes: number; entries: number; from?: string; until?: string }
  /** How many decisions about the person's records there were, and the records it counts: a later decision on one of them means that it no longer stands as printed. */
  decisions: number
  recordIds: string[]
  /** Exams it goes by, by the ids of their scores. */
  examIds?: string[]
  withdrawn?: { at: string; by: string }
}

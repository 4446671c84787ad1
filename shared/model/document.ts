/** What can be issued about a person as a PDF that anyone can check. */
export const documentKinds = ['transcript', 'progress-report'] as const
export type DocumentKind = (typeof documentKinds)[number]

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
  ruleSet: { id: string; version: number }
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

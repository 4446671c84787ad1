/** Every expected "no" of the product. One place maps a code to an HTTP status (functions/http), one to words (miniapp/src/text). */
export const refusalCodes = [
  'invalid-input', // a field is wrong; `errors` names each by its path
  'not-signed-in',
  'session-ended', // expired, or the person was unbound or a role taken away
  'not-allowed', // the role or the scope does not cover this
  'not-found',
  'id-reused', // the client's id was used before with other content
  'too-large',
  'unsupported-type',
  'sign-in-code-invalid',
  'sign-in-code-used',
  'sign-in-busy', // WeChat asks to wait
  'binding-code-invalid',
  'binding-code-used',
  'identity-bound', // this WeChat identity already belongs to a person, or the person is bound already
  'consent-needed', // the present version of the notice was not agreed to
  'guardian-consent-needed', // under 14, and no guardian's consent was attested
  'own-record', // nobody reviews their own
  'already-decided', // by somebody else, in the meantime; `conflict` tells
  'overlaps', // minutes already approved; `collisions` tells with what
  'not-pending',
  'appeal-not-open', // the record does not stand rejected, or was appealed before
  'appeal-too-late', // more than 30 days after the rejection
  'photo-not-ready',
  'photo-missing',
  'event-in-the-past',
  'event-closed',
  'event-full',
  'event-has-not-started',
  'not-signed-up',
  'already-signed-up',
  'pass-invalid',
  'pass-expired',
  'pass-of-another-event',
  'application-open',
  'application-not-open',
  'application-changed', // somebody else moved it first; `conflict` tells
  'conditions-unmet', // `conditions` lists all of them
  'own-application',
  'already-member',
  'name-not-printable', // the fonts of documents lack a character of the name; `characters` lists them
  'own-role', // nobody proposes or approves a role for themselves, nor approves what they proposed
  'role-held', // the person has the role, or an open proposal of it; `state` says which
  'grant-not-open', // decided, withdrawn, run out, or its proposer lost the authority; `state` says which
  'sheet-unreadable', // `why` is one of the faults in roster.ts
  'sheet-columns-missing', // `missing` lists them, `columns` what there is
  'import-undone', // nothing more of it is written; a new one is
] as const
export type RefusalCode = (typeof refusalCodes)[number]

/** A fault of one field of the input: `path` as in `photos[2]`, `code` a word for texts, `message` in English for developers. */
export interface FieldError {
  path: string
  code: string
  message: string
}

export interface Refusal {
  refused: RefusalCode
  errors?: FieldError[]
  /** What the refusal is about, for the reader's next step; its shape depends on the code (see the contract). */
  detail?: Record<string, unknown>
}

export const refuse = (refused: RefusalCode, detail?: Record<string, unknown>): Refusal => (detail ? { refused, detail } : { refused })

export const isRefusal = (value: unknown): value is Refusal => typeof value === 'object' && value !== null && 'refused' in value

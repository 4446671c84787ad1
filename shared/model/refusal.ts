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
  'sign-in-state-invalid', // the sign-in on the web was not begun in this browser, too long ago, or is over
  'web-sign-in-off', // this stage has no WeChat account for the web
  'binding-code-invalid',
  'binding-code-used',
  'binding-tries-spent', // five codes that were none within 24 hours; `again` says when there will be another try
  'identity-bound', // the person is bound already, or the identity that is to be let in has people of its own
  'identity-full', // as many people, or identities let in, as one WeChat identity takes
  'consent-needed', // the present version of the notice was not agreed to
  'guardian-consent-needed', // under 14, and no guardian's consent was attested
  'own-record', // nobody reviews their own, nor what they entered for somebody else
  'already-decided', // by somebody else, in the meantime; `conflict` tells
  'overlaps', // minutes already approved; `collisions` tells with what
  'not-pending',
  'not-correctable', // it does not stand approved, or comes from scans
  'appeal-not-open', // the record does not stand rejected, or was appealed before
  'appeal-too-late', // more than 30 days after the rejection
  'photo-not-ready',
  'photo-missing',
  'event-in-the-past',
  'event-closed',
  'event-has-not-started',
  'not-signed-up',
  'on-waitlist', // signed up, but all seats were taken
  'not-a-pass', // a code of another system, or only a part of one
  'pass-invalid', // signed by no phone that the member registered, or of no sign-up
  'pass-expired',
  'pass-of-another-event',
  'card-unknown', // the code of a printed card that nobody was given
  'card-replaced', // cut off, or the person has a newer one
  'face-not-confirmed', // a card counts only where the manager says that it is its owner who shows it
  'clock-skew', // a device's clock is off, and nothing vouches for when it was
  'scanner-cut-off', // the phone was reported lost
  'scanner-unknown', // the phone is not registered for this event by this person
  'scanner-taken', // somebody else's phone has this id
  'venue-late', // the venue's code came more than a minute later: it may have been passed on
  'name-only', // a name, to be found in the roster
  'exit-claimed', // a member's word for when they left; once for each stay
  'exit-not-missing', // nobody waits for an exit of theirs: there was one, or no entry
  'event-not-over',
  'conflict-not-open', // decided in the meantime; `state` says how
  'undo-too-late', // the event's day is over
  'application-open',
  'application-not-open',
  'application-changed', // somebody else moved it first; `conflict` tells
  'conditions-unmet', // `conditions` lists all of them
  'own-application',
  'meeting-changed', // somebody else wrote it first; `conflict` tells
  'meeting-held', // it was held or cancelled; `state` says which. Only the minutes of one that was held are corrected
  'already-voted', // this meeting has voted on the candidate; `conflict` tells
  'already-member',
  'name-not-printable', // the fonts of documents lack a character of the name; `characters` lists them
  'paper-not-ready', // what the paper prints was not done yet
  'own-role', // nobody proposes or approves a role for themselves, nor approves what they proposed
  'role-held', // the person has the role, or an open proposal of it; `state` says which
  'grant-not-open', // decided, withdrawn, run out, or its proposer lost the authority; `state` says which
  'issue-covered', // a study issue that somebody has a record of; it stays
  'draft-changed', // somebody else saved, published or discarded the rules' draft; `conflict` tells
  'rules-changed', // another version of the rules was published meanwhile; `conflict` tells
  'procedure-changed', // another version of the admission procedure was published meanwhile; `conflict` tells
  'plan-changed', // somebody else saved the year's numbers or quotas; `conflict` tells
  'league-school-changed', // somebody else saved the course, the session or its roll; `conflict` tells
  'membership-stands', // the membership came with an admission, or an application goes by it
  'member-moved', // somebody else changed their class or branch first; `conflict` tells
  'has-graduated', // a graduate is transferred, not moved
  'move-open', // another change of branch waits for an answer; `conflict` tells
  'move-not-open', // answered or taken back; `state` says which
  'turn-open', // a school year's turn is under way; `conflict` tells
  'turn-undo-over', // more than a day ago, undone, or another came after it
  'transfer-changed', // somebody else wrote it first; `conflict` tells
  'nothing-to-publish', // no draft, or it says what the last version says
  'exam-passed', // nothing is left to sit
  'exam-lessons-missing', // `lessons` of `needed`
  'exam-attempts-spent',
  'exam-too-soon', // `from`: the local date from which it may be sat again
  'exam-not-offered', // no bank with questions enough, or no such exam in the rules
  'exam-over', // submitted, or its time ran out
  'exam-changed', // the score was corrected or taken back in the meantime
  'exam-scored-here', // an online exam's score is not changed by hand, only taken back
  'sheet-unreadable', // `why` is one of the faults in roster.ts
  'sheet-columns-missing', // `missing` lists them, `columns` what there is
  'home-changed', // somebody else wrote, or assessed, first; `conflict` tells
  'own-home', // nobody assesses a home they manage or words they wrote, nor gives themselves a post
  'post-full', // every place is held on some day of that time
  'post-ended',
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

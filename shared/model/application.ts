/** An application's vocabulary (spec/admission-procedure.md). Dates are local dates of the county's time zone, instants RFC 3339 in UTC. */

export const applicationStates = [
  'applied', 'talked', 'activist', 'cultivating', 'candidate-proposed', 'pre-reviewed', 'public-notice', 'form-filled', 'branch-voted', 'committee-approved', 'filed', 'sworn-in', 'archived',
  'returned', 'withdrawn', 'terminated', 'rejected',
] as const
export type ApplicationState = (typeof applicationStates)[number]

export const activistRoutes = ['pioneer-recommendation', 'points', 'peer-review'] as const
export type ActivistRoute = (typeof activistRoutes)[number]

/** A recorded collective decision: of which body, on which day, how many were there, where the minutes are. */
export interface CollectiveDecision {
  body: string
  date: string
  attendance: number
  minutes: string
}

export interface Tally {
  present: number
  for: number
  against: number
  abstain: number
}

/** What a member votes or speaks on is a paper or a talk of this day. `texts` of an act are what may one day have to be erased: the chain knows them by a salted hash alone. */
interface Acts {
  apply: { facts: { date?: string; photos?: { photoId: string; sha256: string }[] }; texts: { letter?: string } }
  /** `late`: more than the month after the letter. */
  talk: { facts: { date: string; late?: true }; texts: { talker: string; notes: string } }
  'record-route': {
    facts: { date: string } & (
      | { route: 'pioneer-recommendation'; photos: { photoId: string; sha256: string }[] }
      | { route: 'peer-review'; tally: Tally }
      | { route: 'points'; points: number; needed: number; ruleSet: { id: string; version: number } }
    )
    texts: { unit?: string; words?: string }
  }
  'name-activist': { facts: { decision: CollectiveDecision; mentors: { personId?: string }[]; routes: ActivistRoute[] }; texts: { mentors: string[] } }
  /** `mentor`: which of those named, from 0. */
  'mentor-talk': { facts: { date: string; mentor: number }; texts: { notes: string } }
  'propose-candidate': { facts: { decision: CollectiveDecision }; texts: Record<never, string> }
  /** `quota`: the lines of the plan it takes a place of. */
  'pre-review': { facts: { decision: CollectiveDecision; number: string; quota: string[] }; texts: { reply: string } }
  'open-notice': { facts: { from: string; until: string; masked: boolean }; texts: { place: string } }
  object: { facts: { date: string }; texts: { words: string; from?: string } }
  'answer-objection': { facts: { of: number; upheld: boolean; date: string }; texts: { finding: string } }
  'close-notice': { facts: { date: string; workingDays: number }; texts: { words?: string } }
  'fill-form': { facts: { date: string; introducers: string[] }; texts: { form: AdmissionForm } }
  introduce: { facts: { date: string; introducer: string }; texts: { opinion: string } }
  vote: { facts: VoteFacts; texts: { words?: string } }
  approve: { facts: { decision: CollectiveDecision; remind?: true }; texts: { words?: string } }
  reject: { facts: { decision: CollectiveDecision }; texts: { reason: string } }
  /** `late`: more than the thirty days after the approval. */
  file: { facts: { number: string; fileId: string; sha256: string; bytes: number; late?: true }; texts: Record<never, string> }
  'swear-in': { facts: { date: string }; texts: { place: string } }
  archive: { facts: { fileId: string; sha256: string }; texts: Record<never, string> }
  return: { facts: { backTo: ApplicationState | 'none' }; texts: { reason: string } }
  withdraw: { facts: Record<never, string>; texts: Record<never, string> }
  terminate: { facts: { decision: CollectiveDecision }; texts: { reason: string } }
}
export type ActName = keyof Acts
export type ActFacts<A extends ActName> = Acts[A]['facts']
export type ActTexts<A extends ActName> = Acts[A]['texts']

/** One candidate's vote: tallies only. `passed` by the majority of the policy's version. */
export interface VoteFacts extends Tally {
  meetingId: string
  date: string
  shouldAttend: number
  secret: boolean
  quorate: boolean
  passed: boolean
}

/** The admission form as the applicant fills it in: nothing that the roster already knows. */
export interface AdmissionForm {
  ethnicity: string
  /** School, class and year, place by place. */
  education: string
  /** Of parents and others at home: kinship, name, where they work. */
  family: string
  honours?: string
  statement: string
}

/** One entry of an application's trail: what was done, by whom, and the state after. Entries are chained by hash (functions/core/audit-chain.ts). */
export type ApplicationStep = {
  [A in ActName]: StepBase & { act: A; facts: ActFacts<A>; texts?: ActTexts<A> }
}[ActName]

interface StepBase {
  /** Over all of a person's applications: the lock that one open application and one next step come from. */
  n: number
  /** Within the application, from 1. */
  seq: number
  stepId: string
  applicationId: string
  to: ApplicationState
  at: string
  by: string
  /** Entered by `by` for the one whose act it is, from paper. */
  onBehalf?: true
  /** Version of the procedure that it was decided with. */
  procedure: number
  /** Where the rules were asked: which version, and whether every required condition was met. */
  rules?: { id: string; version: number; asOf: string; eligible: boolean }
  /** What `evaluate` said, with all that is needed to run it again; kept beside the chain, as texts are. */
  evaluated?: Evaluation
  /** Salted SHA-256 of `texts` and `evaluated`. */
  sealed?: string
  /** The entry before; of the first one, 64 zeros. */
  prev: string
  /** SHA-256 of this entry in canonical JSON without `hash`, `texts` and `evaluated`. */
  hash: string
}

/** What `evaluate` said when a step was decided, and what it was asked: it can be run again. */
export interface Evaluation {
  asOf: string
  ruleSet: { id: string; version: number }
  eligible: boolean
  figures: { key: string; enforcement: 'required' | 'advisory'; achieved: number; required: number; met: boolean }[]
  /** As the roster had it. */
  birthDate: string
  /** How many entries about the county's study issues were known. */
  issues: number
  /** Which of the person's entries were known (use-cases/known-entries.ts). */
  known: string
}

/** The count and hash of an application's last entry, signed: shows a chain that was cut off or made anew to whoever holds the public key. */
export interface ChainHead {
  applicationId: string
  count: number
  hash: string
  at: string
  keyId: string
  /** Base64 of an ECDSA P-256 signature (DER) of SHA-256 over `headMessage`. */
  signature: string
}

/** What the steps of one application add up to. */
export interface Application {
  applicationId: string
  state: ApplicationState
  /** What may be done next is asked of this: the state, or of a returned one the state it went back to. */
  position: ApplicationState | 'none'
  /** The number `n` of the last step: whoever acts names the version they saw. */
  version: number
  appliedAt: string
  /** Local date on the letter; absent: the date of `appliedAt`. */
  writtenOn?: string
  steps: ApplicationStep[]
  /** When the state last changed. */
  since: string
}

export type StepOf<A extends ActName> = Extract<ApplicationStep, { act: A }>

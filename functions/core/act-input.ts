import type { ActName, AdmissionForm, ApplicationStep, CollectiveDecision, Tally } from '@shared/model/application'
import type { Role } from '@shared/model/role'

type Photos = { photoId: string; sha256: string }[]

/** What somebody asks to be done, as it came in; dates are local dates. */
export type ActInput =
  | { act: 'apply'; letter?: string; date?: string; photos?: Photos }
  | { act: 'talk'; date: string; talker: string; notes: string }
  | { act: 'record-route'; route: 'pioneer-recommendation'; date: string; unit: string; photos: Photos; words?: string }
  | { act: 'record-route'; route: 'peer-review'; date: string; tally: Tally; words?: string }
  | { act: 'record-route'; route: 'points'; words?: string }
  | { act: 'name-activist'; decision: CollectiveDecision; mentors: { personId?: string; name: string }[] }
  | { act: 'mentor-talk'; date: string; mentor: number; notes: string }
  | { act: 'propose-candidate'; decision: CollectiveDecision }
  | { act: 'pre-review'; decision: CollectiveDecision; reply: string }
  | { act: 'open-notice'; from: string; place: string }
  | { act: 'object'; date: string; words: string; from?: string }
  | { act: 'answer-objection'; of: number; date: string; upheld: boolean; finding: string }
  | { act: 'close-notice'; words?: string }
  | { act: 'fill-form'; date?: string; form: AdmissionForm; introducers: string[] }
  | { act: 'introduce'; introducer: string; date: string; opinion: string }
  | ({ act: 'vote'; meetingId: string; date: string; shouldAttend: number; secret: boolean; words?: string } & Tally)
  | { act: 'approve'; decision: CollectiveDecision; words?: string }
  | { act: 'reject'; decision: CollectiveDecision; reason: string }
  | { act: 'file'; fileId: string; sha256: string; bytes: number }
  | { act: 'swear-in'; date: string; place: string }
  | { act: 'archive'; fileId: string; sha256: string }
  | { act: 'return'; reason: string }
  | { act: 'withdraw' }
  | { act: 'terminate'; decision: CollectiveDecision; reason: string }

export interface ActRequest {
  stepId: string
  /** The step it was taken on; absent for a letter, which begins. */
  version?: number | undefined
  actor: { personId: string; roles: readonly Role[] }
  input: ActInput
}

/** What the act needs to know of others. */
export interface Company {
  branch: string
  /** People named in the act: whether they are in a branch, and a member of the League. */
  people: ReadonlyMap<string, { branch?: string | undefined; isMember: boolean }>
}

/** A step before it has its place in the chain. */
export type NewStep = { [A in ActName]: Pick<Extract<ApplicationStep, { act: A }>, 'act' | 'facts' | 'texts' | 'to' | 'onBehalf' | 'rules'> }[ActName]

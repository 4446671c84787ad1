/** The application of this slice: a letter, a decision by the branch's committee, a return with a reason. Each step is one numbered entry. */
export type ApplicationState = 'applied' | 'returned' | 'approved' | 'withdrawn'

export interface ApplicationStep {
  n: number
  stepId: string
  applicationId: string
  /** What happened: the state it leads to. */
  to: ApplicationState
  at: string
  by: string
  /** With `applied`: the letter as typed, or the paper one that was entered for the applicant, by its date and its photos. */
  letter?: string
  paper?: { date: string; photos: { photoId: string; sha256: string }[] }
  /** Entered by `by` for the applicant. */
  onBehalf?: true
  /** With `returned`. */
  reason?: string
  /** With `approved`: the recorded collective decision (spec/admission-procedure.md, "Rules that hold everywhere"). */
  meeting?: { body: string; date: string; attendance: number; minutes: string }
  /** With every step but a withdrawal. */
  evaluated?: Evaluation
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

export interface Application {
  applicationId: string
  state: ApplicationState
  /** The number of the last step: a decision names the version it was taken on. */
  version: number
  appliedAt: string
  /** Empty where the letter is on paper. */
  letter: string
  /** The paper letter that stands, and who entered it. */
  paper?: NonNullable<ApplicationStep['paper']> & { by: string }
  /** Local date: the first letter's own where it was on paper. Absent: the date of `appliedAt`. */
  writtenOn?: string
  steps: ApplicationStep[]
}

/** The year's turns: where people are in the League's organisation, and how they came there. */

/** A branch and one of its classes. */
export interface Place {
  branch: string
  className?: string | undefined
}

/** `moved`: by hand. `moved-up`, `graduated`: by a school year's turn. `turned-back`: that turn was undone. `received`: taken in by the committee they were transferred to. `phone`: a lost phone was cut off. */
export const stayKinds = ['moved', 'moved-up', 'graduated', 'turned-back', 'received', 'phone'] as const
export type StayKind = (typeof stayKinds)[number]

/** One line of a person's way through branches and classes: only ever added. `to` is absent of graduates, who leave their class and keep their branch until they are transferred. */
export interface Stay {
  stayId: string
  kind: StayKind
  /** RFC 3339, UTC. */
  at: string
  by: string
  byName: string
  from: Place
  to?: Place
  why?: string
  /** Of a lost phone: how many phones that scan were cut off with it. */
  scanners?: number
}

/** Whose word a move still waits for: the branch that is left, or the one that is joined. */
export type MoveSide = 'old' | 'new'
export const moveDecisions = ['accepted', 'refused', 'withdrawn'] as const
export type MoveDecision = (typeof moveDecisions)[number]

/** A change of branch: done at once within a school, else proposed by one side and accepted by the other. A person has one open one at most. */
export interface Move {
  moveId: string
  personId: string
  name: string
  from: Place
  to: Place
  why: string
  by: string
  byName: string
  at: string
  asks?: MoveSide
  state: 'proposed' | 'done' | MoveDecision
  decidedBy?: string
  decidedByName?: string
  decidedAt?: string
  /** Why it was refused. */
  words?: string
}

/** What becomes of a class at the end of a school year; graduates where there is no `to`. */
export interface ClassTurn {
  branch: string
  className: string
  to?: { branch: string; className: string } | undefined
}

/** What a turn changed of a branch, and what it was before. */
export interface BranchTurn {
  branch: string
  was: { name: string; classes?: string[] | undefined }
  now: { name: string; classes?: string[] | undefined }
}

/** A school year's turn of a school: begun once, done in parts, undone within a day. */
export interface YearTurn {
  turnId: string
  school: string
  at: string
  by: string
  byName: string
  state: 'running' | 'done' | 'undoing' | 'undone'
  lines: ClassTurn[]
  branches: BranchTurn[]
  /** What the request asked for: the same id with other words is a mistake. */
  said: string
}

/** A turn can be undone for this long. */
export const undoMs = 24 * 3_600_000
export const undoEnds = (at: string): number => Date.parse(at) + undoMs

export const transferStates = ['to-do', 'sent', 'confirmed', 'exception'] as const
export type TransferState = (typeof transferStates)[number]
/** `committee`: a school or township of the county, which confirms it itself. The others are confirmed by a number or a picture of the outside system's receipt. */
export const destinationKinds = ['committee', 'outside', 'unit'] as const
export type DestinationKind = (typeof destinationKinds)[number]

export interface Destination {
  kind: DestinationKind
  /** Of a committee of the county. */
  org?: string | undefined
  name: string
}

export interface TransferStep {
  stepId: string
  at: string
  by: string
  byName: string
  state: TransferState
  words?: string
}

/** A graduate whose League membership is to be transferred (学社衔接). `version` counts its steps. */
export interface Transfer {
  personId: string
  name: string
  school: string
  branch: string
  className?: string
  /** Of graduation. */
  year: number
  state: TransferState
  version: number
  /** Since when it is as it is. */
  since: string
  destination?: Destination
  /** Local date it was sent on. */
  sentOn?: string
  number?: string
  photos?: { photoId: string; sha256: string }[]
  reason?: string
  steps: TransferStep[]
}

/** Whether of a hundred graduates who are to be transferred enough are. Who cannot be, with a reason that a committee recorded, is none of them. */
export const transferRate = (counts: Record<TransferState, number>, atLeastPercent: number): { due: number; confirmed: number; below: boolean } => {
  const due = counts['to-do'] + counts.sent + counts.confirmed
  return { due, confirmed: counts.confirmed, below: counts.confirmed * 100 < atLeastPercent * due }
}

import type { ApplicationState } from './application'

/** What an organisation's members add up to: a fold of their progress, thrown away and rebuilt at will. */
export interface RollUp {
  members: number
  /** Of them members of the League. */
  leagueMembers: number
  eligible: number
  pending: number
  /** How many applications stand in each state; those withdrawn and none left out. */
  applications: Partial<Record<ApplicationState, number>>
  /** Of a branch alone: open applications by what they wait for and since when (core/open-waits.ts). */
  waits?: Record<string, number>
  /** By requirement: how many members meet it. */
  met: Record<string, number>
}

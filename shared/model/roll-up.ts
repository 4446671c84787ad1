/** What an organisation's members add up to: a fold of their progress, thrown away and rebuilt at will. */
export interface RollUp {
  members: number
  eligible: number
  pending: number
  applications: { applied: number; returned: number; approved: number }
  /** By requirement: how many members meet it. */
  met: Record<string, number>
}

import { applicationStates } from '@shared/model/application'
import type { Progress } from '@shared/model/progress'
import type { RollUp } from '@shared/model/roll-up'
import type { RuleSet } from '@shared/model/rules'
import { waitKey } from './open-waits'

export const emptyRollUp = (): RollUp => ({ members: 0, leagueMembers: 0, eligible: 0, pending: 0, applications: {}, met: {} })

const keysOf = ({ requirements }: RuleSet): string[] => requirements.filter(({ enforcement }) => enforcement !== 'off').map(({ key }) => key)

/** What of a member is counted. */
interface Counted {
  progress?: Progress | undefined
  leagueMember?: unknown
  /** Left school: counted no more. */
  graduated?: unknown
}

/**
 * A branch's roll-up from its members' progress, requirements in the rule set's order. After a new version some progress still has the figures of an
 * earlier one, in that one's order: `earlier` are the versions it may be of.
 */
export const rollUpMembers = (ruleSet: RuleSet, members: readonly Counted[], earlier: readonly RuleSet[] = []): RollUp => {
  const sum = emptyRollUp()
  const keys = new Map([...earlier, ruleSet].map((one) => [one.version, keysOf(one)]))
  for (const key of keysOf(ruleSet)) sum.met[key] = 0
  for (const { progress, leagueMember, graduated } of members) {
    if (graduated !== undefined) continue
    sum.members++
    if (leagueMember) sum.leagueMembers++
    if (!progress) continue
    if (progress.eligible) sum.eligible++
    sum.pending += progress.pending
    const state = progress.application?.state
    if (state && state !== 'withdrawn') sum.applications[state] = (sum.applications[state] ?? 0) + 1
    const waits = progress.application && waitKey(progress.application, progress.eligible)
    if (waits !== undefined) sum.waits = { ...sum.waits, [waits]: (sum.waits?.[waits] ?? 0) + 1 }
    for (const [i, key] of (keys.get(progress.rules) ?? []).entries()) if (sum.met[key] !== undefined) sum.met[key] += progress.figures[i]?.[2] ?? 0
  }
  return sum
}

/** An organisation's roll-up from those directly below it. */
export const addRollUps = (below: readonly RollUp[]): RollUp => {
  const sum = emptyRollUp()
  for (const one of below) {
    sum.members += one.members
    // A roll-up of before counted none.
    sum.leagueMembers += one.leagueMembers ?? 0
    sum.eligible += one.eligible
    sum.pending += one.pending
    for (const state of applicationStates) if (one.applications[state]) sum.applications[state] = (sum.applications[state] ?? 0) + one.applications[state]
    for (const [key, met] of Object.entries(one.met)) sum.met[key] = (sum.met[key] ?? 0) + met
  }
  return sum
}

import { above, countyOf } from '@shared/model/org'
import { addRollUps, emptyRollUp, rollUpMembers } from '../core/roll-up'
import { readBranchAccounts } from '../store/members'
import { readRollUps, refoldRollUp } from '../store/roll-ups'
import type { Context } from './context'
import { policyAt } from './read-person'

const depth = (orgId: string) => orgId.split('.').length

/**
 * Folds the roll-ups of these branches, then of all organisations above them, deepest first: a branch from its members' progress, the others
 * from those directly below. State, not increments: redelivery and reordering change nothing. Gives how many were written.
 */
export const foldRollUps = async (context: Context, branchIds: Iterable<string>): Promise<number> => {
  const branches = new Set(branchIds)
  const orgIds = [...new Set([...branches, ...[...branches].flatMap(above)])].sort((a, b) => depth(b) - depth(a) || (a < b ? -1 : 1))
  let written = 0
  for (const orgId of orgIds) {
    const changed = await refoldRollUp(context.table, orgId, async () => {
      if (branches.has(orgId)) {
        const [{ ruleSet, ruleSets }, accounts] = await Promise.all([policyAt(context, orgId, context.now()), readBranchAccounts(context.table, orgId)])
        return rollUpMembers(ruleSet, accounts, ruleSets.map((one) => one.ruleSet))
      }
      return addRollUps((await readRollUps(context.table, await orgsBelow(context, orgId), true)).map((rollUp) => rollUp ?? emptyRollUp()))
    })
    if (changed) written++
  }
  return written
}

/** Organisations directly below one that add up to it: branches and whatever holds branches. Homes have no members. */
export const orgsBelow = async (context: Context, orgId: string): Promise<string[]> =>
  [...(await context.orgs(countyOf(orgId))).values()].filter(({ id, kind }) => kind !== 'home' && above(id)[0] === orgId).map(({ id }) => id)

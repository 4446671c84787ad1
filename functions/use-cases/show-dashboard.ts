import { countyOf } from '@shared/model/org'
import { refuse } from '@shared/model/refusal'
import { emptyRollUp } from '../core/roll-up'
import { showRequirements } from '../core/show-figures'
import type { UseCase } from '../http/app'
import { readOldestReview } from '../store/reviews'
import { readRollUps } from '../store/roll-ups'
import { orgsBelow } from './fold-roll-ups'
import { policyAt } from './read-person'

/** The roll-up of an organisation and of those directly below it, with since when records wait in branches: as many reads as there are of these, however many members they have. */
export const showDashboard: UseCase<'showDashboard'> = async (context, { org }) => {
  const orgs = await context.orgs(countyOf(org))
  const ids = [org, ...(await orgsBelow(context, org))]
  const rollUps = await readRollUps(context.table, ids)
  const rows = ids.flatMap((id, i) => {
    const found = orgs.get(id)
    return found ? [{ id, name: found.name, kind: found.kind, rollUp: { ...emptyRollUp(), ...rollUps[i] } }] : []
  })
  const [self, ...below] = rows
  if (!self) return refuse('not-found')
  const { rollUp, ...own } = self
  // Who waits is the board's to show (show-board.ts).
  const { waits, ...shown } = rollUp
  const { ruleSet } = await policyAt(context, org, context.now())
  const waiting = async (row: (typeof below)[number]) => ({ ...row, oldestReview: row.kind === 'branch' && row.rollUp.pending > 0 ? await readOldestReview(context.table, row.id) : undefined })
  return { org: own, rollUp: shown, requirements: showRequirements(ruleSet), below: await Promise.all(below.filter((row) => row.rollUp.members > 0 || row.kind !== 'township').map(waiting)) }
}

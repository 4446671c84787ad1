import { countyOf } from '@shared/model/org'
import { type CommitteePlan, type LineWrite, spreadOf } from '@shared/model/plan'
import { isRefusal, type Refusal, refuse } from '@shared/model/refusal'
import { spreadQuota } from '../core/spread-quota'
import type { UseCase } from '../http/app'
import { readCommitteePlan, readQuotas, savePlan } from '../store/plan'
import { committeeNamed } from './committee-named'
import { type Context, instantOf } from './context'
import { withName } from './names-of'
import { branchesOf, planOf } from './show-plan'
import { untilDecided } from './until-decided'

interface Save {
  id: string
  org: string
  year: number
  revision: number
  by: string
  said: string
}
type Decide = (held: CommitteePlan | undefined, lines: Awaited<ReturnType<typeof readQuotas>>) => { quota: number | undefined; writes: LineWrite[] } | Refusal

/** Saves on the revision that was read; where a place was taken meanwhile it decides again, which says so. The same again stands. */
const saveOn = async (context: Context, { id, org, year, revision, by, said }: Save, save: typeof savePlan, decide: Decide): Promise<Refusal | undefined> => {
  const county = countyOf(org)
  const outcome = await untilDecided<Refusal | 'done'>(context, async () => {
    // The plan before its lines: what is saved in between shows in the revision.
    const held = await readCommitteePlan(context.table, county, year, org)
    if (held?.saveId === id) return held.said === said ? 'done' : refuse('id-reused')
    if ((held?.revision ?? 0) !== revision) return refuse('plan-changed', { conflict: { revision: held?.revision ?? 0, ...(held && { by: held.by, at: held.at }) } })
    const decided = decide(held, await readQuotas(context.table, org, year))
    if (isRefusal(decided)) return decided
    const plan: CommitteePlan = { committee: org, ...(decided.quota !== undefined && { quota: decided.quota }), revision: revision + 1, saveId: id, said, at: instantOf(context.now()), by }
    return (await save(context.table, county, year, plan, decided.writes)) ? 'done' : undefined
  })
  return outcome === 'done' ? undefined : withName(context, outcome)
}

/** The county says how many a committee may admit: never fewer than its branches have already. */
export const saveCommitteeQuotaBy = (save: typeof savePlan = savePlan): UseCase<'saveCommitteeQuota'> => async (context, { id, org, year, revision, quota }, { actor }) => {
  const named = await committeeNamed(context, org, year)
  if (isRefusal(named)) return named
  const refusal = await saveOn(context, { id, org, year, revision, by: actor.personId, said: JSON.stringify({ quota }) }, save, (_held, lines) => {
    const spread = spreadOf(lines)
    return quota < spread ? { refused: 'invalid-input', errors: [{ path: 'quota', code: 'below-spread', message: `Its branches have ${spread}` }], detail: { spread } } : { quota, writes: [] }
  })
  return refusal ?? planOf(context, org, year)
}
export const saveCommitteeQuota = saveCommitteeQuotaBy()

/** A committee spreads its quota over branches and grades: within its total, and never below what is taken at that moment. `save` is a parameter so that a test can take the guards away. */
export const saveQuotasBy = (save: typeof savePlan = savePlan): UseCase<'saveQuotas'> => async (context, { id, org, year, revision, lines }, { actor }) => {
  const named = await committeeNamed(context, org, year)
  if (isRefusal(named)) return named
  const branches = branchesOf(named.orgs, org).map((branch) => branch.id)
  const refusal = await saveOn(context, { id, org, year, revision, by: actor.personId, said: JSON.stringify(lines) }, save, (held, before) => {
    const decided = spreadQuota(before, lines, held?.quota, branches)
    return 'errors' in decided ? { refused: 'invalid-input', errors: decided.errors } : { quota: held?.quota, writes: decided.writes }
  })
  return refusal ?? planOf(context, org, year)
}
export const saveQuotas = saveQuotasBy()

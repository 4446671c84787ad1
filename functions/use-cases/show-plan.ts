import { above, countyOf, inScope, type Org } from '@shared/model/org'
import { everyGrade, type NumberRange, placesOf, type QuotaLine, spreadOf } from '@shared/model/plan'
import { schoolStages } from '@shared/model/procedure'
import { refuse } from '@shared/model/refusal'
import type { RollUp } from '@shared/model/roll-up'
import { localDateIn } from '@shared/rules/local-date-in'
import { procedureInForce } from '../core/procedure-in-force'
import { emptyRollUp } from '../core/roll-up'
import type { UseCase } from '../http/app'
import { readCommitteePlans, readQuotas, readRanges } from '../store/plan'
import { readProcedures } from '../store/procedure'
import { readRollUps } from '../store/roll-ups'
import type { Context } from './context'
import { eachOf } from './each-of'
import { namesOf } from './names-of'

/** Committees read at a time. */
const width = 8
const timeZone = 'Asia/Shanghai'

export const isCommittee = ({ kind }: Pick<Org, 'kind'>): boolean => kind === 'school' || kind === 'township'
export const branchesOf = (orgs: ReadonlyMap<string, Org>, committee: string): Org[] => [...orgs.values()].filter(({ id, kind }) => kind === 'branch' && above(id)[0] === committee).sort((a, b) => (a.id < b.id ? -1 : 1))

export const yearOf = (context: Context): number => Number(localDateIn(timeZone, context.now()).slice(0, 4))

const sum = (rollUps: readonly RollUp[]) => ({ youth: rollUps.reduce((all, { members }) => all + members, 0), leagueMembers: rollUps.reduce((all, { leagueMembers }) => all + (leagueMembers ?? 0), 0) })

const numbersOf = (ranges: readonly NumberRange[], committee: string) => {
  const own = ranges.filter((range) => range.committee === committee)
  return { given: own.reduce((all, { from, to }) => all + to - from + 1, 0), left: own.reduce((all, { next, to }) => all + Math.max(0, to - next + 1), 0) }
}

/** Lines as a list shows them: branch by branch, the one for all before those by grade. */
const showLines = (lines: readonly QuotaLine[], branches: readonly Org[], orgs: ReadonlyMap<string, Org>) => {
  const place = new Map(branches.map(({ id }, i) => [id, i]))
  const order = (line: QuotaLine) => [place.get(line.branch) ?? branches.length, line.grade === everyGrade ? 0 : 1] as const
  return [...lines].sort((a, b) => order(a)[0] - order(b)[0] || order(a)[1] - order(b)[1] || a.grade.localeCompare(b.grade, 'zh-CN', { numeric: true }))
    .map(({ branch, grade, quota, taken, used }) => ({ branch, branchName: orgs.get(branch)?.name ?? branch, grade, quota, reserved: taken - used, used, left: quota - taken }))
}

/** A year's plan of an organisation: its committees' quotas, lines and numbers, and members to youth by school stage from the roll-ups, however many people there are. */
export const planOf = async (context: Context, org: string, year: number) => {
  const county = countyOf(org)
  const orgs = await context.orgs(county)
  const committees = [...orgs.values()].filter((one) => isCommittee(one) && inScope(org, one.id)).sort((a, b) => (a.id < b.id ? -1 : 1))
  const branches = new Map(committees.map(({ id }) => [id, branchesOf(orgs, id)]))
  const all = [...branches.values()].flat()
  const [plans, ranges, versions, rollUps, lines] = await Promise.all([
    readCommitteePlans(context.table, county, year), readRanges(context.table, county, year), readProcedures(context.table, county), readRollUps(context.table, all.map(({ id }) => id)),
    eachOf(committees, width, ({ id }) => readQuotas(context.table, id, year)),
  ])
  const rollUpOf = new Map(all.map(({ id }, i) => [id, rollUps[i] ?? emptyRollUp()]))
  const names = await namesOf(context, [...plans.values()].map(({ by }) => by))
  const shown = committees.map(({ id, name, kind, stage }, i) => {
    const own = branches.get(id) ?? []
    const plan = plans.get(id)
    const quotas = lines[i] ?? []
    const ratios = own.map((branch) => ({ id: branch.id, name: branch.name, stage: branch.stage ?? stage, ...sum([rollUpOf.get(branch.id) ?? emptyRollUp()]) }))
    return {
      id, name, kind, ...(stage && { stage }), ...(plan?.quota !== undefined && { quota: plan.quota }), spread: spreadOf(quotas), reserved: placesOf(quotas, 'taken') - placesOf(quotas, 'used'), used: placesOf(quotas, 'used'),
      revision: plan?.revision ?? 0, ...(plan && { at: plan.at, byName: names.get(plan.by) }), numbers: numbersOf(ranges, id), branches: ratios, lines: showLines(quotas, own, orgs), ...sum(own.map((branch) => rollUpOf.get(branch.id) ?? emptyRollUp())),
    }
  })
  const { ratioCeilings } = procedureInForce(versions, localDateIn(timeZone, context.now()), context.now()).content
  const stages = schoolStages.flatMap((stage) => {
    const of = shown.flatMap((one) => one.branches).filter((one) => one.stage === stage)
    if (of.length === 0) return []
    const ratio = { youth: of.reduce((n, { youth }) => n + youth, 0), leagueMembers: of.reduce((n, { leagueMembers }) => n + leagueMembers, 0) }
    return [{ stage, ...ratio, ceiling: ratioCeilings[stage], over: ratio.leagueMembers * 100 > ratioCeilings[stage] * ratio.youth }]
  })
  // Townships without a branch have no plan to make.
  return { year, thisYear: yearOf(context), committees: shown.filter((one) => one.kind !== 'township' || one.branches.length > 0 || one.quota !== undefined || one.lines.length > 0 || one.numbers.given > 0), stages }
}

/** The county sees all committees, a committee its own. */
export const showPlan: UseCase<'showPlan'> = async (context, { org, year }) => {
  const found = (await context.orgs(countyOf(org))).get(org)
  if (!found || found.kind === 'branch' || found.kind === 'home') return refuse('not-found')
  return planOf(context, org, year ?? yearOf(context))
}

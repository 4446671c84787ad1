import { countyOf, inScope, type Org } from '@shared/model/org'
import { developmentNumber, type NumberRange } from '@shared/model/plan'
import { isRefusal, type Refusal } from '@shared/model/refusal'
import { localDateIn } from '@shared/rules/local-date-in'
import { allocateNumbers as decide, firstFree } from '../core/allocate-numbers'
import { procedureInForce } from '../core/procedure-in-force'
import type { UseCase } from '../http/app'
import { addRange, readNumberVersion, readRanges } from '../store/plan'
import { readProcedures } from '../store/procedure'
import { committeeNamed } from './committee-named'
import { type Context, instantOf } from './context'
import { namesOf } from './names-of'
import { untilDecided } from './until-decided'

const showRanges = async (context: Context, county: string, ranges: readonly NumberRange[], orgs: ReadonlyMap<string, Org>) => {
  const [versions, names] = await Promise.all([readProcedures(context.table, county), namesOf(context, ranges.map(({ by }) => by))])
  const { province } = procedureInForce(versions, localDateIn('Asia/Shanghai', context.now()), context.now()).content.number
  return ranges.map(({ year, from, to, next, committee, at, by }) => ({
    committee, committeeName: orgs.get(committee)?.name ?? committee, from, to, next, first: developmentNumber(year, province, from), last: developmentNumber(year, province, to), left: Math.max(0, to - next + 1),
    ...(at !== undefined && { at }), ...(by !== undefined && { byName: names.get(by) }),
  }))
}

/** The ranges of an organisation's committees for a year. What is free, only the county is to know: it gives. */
export const listNumbers: UseCase<'listNumbers'> = async (context, { org, year }) => {
  const county = countyOf(org)
  const [ranges, orgs] = await Promise.all([readRanges(context.table, county, year), context.orgs(county)])
  const free = firstFree(ranges)
  return { year, ...(org === county && free !== undefined && { free }), items: await showRanges(context, county, ranges.filter(({ committee }) => inScope(org, committee)), orgs) }
}

/** Gives a committee numbers of a year: no range ever meets another, whoever gives at the same time. `add` is a parameter so that a test can take the guard away. */
export const allocateNumbersBy = (add: typeof addRange = addRange): UseCase<'allocateNumbers'> => async (context, { id, org, year, from, to, count }, { actor }) => {
  const named = await committeeNamed(context, org, year)
  if (isRefusal(named)) return named
  const given = await untilDecided<NumberRange | Refusal>(context, async () => {
    const version = await readNumberVersion(context.table, named.county, year)
    const decided = decide(await readRanges(context.table, named.county, year), { id, committee: org, year, from, to, count, by: actor.personId }, instantOf(context.now()))
    if (isRefusal(decided)) return decided
    if ('stands' in decided) return decided.stands
    return (await add(context.table, named.county, decided.give, version)) ? decided.give : undefined
  })
  if (isRefusal(given)) return given
  const [shown] = await showRanges(context, named.county, [given], named.orgs)
  if (!shown) throw new Error('A range that was given cannot be shown')
  return shown
}

export const allocateNumbers = allocateNumbersBy()

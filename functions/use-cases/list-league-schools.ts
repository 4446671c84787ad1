import { countyOf, inScope } from '@shared/model/org'
import { figuresOf } from '../core/league-school'
import type { UseCase } from '../http/app'
import { readLeagueYear } from '../store/league-schools'
import type { Context } from './context'
import { eachOf } from './each-of'
import { askedOf, leagueTerms } from './league-school-view'
import { isCommittee } from './show-plan'

/** Schools read at a time. */
const width = 8

/** Every school of an organisation, and the townships that hold courses: those behind first, then by id. Rolls are not read. */
export const leagueSchoolsOf = async (context: Context, org: string, year: number | undefined) => {
  const { today, thisYear, atLeast } = await leagueTerms(context, org)
  const shown = year ?? thisYear
  const committees = [...(await context.orgs(countyOf(org))).values()].filter((one) => isCommittee(one) && inScope(org, one.id)).sort((a, b) => (a.id < b.id ? -1 : 1))
  const schools = await eachOf(committees, width, async ({ id, name, kind, stage }) => {
    const { courses, sessions } = await readLeagueYear(context.table, id, shown)
    return { org: id, name, kind, ...(stage && { stage }), ...figuresOf(courses, sessions, askedOf({ kind }, atLeast), shown, today), any: courses.length > 0 }
  })
  return {
    year: shown, thisYear, atLeast, today,
    schools: schools.filter(({ kind, any, org: id }) => kind === 'school' || any || id === org).map(({ any, ...school }) => school).sort((a, b) => b.behind - a.behind || (a.org < b.org ? -1 : 1)),
  }
}

export const listLeagueSchools: UseCase<'listLeagueSchools'> = (context, { org, year }) => leagueSchoolsOf(context, org, year)

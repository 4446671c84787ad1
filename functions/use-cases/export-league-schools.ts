import { countyOf } from '@shared/model/org'
import { refuse } from '@shared/model/refusal'
import { leagueSchoolsSheet } from '../exports/league-schools-sheet'
import type { writeSheet } from '../exports/write-sheet'
import type { UseCase } from '../http/app'
import { asFile } from './export-file'
import { leagueSchoolsOf } from './list-league-schools'
import { orgName } from './show-person'

/** The county's League schools in a school year, as the list has them: who is behind first. */
export const exportLeagueSchoolsWith = (write: typeof writeSheet): UseCase<'exportLeagueSchools'> => async (context, { org, year, format }) => {
  if (!(await context.orgs(countyOf(org))).has(org)) return refuse('not-found')
  const list = await leagueSchoolsOf(context, org, year)
  return asFile(context, `团校-${list.year}-${list.year + 1}-${await orgName(context, org)}`, leagueSchoolsSheet(list.schools, list.atLeast), format, write)
}

import { above } from '@shared/model/org'
import { schoolYearOf } from '@shared/rules/school-year'
import { sessionInstant } from '../core/league-school'
import type { UseCase } from '../http/app'
import { readLeagueYear } from '../store/league-schools'
import { todayOf } from './home-terms'

const most = 10

/** The League classes that are still to come, the next one first; in the holidays those of the next school year too. */
export const listLeagueClasses: UseCase<'listLeagueClasses'> = async (context, _input, { actor }) => {
  const [school] = actor.branch === undefined ? [] : above(actor.branch)
  const today = todayOf(context)
  const year = schoolYearOf(today)
  const years = today.slice(5) >= '07-01' && today.slice(5) < '09-01' ? [year, year + 1] : [year]
  const read = school === undefined ? [] : await Promise.all(years.map((one) => readLeagueYear(context.table, school, one)))
  const coming = read.flatMap(({ courses, sessions }) => {
    const open = new Set(courses.flatMap(({ courseId, kind, dropped }) => (kind === 'applicants' && dropped === undefined ? [courseId] : [])))
    return sessions.filter((one) => open.has(one.courseId) && one.dropped === undefined && sessionInstant(one.date, one.to) > context.now())
  })
  return { sessions: coming.slice(0, most).map(({ sessionId, date, from, to, place, title, teacher, lesson }) => ({ sessionId, date, from, to, place, title, teacher, lesson })) }
}

import type { LeagueRollView, LeagueSchoolView, LeagueSessionView } from '@shared/contract/league-schools'
import type { LeagueCourse, LeagueSession, RollLine } from '@shared/model/league-school'
import { countyOf, type Org } from '@shared/model/org'
import { type Refusal, refuse } from '@shared/model/refusal'
import { schoolYearOf } from '@shared/rules/school-year'
import { figuresOf, sessionInstant, stateOfCourse } from '../core/league-school'
import { procedureInForce } from '../core/procedure-in-force'
import { keys } from '../store/keys'
import { readLeagueYear } from '../store/league-schools'
import type { Me } from '../store/people'
import { readProcedures } from '../store/procedure'
import { getItems } from '../store/table'
import type { Context } from './context'
import { todayOf } from './home-terms'
import { namesOf } from './names-of'
import { orgName } from './show-person'
import { isCommittee } from './show-plan'

/** The school or township of this id, where there is one. */
export const leagueSchoolOf = async (context: Context, orgId: string): Promise<Org | undefined> => {
  const org = (await context.orgs(countyOf(orgId))).get(orgId)
  return org && isCommittee(org) ? org : undefined
}

/** What the county's procedure asks of a school's year, and which day it is. */
export const leagueTerms = async (context: Context, orgId: string) => {
  const today = todayOf(context)
  const { leagueSchool } = procedureInForce(await readProcedures(context.table, countyOf(orgId)), today, context.now()).content
  return { today, thisYear: schoolYearOf(today), atLeast: leagueSchool.coursesAtLeast }
}

/** How many courses are asked of an organisation: of a township none. */
export const askedOf = ({ kind }: Pick<Org, 'kind'>, atLeast: number): number => (kind === 'school' ? atLeast : 0)

const viewOfSession = (context: Context, names: ReadonlyMap<string, string>, { courseId, saveId, by, roll, ...session }: LeagueSession): LeagueSessionView => ({
  ...session, byName: names.get(by) ?? '', over: sessionInstant(session.date, session.to) <= context.now(), ...(roll && { roll: { present: roll.present, at: roll.at, byName: names.get(roll.by) ?? '' } }),
})

/** A League school's year as it is answered: courses for members before League classes, each by its first session. */
export const leagueSchoolView = async (context: Context, { id, name, kind }: Org, asked?: number, consistent = false): Promise<LeagueSchoolView> => {
  const { today, thisYear, atLeast: asksOfSchools } = await leagueTerms(context, id)
  const year = asked ?? thisYear
  const atLeast = askedOf({ kind }, asksOfSchools)
  const { courses, sessions } = await readLeagueYear(context.table, id, year, consistent)
  const names = await namesOf(context, [...courses, ...sessions].flatMap((one) => [one.by, 'roll' in one ? one.roll?.by : undefined]))
  const shown = courses.map(({ saveId, by, sessions: planned, ...course }) => {
    const own = sessions.filter(({ courseId }) => courseId === course.courseId)
    return { ...course, planned, byName: names.get(by) ?? '', state: stateOfCourse({ sessions: planned, dropped: course.dropped }, own), sessions: own.map((one) => viewOfSession(context, names, one)) }
  })
  const order = (one: (typeof shown)[number]) => `${one.kind === 'members' ? 0 : 1} ${one.dropped === undefined ? 0 : 1} ${one.sessions[0]?.date ?? '9'} ${one.courseId}`
  return { org: id, name, kind, year, thisYear, atLeast, today, ...figuresOf(courses, sessions, atLeast, year, today), courses: shown.sort((a, b) => (order(a) < order(b) ? -1 : 1)) }
}

/** Does a write at a League school that there is, and answers with its year as it then stands. */
export const leagueSchoolAfter = async (context: Context, orgId: string, year: number, write: () => Promise<Refusal | undefined>): Promise<LeagueSchoolView | Refusal> => {
  const org = await leagueSchoolOf(context, orgId)
  if (!org) return refuse('not-found')
  return (await write()) ?? leagueSchoolView(context, org, year, true)
}

/** A session with its roll, by name; who has gone has none and is left out. */
export const rollView = async (context: Context, org: string, course: LeagueCourse, session: LeagueSession, lines: readonly RollLine[]): Promise<LeagueRollView> => {
  const people = new Map((await getItems<Me>(context.table, lines.map(({ personId }) => keys.me(personId)))).flatMap((me) => (me ? [[me.personId, me] as const] : [])))
  const names = await namesOf(context, [session.by, session.roll?.by, ...lines.flatMap(({ by, takenBack }) => [by, takenBack?.by])])
  const shown = await Promise.all(lines.map(async ({ personId, at, by, late, takenBack }) => {
    const me = people.get(personId)
    return me && {
      personId, name: me.name, className: me.className, ...(me.branch !== undefined && { branchName: await orgName(context, me.branch) }), at, byName: names.get(by) ?? '', late,
      ...(takenBack && { takenBack: { reason: takenBack.reason, at: takenBack.at, byName: names.get(takenBack.by) ?? '' } }),
    }
  }))
  return { ...viewOfSession(context, names, session), org, courseId: course.courseId, kind: course.kind, courseTitle: course.title, today: todayOf(context), lines: shown.filter((one) => one !== undefined) }
}

import { refuse } from '@shared/model/refusal'
import type { UseCase } from '../http/app'
import { readCourse, readRoll } from '../store/league-schools'
import { leagueSchoolOf, leagueSchoolView, rollView } from './league-school-view'

export const showLeagueSchool: UseCase<'showLeagueSchool'> = async (context, { org, year }) => {
  const school = await leagueSchoolOf(context, org)
  return school ? leagueSchoolView(context, school, year) : refuse('not-found')
}

export const showLeagueSession: UseCase<'showLeagueSession'> = async (context, { org, courseId, sessionId }) => {
  const found = await readCourse(context.table, org, courseId)
  const session = found?.sessions.find((one) => one.sessionId === sessionId)
  return found && session ? rollView(context, org, found.course, session, await readRoll(context.table, org, courseId, sessionId)) : refuse('not-found')
}

import { type LeagueCourse, type LeagueSession, yearOfCourse } from '@shared/model/league-school'
import { refuse } from '@shared/model/refusal'
import { faultsOfSession } from '../core/league-school'
import type { UseCase } from '../http/app'
import { readCourse, replaceSession } from '../store/league-schools'
import { leagueSchoolAfter } from './league-school-view'
import { saveRevision } from './save-revision'

type Said = Omit<LeagueSession, 'revision' | 'saveId' | 'at' | 'by'>

/** Adds, changes or drops a session of a course. Its roll stays with it. */
export const saveLeagueSession: UseCase<'saveLeagueSession'> = (context, { org, courseId, sessionId, id, revision, date, from, to, place, title, teacher, lesson, dropped }, { actor }) =>
  leagueSchoolAfter(context, org, yearOfCourse(courseId), async () => {
    const found = await readCourse(context.table, org, courseId)
    if (!found) return refuse('not-found')
    const course: LeagueCourse = found.course
    const said: Said = { courseId, sessionId, date, from, to, place, title, teacher, ...(lesson !== undefined && { lesson }), ...(dropped !== undefined && { dropped }) }
    const read = async () => (await readCourse(context.table, org, courseId))?.sessions.find((one) => one.sessionId === sessionId)
    return saveRevision<Said>(context, actor, { id, revision }, said, read, (held) => {
      const errors = faultsOfSession(said, held, course)
      return errors.length ? { refused: 'invalid-input', errors } : undefined
    }, (next, held) => replaceSession(context.table, org, { ...next, ...(held?.roll && { roll: held.roll }) }), 'league-school-changed')
  })

import { yearOfCourse } from '@shared/model/league-school'
import { faultsOfCourse } from '../core/league-school'
import type { UseCase } from '../http/app'
import { readCourse, replaceCourse } from '../store/league-schools'
import { todayOf } from './home-terms'
import { leagueSchoolAfter } from './league-school-view'
import { saveRevision } from './save-revision'

/** Adds, changes or drops a course; a reason for dropping that is left out takes it up again. */
export const saveLeagueCourse: UseCase<'saveLeagueCourse'> = (context, { org, courseId, id, revision, kind, title, sessions, dropped }, { actor }) =>
  leagueSchoolAfter(context, org, yearOfCourse(courseId), () => {
    const said = { courseId, kind, title, sessions, ...(dropped !== undefined && { dropped }) }
    const read = async () => (await readCourse(context.table, org, courseId))?.course
    return saveRevision(context, actor, { id, revision }, said, read, async (held) => {
      const errors = faultsOfCourse(said, held, (await readCourse(context.table, org, courseId))?.sessions ?? [], todayOf(context))
      return errors.length ? { refused: 'invalid-input', errors } : undefined
    }, (next) => replaceCourse(context.table, org, next), 'league-school-changed')
  })

import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { type LeagueCourse, type LeagueSession, type RollLine, yearOfCourse } from '@shared/model/league-school'
import { keys, leagueCoursePrefix, leagueSchoolPartition } from './keys'
import { conditional, getItem, type Item, type Key, queryAll, type Table, transact } from './table'

const plain = <T extends object>({ pk, sk, ...rest }: T & Key): T => rest as unknown as T

interface LeagueYear {
  courses: LeagueCourse[]
  sessions: LeagueSession[]
}

/** A school's courses and sessions of a school year, the sessions by date; rolls lie elsewhere. One query. */
export const readLeagueYear = async (table: Table, schoolId: string, year: number, consistent = false): Promise<LeagueYear> => {
  const items = await queryAll<Item>(table, { pk: leagueSchoolPartition(schoolId, year), prefix: leagueCoursePrefix, consistent })
  const of = (session: boolean) => items.filter((item) => 'sessionId' in item === session).map((item) => plain(item as unknown as Key & object))
  const sessions = of(true) as LeagueSession[]
  return { courses: of(false) as LeagueCourse[], sessions: sessions.sort((a, b) => (`${a.date} ${a.from}` < `${b.date} ${b.from}` ? -1 : 1)) }
}

const onRevision = (key: Key, next: { revision: number }, table: Table) => {
  const first = next.revision === 1
  return { TableName: table.name, Item: { ...key, ...next }, ConditionExpression: first ? 'attribute_not_exists(pk)' : 'revision = :before', ...(!first && { ExpressionAttributeValues: { ':before': next.revision - 1 } }) }
}

/** The next revision of a course, on the condition that what is there still is the one before. */
export const replaceCourse = (table: Table, schoolId: string, next: LeagueCourse): Promise<boolean> => conditional(table, new PutCommand(onRevision(keys.leagueCourse(schoolId, next.courseId), next, table)))

export const replaceSession = (table: Table, schoolId: string, next: LeagueSession): Promise<boolean> => conditional(table, new PutCommand(onRevision(keys.leagueSession(schoolId, next.courseId, next.sessionId), next, table)))

export const readRoll = async (table: Table, schoolId: string, courseId: string, sessionId: string): Promise<RollLine[]> =>
  (await getItem<{ lines: RollLine[] }>(table, keys.leagueRoll(schoolId, courseId, sessionId), true))?.lines ?? []

/** A session's roll with the session's next revision: both or neither, so that of two who write at once one is told. */
export const replaceRoll = (table: Table, schoolId: string, next: LeagueSession, lines: readonly RollLine[]): Promise<boolean> =>
  transact(table, [
    { Put: onRevision(keys.leagueSession(schoolId, next.courseId, next.sessionId), next, table) },
    { Put: { TableName: table.name, Item: { ...keys.leagueRoll(schoolId, next.courseId, next.sessionId), lines } } },
  ])

/** A course and its sessions, as they are now. */
export const readCourse = async (table: Table, schoolId: string, courseId: string): Promise<{ course: LeagueCourse; sessions: LeagueSession[] } | undefined> => {
  const { courses, sessions } = await readLeagueYear(table, schoolId, yearOfCourse(courseId), true)
  const course = courses.find((one) => one.courseId === courseId)
  return course && { course, sessions: sessions.filter((one) => one.courseId === courseId) }
}

import type { RecordEntry } from '@shared/model/ledger'
import type { LeagueCourse, LeagueSession, RollLine } from '@shared/model/league-school'
import { lessonRecordId, sessionInstant } from '../core/league-school'
import { keys } from '../store/keys'
import type { Item } from '../store/table'
import { addDays, at, latest, schoolYearOf } from './calendar'
import type { DemoCounty } from './county'
import type { DemoStudent } from './people'
import { randomOf } from './random'

/** Six training courses over the year, by month and day of the last of two sessions' weeks. */
const courses: readonly [monthDay: string, title: string, sessions: readonly [string, string]][] = [
  ['09-24', '第一期：新团员入团教育', ['团员的权利和义务', '怎样过组织生活']],
  ['11-05', '第二期：团章学习', ['团章导读', '团章知识问答']],
  ['12-17', '第三期：支部工作实务', ['怎样开好支部大会', '怎样写会议记录']],
  ['03-18', '第四期：志愿服务与社会实践', ['志愿服务的组织', '学雷锋活动策划']],
  ['04-22', '第五期：团史与青年榜样', ['团史上的青年', '身边的榜样']],
  ['05-20', '第六期：团员先锋岗交流', ['先锋岗怎么做', '分组交流']],
]
/** How many of them each school planned, in the order of schools; `forgot`: those whose rolls nobody saved. */
const plans: readonly { planned: number; forgot?: readonly number[] }[] = [{ planned: 6 }, { planned: 6 }, { planned: 4 }, { planned: 6 }, { planned: 3, forgot: [0, 1] }, { planned: 6 }, { planned: 0 }, { planned: 6 }, { planned: 5, forgot: [1] }, { planned: 6 }, { planned: 6 }, { planned: 2 }]
const [from, to] = ['16:20', '17:05']
const mostOnRoll = 22
/** A lesson that those get who have all the others: it changes no figure of theirs. */
const furtherLesson = 'lesson-11'

const as = (key: { pk: string; sk: string }, value: object): Item => ({ ...key, ...value })

interface School {
  id: string
  plan: (typeof plans)[number]
  today: string
  year: number
  by: string
  teacher: string
  students: readonly DemoStudent[]
}

const written = (date: string, today: string, by: string, revision: number) => ({ revision, saveId: `seed-${date}`, at: at(date < today ? date : addDays(today, -1), 18 * 60), by })
const lastMonth = (date: string): string => addDays(date, -30)

const sessionItems = (school: School, course: Pick<LeagueCourse, 'courseId'>, of: Pick<LeagueSession, 'sessionId' | 'date' | 'title'> & { lesson?: string; place: string }, present: readonly DemoStudent[]): Item[] => {
  const { id, today, by, teacher } = school
  const rolled = present.length > 0 && of.date < today
  const wrote = rolled ? written(of.date, today, by, 2) : written(lastMonth(of.date), today, by, 1)
  const lines: RollLine[] = present.map(({ personId }) => ({ personId, n: 1, at: wrote.at, by }))
  const session: LeagueSession = { courseId: course.courseId, ...of, from, to, teacher, ...wrote, ...(rolled && { roll: { present: lines.length, at: wrote.at, by } }) }
  return [as(keys.leagueSession(id, course.courseId, of.sessionId), session), ...(rolled ? [as(keys.leagueRoll(id, course.courseId, of.sessionId), { lines })] : [])]
}

/** Courses for members: those that are over have their rolls, but for the one that was forgotten. */
const trainingItems = (school: School): Item[] => {
  const { id, plan, today, year, by, students } = school
  return courses.slice(0, plan.planned).flatMap(([monthDay, title, topics], k) => {
    const date = latest(`${monthDay < '09-01' ? year + 1 : year}-${monthDay}`, 3)
    const course: LeagueCourse = { courseId: `${year}-training-${k + 1}`, kind: 'members', title, sessions: topics.length, ...written(addDays(`${year}-09-01`, 5), today, by, 1) }
    const draw = randomOf(`league school ${id} ${k}`)
    return [
      as(keys.leagueCourse(id, course.courseId), course),
      ...topics.flatMap((topic, i) => {
        const on = addDays(date, 7 * i)
        const members = students.filter(({ leagueMember }) => leagueMember !== undefined && leagueMember.since <= on)
        return sessionItems(school, course, { sessionId: `training-${k + 1}-${i + 1}`, date: on, title: topic, place: '阶梯教室' }, plan.forgot?.includes(k) ? [] : draw.sample(members, Math.min(mostOnRoll, Math.ceil(members.length * 0.9))))
      }),
    ]
  })
}

/** The League classes of applicants: one was held, with its lesson in the ledgers of those who were there, and two are to come. */
const classItems = (school: School, { ledgers, applications, awkward }: DemoCounty): Item[] => {
  const { id, plan, today, year, by, students } = school
  if (plan.planned === 0) return []
  const held = latest(addDays(today, -4), 5)
  const course: LeagueCourse = { courseId: `${year}-classes-1`, kind: 'applicants', title: '入团团课', sessions: 8, ...written(addDays(`${year}-09-01`, 12), today, by, 1) }
  if (schoolYearOf(held) !== year || schoolYearOf(addDays(held, 21)) !== year) return [as(keys.leagueCourse(id, course.courseId), course)]
  const byHand = new Set(awkward.values())
  const lessonsOf = (personId: string) => (ledgers.get(personId) ?? []).filter((entry): entry is RecordEntry => entry.type === 'record' && entry.category === 'league-class').map(({ distinctKey }) => distinctKey)
  const further = students.filter(({ personId, leagueMember }) => !leagueMember && !byHand.has(personId) && !applications.has(personId) && lessonsOf(personId).length >= 8 && !lessonsOf(personId).includes(furtherLesson)).slice(0, 8)
  const title = '团课研讨：我为什么申请入团'
  const records = further.map(({ personId }) => {
    const instant = (time: string) => new Date(sessionInstant(held, time)).toISOString()
    const record: RecordEntry = { type: 'record', recordId: lessonRecordId('classes-1-1', { n: 1 }), source: 'granted', category: 'league-class', title, place: '团员活动室', startedAt: instant(from), endedAt: instant(to), quantity: 1, distinctKey: furtherLesson, photoIds: [], at: at(held, 18 * 60), by }
    return as(keys.record(personId, record.recordId), record)
  })
  const coming = [[16, '第三课：团的组织原则', 'lesson-3'], [23, '第四课：团员的标准', 'lesson-4']] as const
  return [
    as(keys.leagueCourse(id, course.courseId), course), ...records,
    ...sessionItems(school, course, { sessionId: 'classes-1-1', date: held, title, lesson: furtherLesson, place: '团员活动室' }, further),
    ...coming.flatMap(([days, words, lesson], i) => sessionItems(school, course, { sessionId: `classes-1-${i + 2}`, date: addDays(held, days - 2), title: words, lesson, place: '团员活动室' }, [])),
  ]
}

/** The county's League schools of this school year: most keep pace, some are behind, one has not begun. */
export const leagueSchoolItems = (county: DemoCounty): Item[] =>
  county.orgs.filter(({ kind, id }) => kind === 'school' && id.startsWith('wangcang.')).flatMap(({ id }, i) => {
    const secretary = county.staff.find(({ roles }) => roles.some(({ name, scope }) => name === 'committee' && scope === id))
    const school: School = { id, plan: plans[i] ?? { planned: 6 }, today: county.today, year: schoolYearOf(county.today), by: secretary?.personId ?? '', teacher: secretary?.name ?? '', students: county.students.filter(({ branch }) => branch.startsWith(`${id}.`)) }
    return [...trainingItems(school), ...classItems(school, county)]
  })

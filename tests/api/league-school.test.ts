import { dueBy, figuresOf, stateOfCourse } from '../../functions/core/league-school'
import { foldLedger } from '../../functions/core/fold-ledger'
import { keys } from '../../functions/store/keys'
import { readRoll, replaceRoll } from '../../functions/store/league-schools'
import { readLedger } from '../../functions/store/ledger'
import { readMe } from '../../functions/store/people'
import { putItem } from '../../functions/store/table'
import { saveLeagueRollBy } from '../../functions/use-cases/save-league-roll'
import { allRoutes } from '../support/all-routes'
import { apiOf } from '../support/api'
import { putPerson, smallWorld, type TestContext, testContext } from '../support/context'
import { together } from '../support/together'

const [school, course] = ['wangcang.s01', '2025-course-01']
const at = `/v1/league-schools/${school}`
let context: TestContext
let call: ReturnType<typeof apiOf>
beforeEach(async () => {
  context = await testContext()
  await smallWorld(context)
  await putPerson(context, 'w-school-2', { roles: [{ name: 'committee', scope: school }] })
  call = apiOf(context, allRoutes)
})
afterEach(() => context.close())

let asked = 0
const newId = () => `request-${String(++asked).padStart(4, '0')}`
const saveCourse = (body: object = {}, courseId = course, who = 'w-school') => call(who, 'POST', `${at}/courses/${courseId}`, { id: newId(), revision: 0, kind: 'applicants', title: '团课', sessions: 8, ...body })
const planned = { date: '2026-06-12', from: '16:20', to: '17:05', place: '阶梯教室', title: '第一课 团的性质', teacher: '李老师', lesson: 'lesson-1' }
const saveSession = (body: object = {}, sessionId = 'session-01', courseId = course, who = 'w-school') => call(who, 'POST', `${at}/courses/${courseId}/sessions/${sessionId}`, { id: newId(), revision: 0, ...planned, ...body })
const saveRoll = (body: object, sessionId = 'session-01', courseId = course, who = 'w-school') => call(who, 'POST', `${at}/courses/${courseId}/sessions/${sessionId}/roll`, { id: newId(), revision: 1, ...body })
const show = async (query = '') => (await call('w-school', 'GET', `${at}${query}`)).body
const showSession = async (sessionId = 'session-01', courseId = course) => (await call('w-school', 'GET', `${at}/courses/${courseId}/sessions/${sessionId}`)).body
const lessons = async (personId: string) => foldLedger(await readLedger(context.table, personId)).records.filter(({ category }) => category === 'league-class')
const counted = async (personId: string) => (await call('w-secretary', 'GET', `/v1/people/${personId}/progress`)).body.requirements?.find(({ key }: { key: string }) => key === 'league-class')?.achieved
const withSession = async (body: object = {}) => {
  await saveCourse()
  await saveSession(body)
}

describe('courses and sessions', () => {
  test('are saved on the revision that was read, and shown by school year', async () => {
    expect(await saveCourse()).toMatchObject({ status: 200, body: { org: school, name: '第一中学', year: 2025, thisYear: 2025, atLeast: 6, courses: [{ courseId: course, kind: 'applicants', planned: 8, state: 'planned', revision: 1, byName: 'w-school', sessions: [] }] } })
    expect((await saveSession()).body.courses[0].sessions).toMatchObject([{ sessionId: 'session-01', ...planned, over: true, revision: 1, byName: 'w-school' }])
    expect((await saveSession({ revision: 1, teacher: '王老师' })).body.courses[0].sessions).toMatchObject([{ teacher: '王老师', revision: 2 }])
    expect((await saveSession({ revision: 1, teacher: '张老师' }, undefined, undefined, 'w-school-2')).body).toMatchObject({ code: 'league-school-changed', detail: { conflict: { revision: 2, byName: 'w-school' } } })
    expect((await show('?year=2026')).courses).toEqual([])
    expect((await call('w-county', 'GET', `${at}?year=2025`)).body.courses).toHaveLength(1)
  })

  test('the same request again gives the same answer, with other words it is a mistake', async () => {
    const first = await saveCourse({ id: 'course-same' })
    expect(await saveCourse({ id: 'course-same' })).toEqual(first)
    expect((await saveCourse({ id: 'course-same', title: '别的' })).body.code).toBe('id-reused')
    await saveSession({ id: 'session-same' })
    expect((await saveSession({ id: 'session-same' })).body.courses[0].sessions).toHaveLength(1)
  })

  test.each<[string, () => Promise<{ body: unknown }>, string, string]>([
    ['a course of a year that is over', () => saveCourse({}, '2024-course-01'), 'courseId', 'not-open'],
    ['a date of another school year', () => saveSession({ date: '2026-09-01' }), 'date', 'not-of-year'],
    ['an end before its beginning', () => saveSession({ to: '16:00' }), 'to', 'end-before-start'],
    ['a League class that is no lesson', () => saveSession({ lesson: undefined }), 'lesson', 'required'],
    ['a lesson for members', async () => { await saveCourse({ kind: 'members' }, '2025-course-02'); return saveSession({}, 'session-02', '2025-course-02') }, 'lesson', 'not-for-members'],
    ['another kind once there are sessions', async () => { await saveSession(); return saveCourse({ revision: 1, kind: 'members' }) }, 'kind', 'has-sessions'],
    ['a session of a course that was dropped', async () => { await saveCourse({ revision: 1, dropped: '没有场地' }); return saveSession() }, 'courseId', 'dropped'],
    ['another day once there is a roll', async () => { await saveSession(); await saveRoll({ add: ['w-student'] }); return saveSession({ revision: 2, date: '2026-06-11' }) }, 'date', 'has-roll'],
    ['a course that is dropped after a session was held', async () => { await saveSession(); await saveRoll({ add: ['w-student'] }); return saveCourse({ revision: 1, dropped: '不办了' }) }, 'dropped', 'has-roll'],
    ['a roll before the end', async () => { await saveSession({ date: '2026-06-15' }); return saveRoll({ add: ['w-student'] }) }, 'sessionId', 'in-future'],
    ['a roll of a session that was dropped', async () => { await saveSession({ dropped: '停电' }); return saveRoll({ add: ['w-student'] }) }, 'sessionId', 'dropped'],
    ['a roll of a course that was dropped', async () => { await saveSession(); await saveCourse({ revision: 1, dropped: '停办' }); return saveRoll({ add: ['w-student'] }) }, 'courseId', 'dropped'],
    ['a roll of nobody', async () => { await saveSession(); return saveRoll({}) }, 'add', 'required'],
    ['somebody named twice', async () => { await saveSession(); return saveRoll({ add: ['w-student', 'w-student'] }) }, 'add[1]', 'twice'],
    ['somebody taken back who was not there', async () => { await saveSession(); return saveRoll({ takeBack: ['w-student'], reason: '记错' }) }, 'takeBack[0]', 'not-on-roll'],
    ['an addition after the day without a reason', async () => { await saveSession(); await saveRoll({ add: ['w-student'] }); return saveRoll({ revision: 2, add: ['w-classmate'] }) }, 'reason', 'required'],
  ])('%s names its field', async (_what, send, path, code) => {
    await saveCourse()
    expect((await send()).body).toMatchObject({ code: 'invalid-input', errors: expect.arrayContaining([expect.objectContaining({ path, code })]) })
  })

  test('a teacher’s name may still be corrected on a session with a roll, and the roll stays', async () => {
    await withSession()
    await saveRoll({ add: ['w-student'] })
    expect((await saveSession({ revision: 2, teacher: '王老师' })).body.courses[0].sessions).toMatchObject([{ teacher: '王老师', roll: { present: 1 }, revision: 3 }])
    expect((await showSession()).lines).toMatchObject([{ personId: 'w-student' }])
  })

  test('what there is none of is not found, a branch is no League school', async () => {
    expect((await saveSession()).body.code).toBe('not-found')
    expect((await saveRoll({ add: ['w-student'] })).body.code).toBe('not-found')
    for (const path of ['wangcang.s01.b01', 'wangcang.t01.home', 'wangcang', 'wangcang.s99']) expect((await call('w-county', 'GET', `/v1/league-schools/${path}`)).body.code).toBe('not-found')
  })
})

describe('a roll of applicants', () => {
  test('gives each the lesson in their ledger, once: saved twice, added to, or taught again', async () => {
    await withSession()
    const first = await saveRoll({ id: 'roll-of-all', add: ['w-student', 'w-classmate'] })
    expect(first.body).toMatchObject({ outcomes: [{ personId: 'w-student', ok: true }, { personId: 'w-classmate', ok: true }], session: { revision: 2, roll: { present: 2, byName: 'w-school' }, lines: [{ personId: 'w-student', name: 'w-student', branchName: '第一中学初三（1）班团支部' }, { personId: 'w-classmate' }] } })
    expect(await lessons('w-student')).toMatchObject([{ id: 'ls-session-01', source: 'granted', status: 'approved', title: planned.title, place: planned.place, quantity: 1, distinctKey: 'lesson-1', startedAt: '2026-06-12T08:20:00.000Z', endedAt: '2026-06-12T09:05:00.000Z', submittedBy: 'w-school' }])
    expect((await saveRoll({ id: 'roll-of-all', add: ['w-student', 'w-classmate'] })).body).toEqual(first.body)
    expect((await saveRoll({ id: 'roll-of-all', add: ['w-student-b02'] })).body.code).toBe('id-reused')
    expect((await saveRoll({ revision: 2, add: ['w-student', 'w-student-b02'], reason: '漏记' })).body).toMatchObject({ session: { roll: { present: 3 }, lines: [{}, {}, { personId: 'w-student-b02', late: '漏记' }] } })
    expect([await lessons('w-student'), await lessons('w-student-b02')].map(({ length }) => length)).toEqual([1, 1])
    // The same lesson at another session: two records, one lesson.
    await saveSession({ date: '2026-06-13' }, 'session-02')
    await saveRoll({ add: ['w-student'] }, 'session-02')
    expect(await lessons('w-student')).toHaveLength(2)
    expect(await counted('w-student')).toBe(1)
  })

  test('names who may not be on it, and takes the others', async () => {
    await putPerson(context, 'w-young', { branch: 'wangcang.s01.b01', birthDate: '2013-01-01' })
    await putPerson(context, 'w-both', { branch: 'wangcang.s01.b01', roles: [{ name: 'committee', scope: school }] })
    await withSession()
    const { body } = await saveRoll({ add: ['w-student', 'w-student-s02', 'nobody', 'w-young', 'w-both'] }, undefined, undefined, 'w-both')
    expect(body.outcomes).toEqual([{ personId: 'w-student', ok: true }, { personId: 'w-student-s02', ok: false, code: 'not-found' }, { personId: 'nobody', ok: false, code: 'not-found' }, { personId: 'w-young', ok: false, code: 'guardian-consent-needed' }, { personId: 'w-both', ok: false, code: 'own-record' }])
    expect(body.session.lines.map(({ personId }: { personId: string }) => personId)).toEqual(['w-student'])
    expect(await lessons('w-student-s02')).toEqual([])
    expect((await saveRoll({ revision: 2, add: ['nobody'], reason: '漏记' })).body).toMatchObject({ outcomes: [{ ok: false }], session: { revision: 2 } })
  })

  test('takes a lesson back with a reason, and gives it again', async () => {
    await withSession()
    await saveRoll({ add: ['w-student', 'w-classmate'] })
    expect((await saveRoll({ revision: 2, takeBack: ['w-student'] })).body).toMatchObject({ code: 'invalid-input', errors: [{ path: 'reason', code: 'required' }] })
    const back = await saveRoll({ id: 'take-back-1', revision: 2, takeBack: ['w-student'], reason: '点错名' })
    expect(back.body).toMatchObject({ outcomes: [{ personId: 'w-student', ok: true }], session: { roll: { present: 1 }, lines: [{ personId: 'w-student', takenBack: { reason: '点错名', byName: 'w-school' } }, { personId: 'w-classmate' }] } })
    expect(await lessons('w-student')).toMatchObject([{ status: 'revoked', decisions: [{ verdict: 'revoked', words: '点错名', by: 'w-school' }] }])
    expect((await saveRoll({ id: 'take-back-1', revision: 2, takeBack: ['w-student'], reason: '点错名' })).body).toEqual(back.body)
    expect((await lessons('w-student'))[0]?.decisions).toHaveLength(1)
    await saveRoll({ revision: 3, add: ['w-student'], reason: '确实在场' })
    expect((await lessons('w-student')).map(({ id, status }) => [id, status])).toEqual([['ls-session-01', 'revoked'], ['ls-session-01-2', 'approved']])
    expect(await counted('w-student')).toBe(1)
  })

  test('a save whose end was lost is made good by the same again', async () => {
    await withSession()
    const { session, lines } = { session: (await showSession()), lines: [{ personId: 'w-student', n: 1, at: '2026-06-15T02:00:00.000Z', by: 'w-school' }] }
    // The roll was written and then the machine stopped: nobody has the lesson yet.
    const { org: _org, kind: _kind, courseTitle: _title, today: _today, lines: _lines, over: _over, byName: _name, ...held } = session
    await replaceRoll(context.table, school, { ...held, by: 'w-school', saveId: 'roll-lost-1', revision: 2, roll: { present: 1, at: held.at, by: 'w-school' } }, lines)
    expect(await lessons('w-student')).toEqual([])
    expect((await saveRoll({ id: 'roll-lost-1', add: ['w-student'] })).body.outcomes).toEqual([{ personId: 'w-student', ok: true }])
    expect(await lessons('w-student')).toHaveLength(1)
  })

  describe('two rolls at once', () => {
    const actor = async (who: string) => ({ actor: (await readMe(context.table, who, true)) as never, identity: '' })
    const race = async (replace: typeof replaceRoll) => {
      await withSession()
      const save = saveLeagueRollBy(together(2, replace))
      const one = async (who: string, personId: string) => save(context, { org: school, courseId: course, sessionId: 'session-01', id: `race-of-${who}`, revision: 1, add: [personId], takeBack: [] }, await actor(who))
      const answers = await Promise.all([one('w-school', 'w-student'), one('w-school-2', 'w-classmate')])
      const given = (await Promise.all(['w-student', 'w-classmate'].map(lessons))).map(({ length }) => length)
      return { refused: answers.filter((answer) => 'refused' in answer), given, on: (await readRoll(context.table, school, course, 'session-01')).length }
    }
    test('one is saved, the other is told and gives nobody a lesson', async () => {
      const { refused, given, on } = await race(replaceRoll)
      expect(refused).toMatchObject([{ refused: 'league-school-changed', detail: { conflict: { revision: 2, byName: expect.stringMatching(/^w-school/) } } }])
      expect([[...given].sort(), on]).toEqual([[0, 1], 1])
    })
    test('control: without the condition somebody has a lesson and is on no roll', async () => {
      const { refused, given, on } = await race(async (table, schoolId, next, lines) => {
        await putItem(table, { ...keys.leagueSession(schoolId, next.courseId, next.sessionId), ...next })
        await putItem(table, { ...keys.leagueRoll(schoolId, next.courseId, next.sessionId), lines })
        return true
      })
      expect({ refused, given, on }).toEqual({ refused: [], given: [1, 1], on: 1 })
    })
  })
})

describe('a roll of members', () => {
  test('makes a course held when all its sessions have one, and feeds no ledger', async () => {
    const id = '2025-course-03'
    const members = { lesson: undefined }
    await saveCourse({ kind: 'members', title: '第一期团员培训', sessions: 2 }, id)
    await saveSession({ ...members, date: '2026-06-11' }, 'session-11', id)
    await saveSession(members, 'session-12', id)
    await saveRoll({ add: ['w-student'] }, 'session-11', id)
    expect(await show()).toMatchObject({ held: 0, coming: 1, courses: [{ state: 'running' }] })
    await saveRoll({ add: ['w-student', 'w-classmate'] }, 'session-12', id)
    expect(await show()).toMatchObject({ held: 1, coming: 0, due: 5, behind: 4, lastSession: '2026-06-12', lessons: 0, courses: [{ state: 'held' }] })
    expect(await lessons('w-student')).toEqual([])
  })
})

describe('who is behind', () => {
  const list = async (who: string, org: string, query = '') => (await call(who, 'GET', `/v1/league-schools?org=${org}${query}`)).body
  test('the county sees every school, the one behind first; a township when it holds courses, or asks itself', async () => {
    await saveCourse({ kind: 'members', sessions: 1 })
    await saveSession({ lesson: undefined })
    await saveRoll({ add: ['w-student'] })
    expect(await list('w-county', 'wangcang')).toMatchObject({ year: 2025, atLeast: 6, today: '2026-06-15', schools: [{ org: 'wangcang.s02', held: 0, due: 5, behind: 5 }, { org: school, held: 1, due: 5, behind: 4, lastSession: '2026-06-12' }] })
    expect((await list('w-township', 'wangcang.t01')).schools).toMatchObject([{ org: 'wangcang.t01', kind: 'township', due: 0, behind: 0 }])
    expect((await list('w-school', school)).schools).toHaveLength(1)
    expect((await list('w-school', 'wangcang')).code).toBe('not-allowed')
    const sheet = (await call('w-county', 'GET', '/v1/exports/league-schools?org=wangcang&format=csv')).body
    expect([sheet.rows, sheet.fileName.slice(0, 12)]).toEqual([2, '团校-2025-2026'])
    const [, behind, begun] = Buffer.from(sheet.content, 'base64').toString().split('\r\n')
    expect(behind).toContain(',6,0,0,5,5,0,0,')
    expect(begun).toMatch(/^"第一中学",.*,6,1,\d+,5,4,\d+,\d+,"2026-06-12"/)
    expect((await call('w-school', 'GET', '/v1/exports/league-schools?org=wangcang')).body.code).toBe('not-allowed')
    expect((await call('w-township', 'POST', '/v1/league-schools/wangcang.t01/courses/2025-course-09', { id: newId(), revision: 0, kind: 'applicants', title: '团课', sessions: 4 })).status).toBe(200)
    expect((await list('w-county', 'wangcang')).schools.map(({ org }: { org: string }) => org)).toEqual(['wangcang.s02', school, 'wangcang.t01'])
  })

  test('the county’s procedure says how many courses are asked', async () => {
    const { items: [version] } = (await call('w-county', 'GET', '/v1/procedures?org=wangcang')).body
    await putItem(context.table, { ...keys.procedure('wangcang', 1), version: 1, effectiveFrom: '2020-01-01', content: { ...version.content, leagueSchool: { coursesAtLeast: 10 } } })
    expect(await show()).toMatchObject({ atLeast: 10, due: 9, behind: 9 })
  })

  test.each<[string, number]>([['2025-09-01', 0], ['2025-10-31', 0], ['2025-11-01', 1], ['2026-01-15', 2], ['2026-06-30', 5], ['2026-07-01', 6], ['2026-08-31', 6], ['2027-01-01', 6], ['2025-08-31', 0]])('as of %s %d of six are due', (date, due) => {
    expect(dueBy(6, 2025, date)).toBe(due)
  })

  test('sessions and courses that were dropped count for nothing', () => {
    const roll = { present: 3, at: '', by: '' }
    expect(stateOfCourse({ sessions: 1 }, [{ roll }, { dropped: '停电' }])).toBe('held')
    expect(stateOfCourse({ sessions: 2 }, [{ roll }, { dropped: '停电' }])).toBe('running')
    expect(stateOfCourse({ sessions: 1 }, [{ roll }, {}])).toBe('running')
    expect(stateOfCourse({ sessions: 1, dropped: '停办' }, [])).toBe('dropped')
    expect(figuresOf([], [], 6, 2025, '2026-06-15')).toEqual({ held: 0, coming: 0, due: 5, behind: 5, lessons: 0, attended: 0 })
  })
})

describe('people', () => {
  test('of a school are found by branch or name, each with whether they are a member', async () => {
    const find = async (query: string) => (await call('w-school', 'GET', `${at}/people${query}`)).body
    expect(await find('')).toMatchObject({ more: false, branches: [{ id: 'wangcang.s01.b01', name: '初三（1）班团支部' }, { id: 'wangcang.s01.b02' }] })
    expect((await find('')).people.map(({ personId }: { personId: string }) => personId).sort()).toEqual(['w-classmate', 'w-student', 'w-student-b02'])
    expect((await find('?branch=wangcang.s01.b02')).people).toMatchObject([{ personId: 'w-student-b02', leagueMember: false }])
    expect((await find('?name=class')).people).toMatchObject([{ personId: 'w-classmate' }])
    expect((await find('?branch=wangcang.s02.b01')).people).toEqual([])
  })

  test('a student sees the next classes of the own school, and no other’s', async () => {
    await withSession()
    await saveSession({ date: '2026-06-20', title: '第三课' }, 'session-03')
    await saveSession({ date: '2026-06-15', title: '第二课' }, 'session-02')
    await saveSession({ date: '2026-06-16', dropped: '停电' }, 'session-04')
    const next = async (who: string) => (await call(who, 'GET', '/v1/league-classes')).body.sessions
    expect((await next('w-student')).map(({ title }: { title: string }) => title)).toEqual(['第二课', '第三课'])
    expect(await next('w-student-s02')).toEqual([])
    context.setNow('2026-06-15T09:05:00Z')
    expect(await next('w-student')).toHaveLength(1)
  })
})

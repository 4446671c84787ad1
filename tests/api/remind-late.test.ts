import { applicationRoutes } from '../../functions/http/routes/applications'
import { messageRoutes } from '../../functions/http/routes/messages'
import { refresh } from '../../functions/schedule/refresh'
import { readApplicationSteps } from '../../functions/store/applications'
import { roleHolderItem } from '../../functions/store/role-trail'
import { writeAll } from '../../functions/store/table'
import { foldRollUps } from '../../functions/use-cases/fold-roll-ups'
import { projectPerson } from '../../functions/use-cases/project-person'
import { apiOf } from '../support/api'
import { putPerson, smallWorld, type TestContext, testContext } from '../support/context'

const [branch, school, county] = ['wangcang.s01.b01', 'wangcang.s01', 'wangcang']
let context: TestContext
let call: ReturnType<typeof apiOf>
beforeEach(async () => {
  context = await testContext()
  await smallWorld(context)
  await putPerson(context, 'w-manager-too', { roles: [{ name: 'home-manager', scope: school }] })
  await writeAll(context.table, [
    roleHolderItem({ personId: 'w-secretary', role: 'branch-secretary', scope: branch }), roleHolderItem({ personId: 'w-school', role: 'committee', scope: school }),
    roleHolderItem({ personId: 'w-county', role: 'county-committee', scope: county }), roleHolderItem({ personId: 'w-manager-too', role: 'home-manager', scope: school }),
    roleHolderItem({ personId: 'w-secretary-b02', role: 'branch-secretary', scope: 'wangcang.s01.b02' }),
  ])
  call = apiOf(context, { ...applicationRoutes, ...messageRoutes })
  context.setNow('2026-06-15T02:00:00Z')
  expect((await call('w-student', 'POST', '/v1/applications', { id: 'letter-of-late', letter: '我志愿' })).status).toBe(201)
  await projectPerson(context, 'w-student')
  await foldRollUps(context, [branch])
}, 60_000)
afterEach(() => context.close())

/** The night's run, ten minutes into a local date. */
const night = (date: string) => {
  context.setNow(new Date(Date.parse(`${date}T00:10:00+08:00`)).toISOString())
  return refresh(context, [county])()
}
const told = async (who: string) => (await call(who, 'GET', '/v1/messages')).body.items.flatMap(({ about, at }: { about: { kind: string }; at: string }) => (about.kind === 'late' ? [{ ...about, at }] : []))

test('the level above hears after seven days, the branch when the month of the talk is over: each once, whoever runs again, and nothing moves', async () => {
  await night('2026-06-22')
  expect(await told('w-school')).toEqual([])
  await night('2026-06-23')
  await night('2026-06-23')
  const above = { kind: 'late', scope: school, scopeName: '第一中学', own: 0, below: 1, at: '2026-06-22T16:00:00.000Z' }
  expect(await told('w-school')).toEqual([above])
  expect([await told('w-secretary'), await told('w-county'), await told('w-manager-too')]).toEqual([[], [], []])
  await night('2026-07-15')
  expect(await told('w-secretary')).toEqual([])
  await night('2026-07-16')
  await night('2026-07-17')
  expect(await told('w-secretary')).toEqual([{ kind: 'late', scope: branch, scopeName: '第一中学初三（1）班团支部', own: 1, below: 0, at: '2026-07-15T16:00:00.000Z' }])
  expect([await told('w-school'), await told('w-secretary-b02')]).toEqual([[above], []])
  expect((await readApplicationSteps(context.table, 'w-student')).map(({ to }) => to)).toEqual(['applied'])
})

test('a night that was missed is made good', async () => {
  await night('2026-06-25')
  expect(await told('w-school')).toMatchObject([{ own: 0, below: 1, at: '2026-06-22T16:00:00.000Z' }])
})

test('who acted in time hears nothing', async () => {
  context.setNow('2026-06-16T02:00:00Z')
  expect((await call('w-secretary', 'POST', '/v1/people/w-student/application/acts', { id: 'talk-in-time', version: 1, what: { act: 'talk', date: '2026-06-16', talker: '何老师', notes: '谈了入团动机' } })).status).toBe(200)
  await projectPerson(context, 'w-student')
  await foldRollUps(context, [branch])
  await night('2026-06-23')
  expect(await told('w-school')).toEqual([])
})

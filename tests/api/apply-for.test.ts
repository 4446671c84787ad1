import { applicationRoutes } from '../../functions/http/routes/applications'
import { recordRoutes } from '../../functions/http/routes/records'
import { readApplicationSteps } from '../../functions/store/applications'
import { keys } from '../../functions/store/keys'
import { settlePhoto } from '../../functions/store/photos'
import { type Item, putItem } from '../../functions/store/table'
import { admissionOf, openAdmission } from '../support/admission'
import { apiOf } from '../support/api'
import { putPerson, smallWorld, type TestContext, testContext } from '../support/context'
import { makeReady } from '../support/ready-student'

const branch = 'wangcang.s01.b01'
let context: TestContext
let call: ReturnType<typeof apiOf>
let way: ReturnType<typeof admissionOf>
beforeAll(async () => {
  context = await testContext()
  await smallWorld(context)
  call = apiOf(context, { ...applicationRoutes, ...recordRoutes })
  way = admissionOf(context)
}, 60_000)
afterAll(() => context.close())

const photo = async (whose: string, id: string, outcome: 'waiting' | 'ready' | 'refused' = 'ready') => {
  await call('w-secretary', 'POST', `/v1/people/${whose}/uploads`, { id, contentType: 'image/jpeg', bytes: 1000 })
  if (outcome === 'ready') await settlePhoto(context.table, whose, id, { state: 'ready', sha256: `hash-of-${id}`, usedBefore: false })
  if (outcome === 'refused') await settlePhoto(context.table, whose, id, { state: 'refused', refusedBecause: 'corrupt' })
}
const enter = (whose: string, more: object = {}, who = 'w-secretary') => call(who, 'POST', `/v1/people/${whose}/application`, { id: `paper-of-${whose}`, date: '2026-06-10', photoIds: [`letter-${whose}`], ...more })

test('a letter on paper with its photo: seen as entered by whom, acted on as any other, its photo pinned by hash', async () => {
  await makeReady(context, 'w-student')
  await photo('w-student', 'letter-w-student')
  const view = await enter('w-student')
  expect(view).toMatchObject({
    status: 201,
    body: { application: { state: 'applied', version: 1, paper: { date: '2026-06-10', byName: 'w-secretary', photos: [{ photoId: 'letter-w-student', state: 'ready', url: expect.stringContaining('signed') }] }, steps: [{ to: 'applied', onBehalf: true, byName: 'w-secretary', date: '2026-06-10' }] } },
  })
  expect(view.body.application.letter).toBeUndefined()
  expect(await enter('w-student')).toEqual(view)
  expect((await enter('w-student', { date: '2026-06-09' })).body.code).toBe('id-reused')
  expect((await enter('w-student', { id: 'paper-again' })).body.code).toBe('application-open')
  expect((await call('w-student', 'GET', '/v1/people/w-student/application')).body.application).toMatchObject({ paper: { byName: 'w-secretary' } })
  expect(await readApplicationSteps(context.table, 'w-student')).toMatchObject([{ by: 'w-secretary', onBehalf: true, facts: { date: '2026-06-10', photos: [{ sha256: 'hash-of-letter-w-student' }] } }])

  // The talk may have been before the letter was entered, but not before it was written.
  const talk = (date: string) => way.act('w-secretary', 'w-student', { act: 'talk', date, talker: '书记', notes: '谈了理想' })
  expect((await talk('2026-06-09')).body.errors).toMatchObject([{ path: 'what.date', code: 'too-early' }])
  expect((await talk('2026-06-10')).body.application).toMatchObject({ state: 'talked', since: '2026-06-15T02:00:00.000Z' })
})

test('returned, answered by another letter on paper; the applicant may as well answer by phone, and take it back', async () => {
  await putPerson(context, 'w-paper', { branch })
  await photo('w-paper', 'letter-w-paper')
  await photo('w-paper', 'letter-second')
  await enter('w-paper')
  await way.act('w-school', 'w-paper', { act: 'return', reason: '请写具体' })
  const second = (await enter('w-paper', { id: 'paper-second', date: '2026-06-14', photoIds: ['letter-second'] })).body.application
  expect(second).toMatchObject({ applicationId: 'paper-of-w-paper', state: 'applied', version: 3, paper: { date: '2026-06-14', photos: [{ photoId: 'letter-second' }] } })
  await way.act('w-county', 'w-paper', { act: 'return', reason: '请签名' })
  const typed = (await way.apply('w-paper', 'letter-typed')).body.application
  expect(typed).toMatchObject({ state: 'applied', version: 5, letter: '我志愿加入中国共产主义青年团' })
  expect(typed.paper).toBeUndefined()
  expect((await call('w-paper', 'POST', '/v1/applications/withdraw', { id: 'withdraw-1', version: 5 })).body.application.state).toBe('withdrawn')
})

test('a member applies on paper no more than by phone', async () => {
  await openAdmission(context)
  await photo('w-introducer-1', 'letter-w-introducer-1')
  expect((await enter('w-introducer-1')).body.code).toBe('already-member')
})

test.each([
  ['no photo', { photoIds: [] }, 'photoIds'],
  ['a photo nobody took', { photoIds: ['letter-none'] }, 'photoIds[0]'],
  ['a photo of another member', { photoIds: ['letter-w-student'] }, 'photoIds[0]'],
  ['a photo that cannot be read', { photoIds: ['letter-corrupt'] }, 'photoIds[0]'],
  ['a photo named twice', { photoIds: ['letter-classmate', 'letter-classmate'] }, 'photoIds[1]'],
  ['a date still to come', { date: '2026-06-16' }, 'date'],
  ['a date that does not exist', { date: '2026-02-30' }, 'date'],
])('%s names its field, and nothing is written', async (_what, wrong, path) => {
  await photo('w-classmate', 'letter-classmate')
  await photo('w-classmate', 'letter-corrupt', 'refused')
  expect((await enter('w-classmate', { photoIds: ['letter-classmate'], ...wrong })).body).toMatchObject({ code: 'invalid-input', errors: [{ path }] })
  expect(await readApplicationSteps(context.table, 'w-classmate')).toEqual([])
})

test('a photo that is still looked at is asked for again, and the same request goes through', async () => {
  await putPerson(context, 'w-slow', { branch })
  await photo('w-slow', 'letter-w-slow', 'waiting')
  expect(await enter('w-slow')).toMatchObject({ status: 409, body: { code: 'photo-not-ready' } })
  await settlePhoto(context.table, 'w-slow', 'letter-w-slow', { state: 'ready', sha256: 'hash-of-slow', usedBefore: false })
  expect((await enter('w-slow')).status).toBe(201)
})

test('a day at which the applicant was thirteen: the letter was too early', async () => {
  expect((await enter('w-classmate', { photoIds: ['letter-classmate'], date: '2024-02-29' })).body).toMatchObject({ code: 'conditions-unmet', detail: { conditions: [{ key: 'procedure-age', achieved: 13 }] } })
  expect(await readApplicationSteps(context.table, 'w-classmate')).toEqual([])
})

test('thirteen cannot apply on paper either, and nobody enters their own', async () => {
  await putPerson(context, 'w-thirteen', { branch, birthDate: '2012-06-16' })
  await putItem(context.table, { ...keys.photo('w-thirteen', 'letter-w-thirteen'), photoId: 'letter-w-thirteen', personId: 'w-thirteen', state: 'ready', sha256: 'hash', contentType: 'image/jpeg', bytes: 1, at: '2026-06-15T00:00:00.000Z' } as Item)
  expect((await enter('w-thirteen')).body).toMatchObject({ code: 'conditions-unmet', detail: { conditions: [{ key: 'procedure-age', achieved: 13 }] } })
  const roles = [{ name: 'student', scope: branch }, { name: 'branch-secretary', scope: branch }]
  await putItem(context.table, { ...keys.me('w-both'), personId: 'w-both', name: 'both', branch, birthDate: '2000-01-01', epoch: 1, roles } as Item)
  expect((await enter('w-both', {}, 'w-both')).body.code).toBe('own-application')
})

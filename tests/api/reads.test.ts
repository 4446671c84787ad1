import { type EndpointName, endpoints } from '@shared/contract'
import type { Endpoint } from '@shared/contract/endpoint'
import { appOf } from '../../functions/http/app'
import { progressRoutes } from '../../functions/http/routes/progress'
import { keys } from '../../functions/store/keys'
import { getItem, queryAll } from '../../functions/store/table'
import { logRead } from '../../functions/use-cases/log-read'
import { issueToken } from '../../functions/use-cases/session-token'
import { allRoutes } from '../support/all-routes'
import { projectPerson } from '../../functions/use-cases/project-person'
import { apiOf, request } from '../support/api'
import { smallWorld, type TestContext, testContext } from '../support/context'

let context: TestContext
let call: ReturnType<typeof apiOf>
beforeEach(async () => {
  context = await testContext()
  await smallWorld(context)
  call = apiOf(context, allRoutes)
}, 60_000)
afterEach(() => context.close())

const student = 'w-student'
const look = (who: string, what = 'progress', of = student) => call(who, 'GET', `/v1/people/${of}/${what}`)
const reads = async (who = student, query = '') => (await call(who, 'GET', `/v1/reads${query}`)).body
const logged = (personId = student) => queryAll(context.table, { pk: keys.me(personId).pk, prefix: 'V#', consistent: true })

/** What is about one person and answers with nothing of their file: a new code, a card that is good no more, what was attested just now, whether somebody was bound, a place to upload to, a membership entered or taken back just now, where they were moved to just now. */
const answersNoFile = ['cutOffCard', 'issueBindingCode', 'attestGuardianConsent', 'unbindPerson', 'startUploadFor', 'markLeagueMember', 'takeBackLeagueMember', 'moveMember', 'replacePhone']

test('every endpoint that answers with a person’s file says which part, a staff member’s writes too', () => {
  const ofPeople = (Object.entries(endpoints) as [EndpointName, Endpoint][]).filter(([, { access }]) => access.who === 'roles' && access.scope === 'person')
  expect(ofPeople.map(([name, { reads }]) => [name, reads !== undefined])).toEqual(ofPeople.map(([name]) => [name, !answersNoFile.includes(name)]))
  const asked = ofPeople.filter(([, { method }]) => method === 'GET')
  expect(asked.map(([name, { reads }]) => [name, reads])).toEqual([['showProgress', 'progress'], ['exportCase', 'export'], ['listRecords', 'records'], ['showRecord', 'records'], ['showApplication', 'application'], ['showAttachment', 'application'], ['listAttachments', 'application'], ['listDocuments', 'document'], ['showDocument', 'document'], ['listStays', 'membership'], ['rerunDecision', 'application'], ['listExams', 'records']])
  const written = ofPeople.filter(([name, { method }]) => method !== 'GET' && !answersNoFile.includes(name))
  expect(Object.fromEntries(written.map(([name, { reads }]) => [name, reads]))).toEqual({
    submitRecordFor: 'records', withdrawRecordFor: 'records', correctRecord: 'records', keepRecord: 'records', applyFor: 'application', actOnApplication: 'application', startAttachment: 'application', issueDocument: 'document', issueAdmissionPaper: 'document', withdrawDocument: 'document', settleTransfer: 'membership', correctExam: 'records',
  })
})

test('a page of three reads at once is one row with three parts, by name, role and scope', async () => {
  await Promise.all(['progress', 'records', 'application'].map((what) => look('w-secretary', what)))
  expect(await reads()).toEqual({
    items: [{
      date: '2026-06-15', name: 'w-secretary', role: 'branch-secretary', scopeName: '第一中学初三（1）班团支部',
      firstAt: '2026-06-15T02:00:00.000Z', lastAt: '2026-06-15T02:00:00.000Z', parts: ['progress', 'records', 'application'],
    }],
  })
})

test('the same again is written only when ten minutes are gone; it is kept for two years', async () => {
  await look('w-secretary')
  context.setNow('2026-06-15T02:09:59Z')
  await look('w-secretary')
  expect((await reads()).items).toMatchObject([{ firstAt: '2026-06-15T02:00:00.000Z', lastAt: '2026-06-15T02:00:00.000Z' }])
  context.setNow('2026-06-15T02:10:00Z')
  await look('w-secretary')
  expect((await reads()).items).toMatchObject([{ firstAt: '2026-06-15T02:00:00.000Z', lastAt: '2026-06-15T02:10:00.000Z' }])
  expect(await getItem(context.table, keys.read(student, '2026-06-15', 'w-secretary'))).toMatchObject({ expiresAt: Date.parse('2028-06-14T02:10:00Z') / 1000 })
})

test('own looks, refused ones and lists of many people are not in it', async () => {
  for (const what of ['progress', 'records', 'application', 'export']) expect((await look(student, what)).status).toBe(200)
  expect((await look('w-secretary-b02')).status).toBe(403)
  expect((await look('w-classmate')).status).toBe(403)
  for (const list of ['members', 'reviews', 'applications', 'dashboard']) expect((await call('w-secretary', 'GET', `/v1/${list}?org=wangcang.s01.b01`)).status).toBe(200)
  expect(await logged()).toEqual([])
})

test('newest day first, page by page; a day is one of Asia/Shanghai', async () => {
  const days = ['2026-06-10T15:59:00Z', '2026-06-10T16:00:00Z', '2026-06-12T02:00:00Z']
  for (const at of days) {
    context.setNow(at)
    await look('w-school')
    await look('w-county')
  }
  const found: string[] = []
  let cursor: string | undefined
  do {
    const page = await reads(student, `?limit=4${cursor ? `&cursor=${cursor}` : ''}`)
    found.push(...page.items.map(({ date, name }: { date: string; name: string }) => `${date} ${name}`))
    cursor = page.next
  } while (cursor)
  expect(found).toEqual(['2026-06-12', '2026-06-11', '2026-06-10'].flatMap((date) => [`${date} w-school`, `${date} w-county`]))
})

test('nobody lists another’s: each hears of their own file only', async () => {
  await look('w-secretary')
  expect((await reads('w-classmate')).items).toEqual([])
  expect((await reads('w-secretary')).items).toEqual([])
  // A cursor of another's list begins one's own anew.
  const cursor = Buffer.from(JSON.stringify({ at: student })).toString('base64url')
  expect(await reads('w-classmate', `?cursor=${cursor}`)).toEqual({ items: [] })
})

test('where the look cannot be noted nothing is shown', async () => {
  const app = appOf(context, progressRoutes, async () => { throw new Error('The log is full') })
  const { token } = await issueToken(context, { personId: 'w-secretary', epoch: 1 })
  const { error } = console
  console.error = () => undefined
  const reply = await request(app, `/v1/people/${student}/progress`, { method: 'GET', headers: { authorization: `Bearer ${token}` } })
  console.error = error
  expect(await reply.json()).toEqual({ type: 'urn:qingcheng:problem:fault', title: 'fault', status: 500, code: 'fault' })
})

test('an app that reads files does not start without the log', () => {
  expect(() => appOf(context, progressRoutes)).toThrow('nothing logs it')
  expect(() => appOf(context, progressRoutes, logRead)).not.toThrow()
})

test('a record read in the review queue is a look at its student’s file, and no one else’s', async () => {
  const hours = { startedAt: '2026-06-13T01:00:00Z', endedAt: '2026-06-13T02:00:00Z', quantity: 60, title: '敬老院', photoIds: [] }
  await call(student, 'POST', '/v1/records', { id: 'record-0001', category: 'volunteering', ...hours })
  await projectPerson(context, student)
  expect((await call('w-secretary', 'GET', '/v1/reviews?org=wangcang.s01.b01')).body.items).toHaveLength(1)
  expect((await reads()).items).toMatchObject([{ name: 'w-secretary', parts: ['records'] }])
  expect((await reads('w-classmate')).items).toEqual([])
})

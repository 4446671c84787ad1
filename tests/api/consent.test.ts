import { needsGuardian, noticeVersion } from '@shared/model/consent'
import { appOf } from '../../functions/http/app'
import { keys } from '../../functions/store/keys'
import { queryAll } from '../../functions/store/table'
import { logRead } from '../../functions/use-cases/log-read'
import { issueToken } from '../../functions/use-cases/session-token'
import { allRoutes } from '../support/all-routes'
import { apiOf, request } from '../support/api'
import { putPerson, smallWorld, type TestContext, testContext } from '../support/context'

let context: TestContext
let call: ReturnType<typeof apiOf>
beforeEach(async () => {
  context = await testContext()
  await smallWorld(context)
  await putPerson(context, 'w-child', { branch: 'wangcang.s01.b01', birthDate: '2012-06-16' })
  call = apiOf(context, allRoutes)
}, 60_000)
afterEach(() => context.close())

const bind = async (code: string, consent?: { version: string }) => {
  const { token } = await issueToken(context, { identity: 'wx-test#open-one' })
  const reply = await request(appOf(context, allRoutes, logRead), '/v1/binding', { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body: JSON.stringify({ code, consent }) })
  return { status: reply.status, body: (await reply.json()) as { code?: string } }
}
const codeFor = async (personId: string) => (await call('w-secretary', 'POST', `/v1/people/${personId}/binding-code`, { id: 'client-id-1' })).body.code as string
const attest = (more: object = {}, who = 'w-secretary') => call(who, 'POST', '/v1/people/w-child/guardian-consent', { id: 'attested-1', version: noticeVersion, how: 'paper', ...more })
const recorded = (personId: string, prefix: string) => queryAll<{ version: string; at: string }>(context.table, { pk: keys.me(personId).pk, prefix, consistent: true })
const now = { version: noticeVersion }

test('no binding without consent to the present notice, and nothing is written; with it the consent is recorded', async () => {
  const code = await codeFor('w-student')
  expect(await bind(code)).toMatchObject({ status: 409, body: { code: 'consent-needed' } })
  expect(await bind(code, { version: '2020-01-01' })).toMatchObject({ status: 409, body: { code: 'consent-needed' } })
  expect(await recorded('w-student', 'N#')).toEqual([])
  expect((await bind(code, now)).status).toBe(201)
  expect(await recorded('w-student', 'N#')).toMatchObject([{ version: noticeVersion, at: '2026-06-15T02:00:00.000Z' }])
  // The answer lost on the way, asked for again: one consent.
  expect((await bind(code, now)).status).toBe(201)
  expect(await recorded('w-student', 'N#')).toHaveLength(1)
})

test('under 14 a guardian’s consent comes first; the same attestation again gives the same answer', async () => {
  const code = await codeFor('w-child')
  expect(await bind(code, now)).toMatchObject({ status: 409, body: { code: 'guardian-consent-needed' } })
  const first = await attest()
  expect(first).toEqual({ status: 201, body: { version: noticeVersion, how: 'paper', at: '2026-06-15T02:00:00.000Z' } })
  context.setNow('2026-06-15T03:00:00Z')
  expect(await attest()).toEqual(first)
  expect((await attest({ how: 'other-identity' })).body.code).toBe('id-reused')
  expect((await bind(code, now)).status).toBe(201)
})

test('consent to an earlier notice is not attested and does not open', async () => {
  expect((await attest({ version: '2020-01-01' })).body.code).toBe('consent-needed')
  expect(await recorded('w-child', 'G#')).toEqual([])
})

test('neither the student nor a secretary of another branch attests', async () => {
  for (const who of ['w-child', 'w-classmate', 'w-secretary-b02']) expect((await attest({}, who)).status).toBe(403)
})

test('14 begins with the birthday’s first moment in Asia/Shanghai', async () => {
  const code = await codeFor('w-child')
  context.setNow('2026-06-15T15:59:59Z')
  expect((await bind(code, now)).body.code).toBe('guardian-consent-needed')
  context.setNow('2026-06-15T16:00:00Z')
  expect((await bind(code, now)).status).toBe(201)
})

test.each([
  ['2012-06-16', '2026-06-15', true], ['2012-06-16', '2026-06-16', false], ['2012-02-29', '2026-02-28', true], ['2012-02-29', '2026-03-01', false], ['2014-02-28', '2028-02-28', false],
])('born %s, on %s: a guardian is needed: %s', (born, today, needed) => {
  expect(needsGuardian(born, today)).toBe(needed)
})

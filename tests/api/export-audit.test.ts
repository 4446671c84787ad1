import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DeleteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { isFault, verifyAudit } from '../../functions/core/verify-audit'
import { auditVerifier } from '../../functions/signing/audit-verifier'
import { applicationHeadPrefix, keys } from '../../functions/store/keys'
import { queryAll } from '../../functions/store/table'
import { admissionOf, openAdmission } from '../support/admission'
import { allRoutes } from '../support/all-routes'
import { apiOf } from '../support/api'
import { smallWorld, type TestContext, testContext } from '../support/context'

let context: TestContext
let call: ReturnType<typeof apiOf>
let way: ReturnType<typeof admissionOf>
const folder = mkdtempSync(join(tmpdir(), 'audit-'))
beforeAll(async () => {
  context = await testContext()
  await smallWorld(context)
  await openAdmission(context)
  call = apiOf(context, allRoutes)
  way = admissionOf(context)
  await way.applicant('w-one', 'archived')
  await way.applicant('w-two', 'talked')
  await way.applicant('w-three', 'applied')
  await call('w-three', 'POST', '/v1/applications/withdraw', { id: 'withdraw-three', version: 1 })
  await way.apply('w-three')
  await call('w-classmate', 'POST', '/v1/applications', { id: 'letter-of-classmate', letter: '我志愿加入' })
}, 60_000)
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await context.close()
})

const exported = async (who = 'w-school', org = 'wangcang.s01') => (await call(who, 'GET', `/v1/exports/audit?org=${org}`)).body
const textOf = ({ content }: { content: string }) => Buffer.from(content, 'base64').toString('utf8')
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const run = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'functions/commands/audit.ts', ...args], { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '', STAGE_FOLDER: join(folder, 'none') } })
  return { status, said: `${stdout}${stderr}` }
}

test('a school’s trails: whole, signed, and without a name or a word of anybody', async () => {
  context.setNow('2026-06-27T02:00:00Z')
  const reply = await exported()
  expect(reply).toMatchObject({ fileName: '审计-第一中学-2026-06-27.ndjson', contentType: 'application/x-ndjson', rows: 18 + 2 + 2 + 1 + 1 })
  const text = textOf(reply)
  const { publicKey } = (await call(undefined, 'GET', '/v1/audit-key')).body
  expect(verifyAudit(Buffer.from(text), auditVerifier(publicKey))).toMatchObject({ org: 'wangcang.s01', applications: 5, entries: 24 })
  for (const word of ['志愿', '谈了理想', '汉族', '务农', '同意', '培养人', '"texts"', '"evaluated"', '"salt"']) expect([word, text.includes(word)]).toEqual([word, false])
  expect(text).toMatch(/"sealed":"[0-9a-f]{64}"/)
})

test('the county’s has the same and all others; a school sees its own alone, a secretary none', async () => {
  expect((await exported('w-county', 'wangcang')).rows).toBe(24)
  expect((await exported('w-school', 'wangcang')).code).toBe('not-allowed')
  expect((await exported('q-county', 'wangcang')).code).toBe('not-allowed')
  expect((await exported('w-secretary', 'wangcang.s01.b01')).code).toBe('not-allowed')
  expect((await exported('w-county', 'wangcang.s09')).code).toBe('not-found')
})

test('the command: what fits, what does not, what goes on from before, and what it cannot read', async () => {
  const key = file('public.pem', await context.signer.publicKey())
  const text = textOf(await exported())
  const older = file('older.ndjson', text)
  expect(run(older, '--key', key)).toEqual({ status: 0, said: expect.stringMatching(/fits: 5 applications, 24 entries of wangcang\.s01/) })
  const lines = text.trimEnd().split('\n')
  const at = lines.findIndex((line) => line.includes('"act":"vote"'))
  const { entry } = JSON.parse(lines[at] as string)
  const forged = file('forged.ndjson', text.replace('"for":7', '"for":8'))
  expect(run(forged, '--key', key)).toEqual({ status: 1, said: expect.stringContaining(`line ${at + 1}, application ${entry.applicationId}, entry ${entry.seq}: the entry was altered`) })
  context.setNow('2026-06-28T02:00:00Z')
  await way.act('w-secretary', 'w-two', { act: 'return', reason: '请重新谈话' })
  const later = file('later.ndjson', textOf(await exported()))
  expect(run(later, '--key', key, '--against', older)).toEqual({ status: 0, said: expect.stringContaining('it goes on from') })
  expect(run(older, '--key', key, '--against', later)).toEqual({ status: 1, said: expect.stringContaining('not-later') })
  expect(run(later, '--key', file('other.txt', 'no key')).status).toBe(2)
  expect(run(join(folder, 'none.ndjson'), '--key', key).status).toBe(2)
  expect(run(later).status).toBe(2)
  expect(run('--public-key').status).toBe(2)
}, 60_000)

test('what somebody did to the table itself is in the next export, and is found in it', async () => {
  const publicKey = await context.signer.publicKey()
  const judge = async () => verifyAudit(Buffer.from(textOf(await exported())), auditVerifier(publicKey))
  const TableName = context.table.name
  const { applicationId } = (await call('w-school', 'GET', '/v1/people/w-one/application')).body.application
  // A tally written over; undone again.
  const over = (value: number) => context.table.doc.send(new UpdateCommand({ TableName, Key: keys.applicationStep('w-one', 14), UpdateExpression: 'SET facts.#for = :value', ExpressionAttributeNames: { '#for': 'for' }, ExpressionAttributeValues: { ':value': value } }))
  await over(10)
  expect(await judge()).toMatchObject({ application: applicationId, seq: 14, why: 'altered' })
  await over(7)
  expect(isFault(await judge())).toBe(false)
  // The last entries taken out: the head still says how many there were.
  await context.table.doc.send(new DeleteCommand({ TableName, Key: keys.applicationStep('w-one', 18) }))
  expect(await judge()).toMatchObject({ application: applicationId, seq: 18, why: 'cut-off' })
  // And the head with them: no other can be made.
  const [head] = await queryAll(context.table, { pk: keys.me('w-one').pk, prefix: applicationHeadPrefix })
  await context.table.doc.send(new DeleteCommand({ TableName, Key: { pk: head?.pk, sk: head?.sk } }))
  expect(await judge()).toMatchObject({ application: applicationId, seq: 18, why: 'foreign' })
})

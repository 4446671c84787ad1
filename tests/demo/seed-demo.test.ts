import { generateKeyPairSync } from 'node:crypto'
import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { evaluate } from '@shared/rules/evaluate'
import { plainContext } from '../../functions/commands/plain-context'
import { seedDemoCounty } from '../../functions/commands/seed-demo'
import { violationsSheet } from '../../functions/exports/violations-sheet'
import { keySigner } from '../../functions/signing/key-signer'
import { keys } from '../../functions/store/keys'
import { type Me, readMe } from '../../functions/store/people'
import type { Photo } from '../../functions/store/photos'
import { readRollUps } from '../../functions/store/roll-ups'
import { getItem, openTable, queryAll, type Table } from '../../functions/store/table'
import { readPersonCase } from '../../functions/use-cases/read-person'
import { rerunDecision } from '../../functions/use-cases/rerun-decision'
import { checkBranches } from '../../functions/use-cases/check-violations'
import { rebuildProjections } from '../../functions/use-cases/rebuild-projections'
import { pictureKey, thumbnailKey } from '../../functions/use-cases/show-upload'
import { testSigner } from '../support/context'
import { type FreshTable, freshTable } from '../support/dynamodb'

/** Last summer's, who are in no class any more and in no figure. */
const graduates = 21
const now = Date.parse('2026-11-24T04:00:00.000Z')
const objects = new Map<string, number>()
const files = { putObject: async (key: string, body: Uint8Array) => void objects.set(key, body.length) }
const steps = new Map<string, [number, number]>()
let fresh: FreshTable
let table: Table
const context = () => plainContext(table, () => now, (bytes) => new Uint8Array(bytes))
const personOf = async (code: string): Promise<Me> => {
  const account = await getItem<{ personId: string }>(table, keys.demoAccount(code))
  return (await readMe(table, account?.personId ?? '', true)) as Me
}

beforeAll(async () => {
  fresh = await freshTable()
  table = openTable(fresh.client, fresh.name)
  await seedDemoCounty({ table, files, signer: testSigner, now, onProgress: (step, done, all) => steps.set(step, [done, all]) })
}, 900_000)
afterAll(() => fresh.drop())

test('every step was heard of to its end', () => {
  expect([...steps.keys()]).toEqual(['entries', 'photos', 'progress'])
  for (const [done, all] of steps.values()) expect(done).toBe(all)
})

test('every photo of a record is ready, with its picture and thumbnail in the store', async () => {
  const me = await personOf('student-waiting')
  const records = (await queryAll<{ type: string; photoIds?: string[] }>(table, { pk: `P#${me.personId}`, prefix: 'L#R#' })).flatMap(({ photoIds }) => photoIds ?? [])
  expect(records).toHaveLength(5)
  const photos = await Promise.all(records.map((photoId) => getItem<Photo>(table, keys.photo(me.personId, photoId))))
  expect(photos.filter((photo) => photo?.usedBefore)).toHaveLength(1)
  for (const photo of photos) {
    expect(photo).toMatchObject({ state: 'ready', sha256: expect.stringMatching(/^[0-9a-f]{64}$/), bytes: objects.get(pictureKey(me.personId, photo?.photoId ?? '')) })
    expect(objects.get(thumbnailKey(me.personId, photo?.photoId ?? ''))).toBeGreaterThan(1000)
  }
})

test.each(['student-ready', 'student-hours-short', 'student-exam-failed', 'student-thirteen', 'student-new'])('the progress of %s is evaluate’s', async (code) => {
  const me = await personOf(code)
  const result = evaluate((await readPersonCase(context(), me)).case)
  expect(me.progress?.eligible).toBe(result.eligible)
  expect(me.progress?.figures).toEqual(result.requirements.map(({ achieved, required, met }) => [achieved, required, met ? 1 : 0]))
})

test('the secretary’s queue holds what waits, and the roll-ups add up to everyone', async () => {
  const me = await personOf('student-waiting')
  const queue = await queryAll<{ personId: string }>(table, { pk: `Q#${me.branch}`, prefix: 'R#' })
  expect(queue.filter(({ personId }) => personId === me.personId)).toHaveLength(2)
  const [county, other] = await readRollUps(table, ['wangcang', 'qingchuan'], true)
  expect([county?.members, other?.members]).toEqual([600, 3])
  expect(county?.eligible).toBeGreaterThan(60)
})

test('every application’s steps run again as on their day, and the rules have a history', async () => {
  const ctx = context()
  const county = await ctx.policy('wangcang')
  expect(county.ruleSets.map(({ ruleSet, effectiveFrom }) => [ruleSet.version, effectiveFrom])).toEqual([[2, '2025-01-01'], [1, '2023-01-01']])
  expect(county.issues).toBe(60)
  const members = await queryAll<Me>(table, { pk: 'B#wangcang.s01.b02', prefix: 'P#' })
  const outcomes = await Promise.all(members.flatMap(({ personId }) => Array.from({ length: 20 }, (_, i) => i + 1).map((n) => rerunDecision(ctx, { personId, n }, { actor: {} as Me, identity: '' }))))
  const found = outcomes.flatMap((one) => ('refused' in one ? [] : [one]))
  expect(found.length).toBeGreaterThan(4)
  for (const one of found) expect(one).toMatchObject({ outcome: 'same', ruleSet: { id: 'wangcang', version: 2 } })
})

test('the violation check over the table finds the twelve that are planted, with heads that the key signed; and who signed them is looked at', async () => {
  const { items, checked, branches } = await checkBranches(context(), 'wangcang', 'archived', await testSigner.publicKey())
  expect(branches).toEqual({ done: 40, all: 40 })
  expect(checked).toBeGreaterThan(25)
  expect(items.flatMap(({ violations }) => [...new Set(violations.map(({ code }) => code))]).sort()).toEqual([
    'age-at-letter', 'age-at-meeting', 'approver-reviewed', 'exam', 'form-before-lesson', 'introducer-not-member', 'lessons', 'months-as-activist', 'no-majority', 'notice-short', 'number-outside', 'quota-exceeded',
  ])
  const sheet = violationsSheet(items)
  expect(sheet.rows).toHaveLength(14)
  expect(JSON.stringify(items) + JSON.stringify(sheet.rows)).not.toMatch(/p-[0-9a-z]{10}","asked|wangcang\.[^"]*#/)
  const first = await checkBranches(context(), 'wangcang', 'archived', await testSigner.publicKey(), undefined, 3)
  expect(first).toMatchObject({ branches: { done: 3, all: 40 }, next: 'wangcang.s01.b03' })
  const others = keySigner(generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())
  const bySomebodyElse = await checkBranches(context(), 'wangcang.s01.b01', 'archived', await others.publicKey())
  expect(bySomebodyElse.items.map(({ violations }) => violations.map(({ code }) => code))).toEqual([['head']])
}, 60_000)

test('ME stays within 1 KB', async () => {
  for (const code of ['student-ready', 'student-manager', 'student-secretary']) expect(JSON.stringify(await personOf(code)).length).toBeLessThan(1024)
})

test('a rebuild finds nothing to mend', async () => {
  expect(await rebuildProjections(context(), 'wangcang', { check: true })).toEqual({ people: 600 + graduates, differing: 0 })
}, 60_000)

test('and does where a projection was spoilt', async () => {
  const me = await personOf('other-student')
  const spoil = { UpdateExpression: 'SET progress.eligible = :wrong', ExpressionAttributeValues: { ':wrong': !me.progress?.eligible } }
  await table.doc.send(new UpdateCommand({ TableName: table.name, Key: keys.me(me.personId), ...spoil }))
  expect(await rebuildProjections(context(), 'qingchuan', { check: true })).toEqual({ people: 3, differing: 1 })
  await rebuildProjections(context(), 'qingchuan')
  expect(await personOf('other-student')).toEqual(me)
})

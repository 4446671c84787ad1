import { keys } from '../../functions/store/keys'
import { appendEntry } from '../../functions/store/ledger'
import { type Item, putItem, UpdateCommand } from '../../functions/store/table'
import { admissionForm, admissionOf, introducers, openAdmission } from '../support/admission'
import { putPerson, smallWorld, type TestContext, testContext } from '../support/context'

const branch = 'wangcang.s01.b01'
let context: TestContext
let way: ReturnType<typeof admissionOf>
const listed = (who: string) => way.call(who, 'GET', '/v1/applications/introducers')
/** A member of the League in both places: the account and the roster. */
const member = async (personId: string, name: string, of = branch) => {
  await putPerson(context, personId, { name, branch: of })
  for (const key of [keys.me(personId), keys.member(of, personId)]) await context.table.doc.send(new UpdateCommand({ TableName: context.table.name, Key: key, UpdateExpression: 'SET leagueMember = :member', ExpressionAttributeValues: { ':member': { since: '2025-05-04', number: '202551000001' } } }))
}
const form = (who: string, change: object, version: number, id = 'form-of-one') => way.call(who, 'POST', '/v1/applications/form', { id, version, form: admissionForm, introducers, ...change })

beforeAll(async () => {
  context = await testContext()
  await smallWorld(context)
  await openAdmission(context)
  for (const personId of introducers) await putItem(context.table, { ...keys.member(branch, personId), personId, name: personId, birthDate: '2009-03-01', leagueMember: { since: '2025-05-04' } } as Item)
  way = admissionOf(context)
}, 60_000)
afterAll(() => context.close())

test('introducers to choose from: the branch’s members of the League by name and nothing more, oneself left out', async () => {
  await member('w-member-b02', '外班团员', 'wangcang.s01.b02')
  await member('w-member', '何团员')
  const { body } = await listed('w-student')
  expect(body.needed).toBe(2)
  expect(body.items).toContainEqual({ personId: 'w-member', name: '何团员' })
  expect(body.items.map(({ personId }: { personId: string }) => personId).sort()).toEqual([...introducers, 'w-member'])
  expect((await listed('w-member')).body.items.map(({ personId }: { personId: string }) => personId).sort()).toEqual(introducers)
  expect((await listed('w-student-b02')).body.items).toEqual([{ personId: 'w-member-b02', name: '外班团员' }])
  expect((await listed('w-secretary')).status).toBe(403)
})

test('the form is the applicant’s, once the notice is over: faults by field, all at once; sent twice it is filled in once', async () => {
  await way.applicant('w-one', 'public-notice')
  const version = await way.versionOf('w-one')
  expect((await form('w-one', { form: { ...admissionForm, statement: ' ', family: '' } }, version)).body).toMatchObject({ code: 'invalid-input', errors: [{ path: 'form.family' }, { path: 'form.statement' }] })
  expect((await form('w-one', { introducers: ['w-introducer-1'] }, version)).body.errors).toMatchObject([{ path: 'introducers', code: 'how-many' }])
  expect((await form('w-one', { introducers: ['w-introducer-1', 'w-introducer-1'] }, version)).body.errors).toMatchObject([{ path: 'introducers', code: 'how-many' }])
  expect((await form('w-one', { introducers: ['w-one', 'w-classmate'] }, version)).body.errors).toMatchObject([{ path: 'introducers', code: 'applicant' }, { path: 'introducers[0]', code: 'not-a-member' }, { path: 'introducers[1]', code: 'not-a-member' }])
  expect((await form('w-one', { introducers: ['w-introducer-1', 'w-member-b02'] }, version)).body.errors).toMatchObject([{ path: 'introducers[1]', code: 'not-a-member' }])
  expect((await form('w-one', {}, version - 1)).body.code).toBe('application-changed')
  // Nobody has one to fill in without an application, nor fills in another's.
  expect((await form('w-classmate', {}, version)).status).toBe(404)

  const filled = await form('w-one', {}, version)
  expect(filled.body).toMatchObject({ application: { state: 'form-filled', form: admissionForm, introducers: [{ personId: 'w-introducer-1', spoken: false }, { personId: 'w-introducer-2', spoken: false }] }, mine: ['withdraw'] })
  expect((await form('w-one', {}, version)).body.application).toEqual(filled.body.application)
  expect((await form('w-one', { form: { ...admissionForm, statement: '别的' } }, version)).body.code).toBe('id-reused')
  expect((await form('w-one', {}, version + 1, 'form-again')).body.code).toBe('application-not-open')
})

test('a form before the notice is over is none, and one on the day of a League class waits for the next', async () => {
  await way.applicant('w-early', 'pre-reviewed')
  expect((await form('w-early', {}, await way.versionOf('w-early'), 'form-early')).body.code).toBe('application-not-open')
  await way.applicant('w-lesson', 'public-notice')
  await appendEntry(context.table, 'w-lesson', { type: 'record', recordId: 'lesson-late', source: 'granted', category: 'league-class', startedAt: '2026-06-15T00:00:00.000Z', endedAt: '2026-06-15T01:00:00.000Z', quantity: 1, distinctKey: 'lesson-99', title: '团课', photoIds: [], at: '2026-06-15T01:30:00.000Z', by: 'w-secretary' })
  expect((await form('w-lesson', {}, await way.versionOf('w-lesson'), 'form-lesson')).body.errors).toMatchObject([{ path: 'date', code: 'same-day' }])
  context.setNow('2026-06-16T02:00:00Z')
  expect((await form('w-lesson', {}, await way.versionOf('w-lesson'), 'form-lesson')).body.application.state).toBe('form-filled')
})

test('a returned form is filled in again, and its introducers speak again', async () => {
  await way.applicant('w-returned', 'form-filled')
  expect((await way.act('w-secretary', 'w-returned', { act: 'return', reason: '家庭成员没有写全' })).body).toMatchObject({ application: { state: 'returned', position: 'public-notice' }, next: { act: 'fill-form' } })
  expect((await way.call('w-returned', 'GET', '/v1/people/w-returned/application')).body).toMatchObject({ mine: ['fill-form', 'withdraw'], application: { form: admissionForm } })
  const again = await form('w-returned', { form: { ...admissionForm, family: '父亲，务农；母亲，务工' } }, await way.versionOf('w-returned'), 'form-second')
  expect(again.body.application).toMatchObject({ state: 'form-filled', form: { family: '父亲，务农；母亲，务工' }, introducers: [{ spoken: false }, { spoken: false }] })
})

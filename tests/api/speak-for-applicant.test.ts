import { readApplicationSteps } from '../../functions/store/applications'
import { decided, admissionOf, openAdmission } from '../support/admission'
import { smallWorld, type TestContext, testContext } from '../support/context'

let context: TestContext
let way: ReturnType<typeof admissionOf>
const tasks = async (who: string) => (await way.call(who, 'GET', '/v1/applications/asked')).body.items as { personId: string; as: string }[]
const about = async (who: string, whom: string) => (await tasks(who)).filter(({ personId }) => personId === whom)
const stepsOf = async (who: string, act: string) => (await readApplicationSteps(context.table, who)).filter((step) => step.act === act)

beforeAll(async () => {
  context = await testContext()
  await smallWorld(context)
  await openAdmission(context)
  way = admissionOf(context)
}, 60_000)
afterAll(() => context.close())

test('a mentor records talks by themselves, once each; anybody else hears the same as of somebody unknown', async () => {
  await way.applicant('w-cared', 'activist')
  expect(await about('w-introducer-1', 'w-cared')).toEqual([{ personId: 'w-cared', name: 'w-cared', as: 'mentor', state: 'activist', talks: 0, spoken: false, from: '2026-03-04', talkedOn: [] }])
  expect(await about('w-introducer-2', 'w-cared')).toEqual([])
  context.setNow('2026-03-20T02:00:00Z')
  const talk = { act: 'mentor-talk', date: '2026-03-20', notes: '谈了学习' }
  const say = (by: string, personId: string, what: object, id = 'talk-00001') => way.call(by, 'POST', '/v1/applications/spoken', { id, personId, what })
  const unknown = await say('w-introducer-1', 'nobody', talk)
  expect(unknown.status).toBe(404)
  for (const who of ['w-introducer-2', 'w-classmate', 'w-secretary', 'w-county', 'w-cared']) expect(await say(who, 'w-cared', talk)).toEqual(unknown)
  // No application: the same.
  expect(await say('w-introducer-1', 'w-classmate', talk)).toEqual(unknown)

  expect((await say('w-introducer-1', 'w-cared', { ...talk, date: '2026-03-21' })).body.errors).toMatchObject([{ path: 'what.date', code: 'in-future' }])
  expect((await say('w-introducer-1', 'w-cared', { ...talk, date: '2026-03-03' })).body.errors).toMatchObject([{ path: 'what.date', code: 'too-early' }])
  expect((await say('w-introducer-1', 'w-cared', { ...talk, notes: ' ' })).body.errors).toMatchObject([{ path: 'what.notes' }])
  expect(await say('w-introducer-1', 'w-cared', talk)).toEqual({ status: 200, body: { state: 'cultivating' } })
  expect(await say('w-introducer-1', 'w-cared', talk)).toEqual({ status: 200, body: { state: 'cultivating' } })
  expect((await say('w-introducer-1', 'w-cared', { ...talk, notes: '别的' })).body.code).toBe('id-reused')
  expect(await stepsOf('w-cared', 'mentor-talk')).toMatchObject([{ by: 'w-introducer-1', facts: { date: '2026-03-20', mentor: 0 }, texts: { notes: '谈了学习' } }])
  expect((await stepsOf('w-cared', 'mentor-talk'))[0]).not.toHaveProperty('onBehalf')
  expect(await about('w-introducer-1', 'w-cared')).toMatchObject([{ talks: 1, talkedOn: ['2026-03-20'] }])
})

test('each introducer speaks once, of a day after the form; a mentor who is no introducer does not', async () => {
  await way.applicant('w-introduced', 'public-notice')
  await way.fill('w-introduced')
  const opinion = { act: 'introduce', date: '2026-06-16', opinion: '同意入团' }
  const say = (by: string, what: object, id: string) => way.call(by, 'POST', '/v1/applications/spoken', { id, personId: 'w-introduced', what })
  expect(await about('w-introducer-2', 'w-introduced')).toMatchObject([{ as: 'introducer', state: 'form-filled', spoken: false, from: '2026-06-16' }])
  expect((await say('w-introducer-2', { ...opinion, date: '2026-06-15' }, 'opinion-02')).body.errors).toMatchObject([{ path: 'what.date', code: 'same-day' }])
  context.setNow('2026-06-16T02:00:00Z')
  for (const who of ['w-introduced', 'w-classmate', 'w-school']) expect((await say(who, opinion, 'opinion-09')).status).toBe(404)
  expect((await say('w-introducer-2', opinion, 'opinion-02')).status).toBe(200)
  expect((await say('w-introducer-2', opinion, 'opinion-02')).status).toBe(200)
  expect((await say('w-introducer-2', opinion, 'opinion-03')).body.errors).toMatchObject([{ path: 'personId', code: 'not-asked' }])
  expect(await about('w-introducer-2', 'w-introduced')).toMatchObject([{ spoken: true }])
  expect(await stepsOf('w-introduced', 'introduce')).toHaveLength(1)
  expect((await way.call('w-introduced', 'GET', '/v1/people/w-introduced/application')).body).toMatchObject({
    application: { introducers: [{ spoken: false }, { spoken: true }] }, next: { act: 'vote', conditions: expect.arrayContaining([{ key: 'introducers-spoken', met: false, mend: 'introduce' }]) },
  })
})

test('once the application is past them there is nothing to say, and an applicant who is also a mentor speaks for others only', async () => {
  await way.applicant('w-past', 'branch-voted')
  expect(await about('w-introducer-1', 'w-past')).toEqual([])
  expect((await way.speak('w-introducer-1', 'w-past', { act: 'introduce', date: '2026-06-17', opinion: '再说一次' })).body.code).toBe('application-not-open')

  await way.applicant('w-self', 'talked')
  await way.act('w-secretary', 'w-self', { act: 'record-route', route: 'peer-review', date: '2026-03-03', tally: { present: 10, for: 9, against: 1, abstain: 0 } })
  expect((await way.act('w-secretary', 'w-self', { act: 'name-activist', decision: decided('2026-03-03'), mentors: [{ personId: 'w-self', name: '自己' }] })).body.errors).toMatchObject([{ path: 'what.mentors', code: 'applicant' }])
  expect(await tasks('w-self')).toEqual([])
})

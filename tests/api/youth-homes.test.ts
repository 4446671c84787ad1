import { type HomeView, youthHomeEndpoints } from '@shared/contract/youth-homes'
import type { ScanEntry } from '@shared/model/ledger'
import type { Routes } from '../../functions/http/app'
import { keys } from '../../functions/store/keys'
import { appendEntry } from '../../functions/store/ledger'
import { putPhoto, settlePhoto } from '../../functions/store/photos'
import { putItem } from '../../functions/store/table'
import { appendAssessment, readYouthHome, replaceHomePost } from '../../functions/store/youth-homes'
import { assessHomeBy } from '../../functions/use-cases/assess-home'
import { assignPostBy } from '../../functions/use-cases/assign-post'
import { allRoutes } from '../support/all-routes'
import { apiOf } from '../support/api'
import { putPerson, smallWorld, type TestContext, testContext } from '../support/context'
import { together } from '../support/together'

const home = 'wangcang.t01.home'
const at = '2026-06-15T02:00:00.000Z'
let context: TestContext
let call: ReturnType<typeof apiOf>
beforeEach(async () => {
  context = await testContext()
  await smallWorld(context)
  await putPerson(context, 'w-manager-2', { roles: [{ name: 'home-manager', scope: home }] })
  await putPerson(context, 'w-county-2', { roles: [{ name: 'county-committee', scope: 'wangcang' }] })
  await putPerson(context, 'w-youth', { name: '张晓雨', branch: 'wangcang.t01.b01' })
  await putItem(context.table, { ...keys.org('wangcang.t01.b01'), id: 'wangcang.t01.b01', kind: 'branch', name: '青年团支部' })
  call = apiOf(context, allRoutes)
})
afterEach(() => context.close())

const week = (...open: number[]) => Array.from({ length: 7 }, (_, i) => (open.includes(i) ? [{ from: '09:00', to: '18:00' }] : []))
const profile = { id: 'profile-01', revision: 0, introduction: '自习、借书、排练', address: '东河镇东大街 1 号', hours: week(0, 5, 6) }
const saveProfile = (body: object = {}, who = 'w-manager') => call(who, 'POST', `/v1/homes/${home}/profile`, { ...profile, ...body })
const saveStandard = (body: object = {}, who = 'w-manager', standard = 'place') => call(who, 'POST', `/v1/homes/${home}/standards/${standard}`, { id: 'standard-1', revision: 0, words: '两层楼，八十个座位', ...body })
const assess = (body: object = {}, who = 'w-county', standard = 'place', api = call) => api(who, 'POST', `/v1/homes/${home}/standards/${standard}/assessments`, { id: 'assess-01', state: 'met', words: '现场看过', ofRevision: 1, after: 0, ...body })
const savePost = (body: object = {}, who = 'w-manager') => call(who, 'POST', `/v1/homes/${home}/posts/post-0001`, { id: 'save-0001', revision: 0, title: '图书管理员', places: 1, ...body })
const assign = (body: object = {}, who = 'w-manager', api = call) => api(who, 'POST', `/v1/homes/${home}/posts/post-0001/holders`, { id: 'holding-01', personId: 'w-youth', from: '2026-06-15', ...body })
const show = async (who = 'w-manager', id = home): Promise<HomeView> => (await call(who, 'GET', `/v1/homes/${id}`)).body
const standardOf = (view: HomeView, name = 'place') => view.standards.find(({ standard }) => standard === name)
const photo = async (photoId: string, personId = 'w-manager', usedBefore = false) => {
  await putPhoto(context.table, { photoId, personId, state: 'waiting', contentType: 'image/jpeg', bytes: 1000, at })
  await settlePhoto(context.table, personId, photoId, { state: 'ready', sha256: 'a'.repeat(64), usedBefore })
}

describe('the profile', () => {
  test('is written by a manager on the revision that was read, and everyone of the county sees it', async () => {
    await photo('cover-0001')
    const first = await saveProfile({ coverId: 'cover-0001', contact: '0839-4201234' })
    expect(first).toMatchObject({ status: 200, body: { may: { edit: true, assess: false }, profile: { revision: 1, byName: 'w-manager', contact: '0839-4201234', cover: { photoId: 'cover-0001', url: expect.stringContaining('signed') } } } })
    expect(await saveProfile({ coverId: 'cover-0001', contact: '0839-4201234' })).toEqual(first)
    expect((await saveProfile({ introduction: '别的' })).body.code).toBe('id-reused')
    const seen = await show('w-student')
    expect(seen.profile).toEqual({ revision: 1, introduction: profile.introduction, address: profile.address, hours: profile.hours, contact: '0839-4201234', cover: { photoId: 'cover-0001', state: 'ready', url: expect.any(String), thumbnailUrl: expect.any(String) } })
    expect(seen.may).toEqual({ edit: false, assess: false })
    expect((await saveProfile({ id: 'profile-02' }, 'w-manager-2')).body).toMatchObject({ code: 'home-changed', detail: { conflict: { byName: 'w-manager', revision: 1 } } })
    // Another manager keeps the cover: it stays its uploader's.
    expect((await saveProfile({ id: 'profile-03', revision: 1, coverId: 'cover-0001' }, 'w-manager-2')).body.profile).toMatchObject({ revision: 2, cover: { photoId: 'cover-0001', state: 'ready' } })
    expect((await readYouthHome(context.table, home, true)).profile?.cover).toEqual({ personId: 'w-manager', photoId: 'cover-0001' })
  })

  test('of several saves at once of one revision, one is written and the others are told', async () => {
    const replies = await Promise.all(Array.from({ length: 5 }, (_, i) => saveProfile({ id: `profile-1${i}`, introduction: `第 ${i} 版` }, i % 2 ? 'w-manager' : 'w-manager-2')))
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409])
    const won = replies.findIndex(({ status }) => status === 200)
    expect((await show()).profile).toMatchObject({ revision: 1, introduction: `第 ${won} 版` })
  })

  test.each([
    ['closes before it opens', { hours: [[{ from: '18:00', to: '09:00' }], [], [], [], [], [], []] }, 'hours[0][0].to'],
    ['has spans that overlap', { hours: [[], [{ from: '09:00', to: '12:00' }, { from: '11:00', to: '13:00' }], [], [], [], [], []] }, 'hours[1][1].from'],
    ['has six days', { hours: week(1).slice(1) }, 'hours'],
    ['has no such time', { hours: [[{ from: '24:00', to: '24:00' }], [], [], [], [], [], []] }, 'hours[0][0].from'],
    ['gives a person’s mobile number', { contact: '找小李 138 0000 1234' }, 'contact'],
    ['has a cover that nobody uploaded', { coverId: 'photo-none' }, 'coverId'],
    ['says nothing', { introduction: '  ' }, 'introduction'],
  ])('that %s names its field, and nothing is written', async (_what, body, path) => {
    expect((await saveProfile(body)).body).toMatchObject({ code: 'invalid-input', errors: [{ path }] })
    expect((await show()).profile).toEqual({ revision: 0 })
  })

  test('of a home that is none, or of another county', async () => {
    expect((await call('w-county', 'GET', '/v1/homes/wangcang.t09.home')).body.code).toBe('not-found')
    expect((await call('w-student', 'GET', '/v1/homes/qingchuan.t01.home')).body.code).toBe('not-allowed')
    expect((await call('w-student', 'GET', '/v1/homes/wangcang.s01.b01')).body).toMatchObject({ code: 'invalid-input', errors: [{ path: 'org' }] })
  })
})

describe('the five standards', () => {
  test('managers write and show, the county assesses, and a change afterwards shows', async () => {
    await photo('evidence-1', 'w-manager', true)
    expect(standardOf((await saveStandard({ photoIds: ['evidence-1'] })).body)).toMatchObject({ revision: 1, state: 'not-assessed', changedSince: false, evidence: [{ photoId: 'evidence-1', usedBefore: true }] })
    const first = await assess()
    expect(first.status).toBe(201)
    expect(standardOf(first.body)).toMatchObject({ state: 'met', changedSince: false, assessment: { n: 1, byName: 'w-county', words: '现场看过', ofRevision: 1 } })
    expect(await assess()).toEqual(first)
    expect((await assess({ state: 'not-met' })).body.code).toBe('id-reused')

    const again = await saveStandard({ id: 'standard-2', revision: 1, words: '搬到新址', photoIds: ['evidence-1'] }, 'w-manager-2')
    expect(standardOf(again.body)).toMatchObject({ revision: 2, state: 'met', changedSince: true, byName: 'w-manager-2' })
    // Who looked at the old words, or does not know of the first assessment, is told before they decide.
    expect((await assess({ id: 'assess-02', after: 1 }, 'w-county-2')).body).toMatchObject({ code: 'home-changed', detail: { conflict: { what: 'standard', byName: 'w-manager-2' } } })
    expect((await assess({ id: 'assess-02', ofRevision: 2 }, 'w-county-2')).body).toMatchObject({ code: 'home-changed', detail: { conflict: { what: 'assessment', byName: 'w-county' } } })
    const second = standardOf((await assess({ id: 'assess-02', ofRevision: 2, after: 1, state: 'partly', words: '还没搬完' }, 'w-county-2')).body)
    expect(second).toMatchObject({ state: 'partly', changedSince: false })
    expect(second?.history?.map(({ n, state, ofRevision }) => [n, state, ofRevision])).toEqual([[2, 'partly', 2], [1, 'met', 1]])
    // What the first one looked at is still there.
    expect((await readYouthHome(context.table, home, true)).standards.map(({ revision, words }) => [revision, words])).toEqual([[1, '两层楼，八十个座位'], [2, '搬到新址']])
    expect((await call('w-township', 'GET', '/v1/home-standards?org=wangcang.t01')).body.homes).toEqual([expect.objectContaining({ homeId: home, standards: expect.arrayContaining([{ standard: 'place', state: 'partly', changedSince: false, revision: 2 }, { standard: 'team', state: 'not-assessed', changedSince: false, revision: 0 }]) })])
    expect((await call('w-county', 'GET', '/v1/home-standards?org=wangcang')).body.homes).toHaveLength(2)
  })

  test('nobody assesses a home they manage, nor words they wrote before they came to the county', async () => {
    await putPerson(context, 'w-both', { roles: [{ name: 'county-committee', scope: 'wangcang' }, { name: 'home-manager', scope: home }] })
    await saveStandard({}, 'w-both')
    expect((await assess({}, 'w-both')).body.code).toBe('own-home')
    await putPerson(context, 'w-both', { roles: [{ name: 'county-committee', scope: 'wangcang' }] })
    expect((await assess({}, 'w-both')).body.code).toBe('own-home')
    expect((await assess({}, 'w-county')).status).toBe(201)
    expect((await assess({ id: 'assess-02', ofRevision: 0 }, 'w-both', 'team')).status).toBe(201)
  })

  const raced = async (append: typeof appendAssessment) => {
    const entry = { endpoint: youthHomeEndpoints.assessHome, useCase: assessHomeBy(together(2, append)) }
    const api = apiOf(context, { assessHome: entry } as Routes)
    await saveStandard()
    await saveStandard({ id: 'standard-2' }, 'w-manager', 'team')
    const replies = await Promise.all([assess({ id: 'assess-0a' }, 'w-county', 'place', api), assess({ id: 'assess-0b', state: 'not-met' }, 'w-county-2', 'team', api)])
    expect(replies.map(({ status }) => status)).toEqual([201, 201])
    const view = await show('w-county')
    return [standardOf(view)?.state, standardOf(view, 'team')?.state, (await readYouthHome(context.table, home, true)).assessments.map(({ n }) => n)]
  }
  test('two assessments at once get two numbers, and both stand', async () => {
    expect(await raced(appendAssessment)).toEqual(['met', 'not-met', [1, 2]])
  })
  test('control: without the condition one of them is lost', async () => {
    const bare: typeof appendAssessment = async (table, homeId, assessment) => {
      await putItem(table, { ...keys.homeAssessment(homeId, assessment.n), ...assessment })
      return true
    }
    expect((await raced(bare))[2]).toEqual([1])
  })

  test('two assessors of one standard: the second hears of the first', async () => {
    await saveStandard()
    const replies = await Promise.all([assess({ id: 'assess-0a' }), assess({ id: 'assess-0b', state: 'not-met' }, 'w-county-2')])
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409])
    expect((await readYouthHome(context.table, home, true)).assessments).toHaveLength(1)
  })

  test('a photo that is somebody else’s, or none, is not taken as evidence', async () => {
    await photo('evidence-1', 'w-student')
    expect((await saveStandard({ photoIds: ['evidence-1'] })).body).toMatchObject({ code: 'invalid-input', errors: [{ path: 'photoIds[0]', code: 'photo-missing' }] })
    await photo('evidence-2')
    expect((await saveStandard({ photoIds: ['evidence-2', 'evidence-2'] })).body).toMatchObject({ errors: [{ path: 'photoIds[1]', code: 'duplicate' }] })
  })
})

test('a student sees words, photos and states, and nobody by name', async () => {
  await photo('evidence-1', 'w-manager', true)
  await saveProfile()
  await saveStandard({ photoIds: ['evidence-1'] })
  await assess()
  await savePost({ places: 2 })
  await assign()
  // A link names its uploader by an id that says nothing; the rest does not name them at all.
  const seen = JSON.stringify(await show('w-student')).replaceAll(/http:[^"]+/g, 'link')
  for (const word of ['w-manager', 'w-county', '张晓雨', 'w-youth', '现场看过', 'usedBefore']) expect(seen).not.toContain(word)
  expect(JSON.parse(seen)).toMatchObject({ posts: [{ title: '图书管理员', places: 2, free: 1 }], standards: [{ state: 'met', words: '两层楼，八十个座位' }, {}, {}, {}, {}] })
  // Control: the manager does.
  const own = await show()
  expect([own.posts[0]?.holdings?.[0]?.name, own.managers, standardOf(own)?.assessment?.byName]).toEqual(['张晓雨', ['w-manager', 'w-manager-2'], 'w-county'])
})

describe('projects and posts', () => {
  const project = (body: object = {}) => call('w-manager', 'POST', `/v1/homes/${home}/projects/project-01`, { id: 'save-0001', revision: 0, title: '四点半课堂', since: '2026-03-01', ...body })

  test('a project is added, changed and ended, and stays', async () => {
    const first = await project()
    expect(first.body.projects).toEqual([{ projectId: 'project-01', revision: 1, title: '四点半课堂', since: '2026-03-01' }])
    expect(await project()).toEqual(first)
    expect((await project({ id: 'save-0002', revision: 1, endedOn: '2026-02-01' })).body).toMatchObject({ code: 'invalid-input', errors: [{ path: 'endedOn', code: 'not-after-start' }] })
    expect((await project({ id: 'save-0002', revision: 1, endedOn: '2026-06-16' })).body).toMatchObject({ code: 'invalid-input', errors: [{ path: 'endedOn', code: 'in-the-future' }] })
    expect((await project({ id: 'save-0002', revision: 1, endedOn: '2026-06-15' })).body.projects).toEqual([expect.objectContaining({ revision: 2, endedOn: '2026-06-15' })])
  })

  test('a post is held by members of the township and by who came lately; others are nobody', async () => {
    await savePost({ places: 3 })
    expect((await assign()).status).toBe(201)
    expect((await assign({ id: 'holding-02', personId: 'w-student' })).body).toMatchObject({ code: 'invalid-input', errors: [{ path: 'personId', code: 'unknown' }] })
    await putPerson(context, 'w-student', { name: '张小满', branch: 'wangcang.s01.b01' })
    await putItem(context.table, { ...keys.homeVisitor(home, '2026-04', 'w-student') })
    const search = (name: string) => call('w-manager', 'GET', `/v1/homes/${home}/candidates?name=${encodeURIComponent(name)}`)
    expect((await search('张晓')).body).toEqual({ people: [{ personId: 'w-youth', name: '张晓雨', branchName: '东河镇青年团支部' }], more: false })
    expect((await search('小满')).body.people.map(({ personId }: { personId: string }) => personId)).toEqual(['w-student'])
    expect((await search('classmate')).body.people).toEqual([])
    expect((await search('张')).body).toMatchObject({ code: 'invalid-input', errors: [{ path: 'name' }] })
    expect((await assign({ id: 'holding-02', personId: 'w-student' })).body.posts[0]).toMatchObject({ free: 1, holdings: [{ personId: 'w-youth' }, { personId: 'w-student', branchName: '第一中学初三（1）班团支部' }] })
    await putPerson(context, 'w-child', { birthDate: '2013-03-01', branch: 'wangcang.t01.b01' })
    expect((await assign({ id: 'holding-03', personId: 'w-child' })).body.code).toBe('guardian-consent-needed')
    // Four months ago is too long ago.
    context.setNow('2026-08-01T02:00:00Z')
    expect((await search('小满')).body.people).toEqual([])
  })

  test('ends, and is given again; places never shrink below who holds them; nobody gives one to themselves', async () => {
    await savePost()
    await assign({ to: '2026-06-30' })
    await putPerson(context, 'w-youth-2', { branch: 'wangcang.t01.b01' })
    expect((await assign({ id: 'holding-02', personId: 'w-youth-2' })).body.code).toBe('post-full')
    expect((await assign({ id: 'holding-02', personId: 'w-youth', from: '2026-06-20' })).body).toMatchObject({ errors: [{ path: 'personId', code: 'holds-it' }] })
    const end = (to: string) => call('w-manager-2', 'POST', `/v1/homes/${home}/posts/post-0001/holders/holding-01/end`, { id: 'client-id-8', to })
    expect((await end('2026-07-01')).body).toMatchObject({ errors: [{ path: 'to', code: 'has-ended' }] })
    expect((await end('2026-06-14')).body).toMatchObject({ errors: [{ path: 'to', code: 'not-after-start' }] })
    expect((await end('2026-06-15')).body.posts[0].holdings).toEqual([expect.objectContaining({ to: '2026-06-15' })])
    expect((await assign({ id: 'holding-02', personId: 'w-youth-2', from: '2026-06-16' })).status).toBe(201)
    const { revision } = (await show()).posts[0] ?? { revision: 0 }
    expect((await savePost({ id: 'save-0002', revision, places: 0 })).body).toMatchObject({ errors: [{ path: 'places' }] })
    expect((await savePost({ id: 'save-0002', revision, places: 2 })).body.posts[0]).toMatchObject({ places: 2, holdings: [{}, {}] })
    await putPerson(context, 'w-manager', { branch: 'wangcang.t01.b01', roles: [{ name: 'home-manager', scope: home }] })
    expect((await assign({ id: 'holding-03', personId: 'w-manager', from: '2026-06-16' })).body.code).toBe('own-home')
    await assign({ id: 'holding-04', from: '2026-06-16' })
    expect((await savePost({ id: 'save-0003', revision: revision + 2, places: 1 })).body).toMatchObject({ errors: [{ path: 'places', code: 'fewer-than-held' }] })
    expect((await savePost({ id: 'save-0003', revision: revision + 2, places: 2, endedOn: '2026-06-15' })).status).toBe(200)
    expect((await assign({ id: 'holding-05', personId: 'w-youth-2', from: '2027-06-16' })).body.code).toBe('post-ended')
  })

  const lastPlace = async (write: typeof replaceHomePost) => {
    await savePost()
    await putPerson(context, 'w-youth-2', { branch: 'wangcang.t01.b01' })
    const entry = { endpoint: youthHomeEndpoints.assignPost, useCase: assignPostBy(together(2, write)) }
    const api = apiOf(context, { assignPost: entry } as Routes)
    const replies = await Promise.all([assign({}, 'w-manager', api), assign({ id: 'holding-02', personId: 'w-youth-2' }, 'w-manager-2', api)])
    return replies.map(({ status, body }) => body.code ?? status).sort()
  }
  test('the last place, given twice at once: one has it, the other is told', async () => {
    expect(await lastPlace(replaceHomePost)).toEqual([201, 'post-full'])
  })
  test('control: without the condition both are told they have it', async () => {
    const bare: typeof replaceHomePost = async (table, homeId, next) => {
      await putItem(table, { ...keys.homePost(homeId, next.postId), ...next })
      return true
    }
    expect(await lastPlace(bare)).toEqual([201, 201])
  })
})

describe('what people see of all homes', () => {
  const visit = async (personId: string, homeId: string, date: string) => {
    const time = `${date}T01:00:00.000Z`
    const scan: ScanEntry = {
      type: 'scan', scanId: `scan-${date}`, eventId: `${homeId}~visit-${date}`, direction: 'entry', way: 'list', verdict: 'accepted', time, deviceTime: time, skewMs: 0, at: time, by: 'w-manager',
      credit: { title: '开放日', category: 'youth-home', startsAt: `${date}T00:00:00.000Z`, endsAt: `${date}T15:00:00.000Z`, quantity: 1, minimumMinutes: 0, breaks: [] },
    }
    await appendEntry(context.table, personId, scan)
  }

  test('their own township’s first, then where they go, each with their visits that count', async () => {
    expect((await call('w-youth', 'GET', '/v1/homes')).body.homes.map(({ homeId, own, visits }: { homeId: string; own: boolean; visits: number }) => [homeId, own, visits])).toEqual([[home, true, 0], ['wangcang.t02.home', false, 0]])
    await visit('w-student', 'wangcang.t02.home', '2026-05-30')
    await visit('w-student', 'wangcang.t02.home', '2026-06-01')
    await saveProfile({ notice: '周六停电，闭馆一天' })
    const [first, second] = (await call('w-student', 'GET', '/v1/homes')).body.homes
    expect([first.homeId, first.visits, second.homeId, second.visits, second.notice]).toEqual(['wangcang.t02.home', 2, home, 0, '周六停电，闭馆一天'])
    expect([(await show('w-student', 'wangcang.t02.home')).visits, (await show('w-student')).visits, (await show()).visits]).toEqual([1, 0, undefined])
  })

  test('twelve months of figures, oldest first; a month without any is nothing, not missing', async () => {
    await putItem(context.table, { ...keys.homeMonth(home, '2026-06'), distinct: 4, events: 2, came: 9, seated: 5, capacity: 20 })
    await putItem(context.table, { ...keys.homeMonth(home, '2025-07'), distinct: 1, events: 1, came: 1, seated: 1, capacity: 10 })
    await putItem(context.table, { ...keys.homeMonth(home, '2025-06'), distinct: 99, events: 99, came: 99, seated: 99, capacity: 99 })
    const { months, homes } = (await call('w-county', 'GET', '/v1/home-figures?org=wangcang')).body
    expect([months.length, months[0], months[11]]).toEqual([12, '2025-07', '2026-06'])
    expect(homes.map(({ homeId }: { homeId: string }) => homeId)).toEqual([home, 'wangcang.t02.home'])
    expect([homes[0].months[0], homes[0].months[1], homes[0].months[11]]).toEqual([{ distinct: 1, events: 1, came: 1, seated: 1, capacity: 10 }, { distinct: 0, events: 0, came: 0, seated: 0, capacity: 0 }, { distinct: 4, events: 2, came: 9, seated: 5, capacity: 20 }])
    expect((await call('w-manager', 'GET', `/v1/home-figures?org=${home}`)).body.homes).toHaveLength(1)
    expect((await call('w-manager', 'GET', '/v1/home-figures?org=wangcang')).body.code).toBe('not-allowed')
    expect((await show('w-student')).month).toEqual({ month: '2026-06', came: 9, distinct: 4, events: 2 })
  })
})

import { eventPeopleRoutes } from '../../functions/http/routes/event-people'
import { eventRoutes } from '../../functions/http/routes/events'
import { progressRoutes } from '../../functions/http/routes/progress'
import { rosterRoutes } from '../../functions/http/routes/roster'
import { scannerRoutes } from '../../functions/http/routes/scanners'
import { readMembers } from '../../functions/store/members'
import { readMe } from '../../functions/store/people'
import { apiOf } from '../support/api'
import { riverside } from '../support/at-event'
import { putPerson, smallWorld, type TestContext, testContext } from '../support/context'

let context: TestContext
let call: ReturnType<typeof apiOf>
const of: Record<string, string> = {}
beforeAll(async () => {
  context = await testContext()
  await smallWorld(context)
  call = apiOf(context, { ...eventRoutes, ...eventPeopleRoutes, ...scannerRoutes, ...rosterRoutes, ...progressRoutes })
  const people = [['p-zs', '张三', 'zs', 'wangcang.s01.b01'], ['p-zsf', '张三丰', 'zsf', 'wangcang.s02.b01'], ['p-zs2', '张三', 'zs', 'wangcang.s01.b02'], ['p-old', '老张', undefined, 'wangcang.s01.b01'], ['p-far', '张三', 'zs', 'qingchuan.s01.b01'], ['p-anna', 'Anna Smith', 'as', 'wangcang.s01.b01']] as const
  for (const [personId, name, initials, branch] of people) await putPerson(context, personId, { name, branch, ...(initials && { initials }) })
  for (const [org, who] of [['wangcang.t01.home', 'w-manager'], ['wangcang.s01.b01', 'w-secretary']] as const) {
    of[org] = (await call(who, 'POST', '/v1/events', riverside('event-people', { org }))).body.eventId
  }
}, 60_000)
afterAll(() => context.close())

const find = async (org: string, who: string, name: string, more = '') => (await call(who, 'GET', `/v1/events/${encodeURIComponent(of[org] ?? '')}/people?name=${encodeURIComponent(name)}${more}`)).body
const home = (name: string, more?: string) => find('wangcang.t01.home', 'w-manager', name, more)
const idsOf = ({ people }: { people: { personId: string }[] }) => people.map(({ personId }) => personId).sort()

describe('whom a name at an event may mean', () => {
  test.each([
    ['a name, the same in two schools, and the longer one', '张三', ['p-zs', 'p-zs2', 'p-zsf']],
    ['initials', 'zs', ['p-zs', 'p-zs2', 'p-zsf']],
    ['initials in capitals, as a phone writes them', 'ZSF', ['p-zsf']],
    ['a Latin name in small letters', 'anna', ['p-anna']],
    ['a part of a name that was never given initials', '老', ['p-old']],
    ['nobody', '赵', []],
  ])('%s', async (_what, name, expected) => {
    expect(idsOf(await home(name))).toEqual(expected)
  })

  test('the exact name comes first, with class and branch and nothing else', async () => {
    const { people, more } = await home('张三')
    expect(people.map(({ name }: { name: string }) => name)).toEqual(['张三', '张三', '张三丰'])
    expect(people[0]).toEqual({ personId: 'p-zs', name: '张三', className: '初三（1）班', branchName: '第一中学初三（1）班团支部' })
    expect(more).toBe(false)
  })

  test('of one branch, where it is said', async () => {
    expect(idsOf(await home('zs', '&branch=wangcang.s01.b02'))).toEqual(['p-zs2'])
    expect(idsOf(await home('zs', '&branch=qingchuan.s01.b01'))).toEqual([])
  })

  test('a branch’s own event is for its school', async () => {
    expect(idsOf(await find('wangcang.s01.b01', 'w-secretary', 'zs'))).toEqual(['p-zs', 'p-zs2'])
  })

  test('never whoever asks', async () => {
    await putPerson(context, 'w-secretary', { name: '张三', initials: 'zs', branch: 'wangcang.s01.b01', roles: [{ name: 'branch-secretary', scope: 'wangcang.s01.b01' }] })
    expect(idsOf(await find('wangcang.s01.b01', 'w-secretary', 'zs'))).toEqual(['p-zs', 'p-zs2'])
    expect(idsOf(await home('zs'))).toContain('w-secretary')
  })

  test('no more than twenty, and that there are others', async () => {
    for (let i = 0; i < 21; i++) await putPerson(context, `p-li-${i}`, { name: `李${i}`, initials: 'l', branch: 'wangcang.s02.b01' })
    const { people, more } = await home('李')
    expect([people.length, more]).toEqual([20, true])
  })

  test.each([['', 'name'], ['name=%20', 'name'], ['name=a&branch=B%20', 'branch']])('?%s is wrong, and says where', async (query, path) => {
    expect((await call('w-manager', 'GET', `/v1/events/${encodeURIComponent(of['wangcang.t01.home'] ?? '')}/people?${query}`)).body).toMatchObject({ code: 'invalid-input', errors: [{ path }] })
  })
})

describe('initials, from the sheet to the list', () => {
  const sheet = (...lines: string[]) => Buffer.from(['姓名,出生日期,学号', ...lines].join('\n')).toString('base64')
  const imported = (content: string) => call('w-school', 'POST', '/v1/roster', { org: 'wangcang.s01.b02', content, dryRun: false })

  test('an import knows how names are read, in the roster and the account; a corrected name is read anew', async () => {
    const { rows: [{ personId }] } = (await imported(sheet('曾小贤,2011-05-04,E1'))).body
    const held = async () => [(await readMembers(context.table, 'wangcang.s01.b02')).find((one) => one.personId === personId)?.initials, (await readMe(context.table, personId, true))?.initials]
    expect(await held()).toEqual(['zxx', 'zxx'])
    await imported(sheet('仇小贤,2011-05-04,E1'))
    expect(await held()).toEqual(['qxx', 'qxx'])
  })

  test('a sign-up takes them along, and members and attendees are found by them', async () => {
    const { rows: [{ personId }] } = (await imported(sheet('单小雨,2011-05-04,E2'))).body
    const eventId = encodeURIComponent(of['wangcang.t01.home'] ?? '')
    await call(personId, 'POST', `/v1/events/${eventId}/sign-up`, { id: 'sign-up-initials' })
    expect((await call('w-manager', 'GET', `/v1/events/${eventId}/attendees?name=SXY`)).body.items).toMatchObject([{ personId, name: '单小雨', initials: 'sxy' }])
    expect((await call('w-manager', 'GET', `/v1/events/${eventId}/attendees?name=dxy`)).body.items).toEqual([])
    await call('w-manager', 'POST', `/v1/events/${eventId}/scanners`, { id: 'scanner-initials' })
    expect((await call('w-manager', 'GET', `/v1/events/${eventId}/pass-keys?scanner=scanner-initials`)).body.items).toMatchObject([{ personId, initials: 'sxy' }])
    expect((await call('w-school', 'GET', '/v1/members?org=wangcang.s01&name=sxy')).body.items).toMatchObject([{ personId }])
  })
})

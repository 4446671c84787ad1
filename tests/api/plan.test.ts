import { keys } from '../../functions/store/keys'
import { readMe } from '../../functions/store/people'
import { addRange, givePlaceBack, readQuotas, readRanges, savePlan, takePlace, usePlace } from '../../functions/store/plan'
import { putItem, transact } from '../../functions/store/table'
import { allocateNumbersBy } from '../../functions/use-cases/allocate-numbers'
import { foldRollUps } from '../../functions/use-cases/fold-roll-ups'
import { saveQuotasBy } from '../../functions/use-cases/save-quotas'
import { allRoutes } from '../support/all-routes'
import { apiOf } from '../support/api'
import { putPerson, smallWorld, type TestContext, testContext } from '../support/context'
import { together } from '../support/together'

const [school, other, branch, branch2, year] = ['wangcang.s01', 'wangcang.s02', 'wangcang.s01.b01', 'wangcang.s01.b02', 2026]
let context: TestContext
let call: ReturnType<typeof apiOf>
beforeEach(async () => {
  context = await testContext()
  await smallWorld(context)
  await putPerson(context, 'w-county-2', { roles: [{ name: 'county-committee', scope: 'wangcang' }] })
  call = apiOf(context, allRoutes)
})
afterEach(() => context.close())

let saves = 0
const give = (body: object, org = school, who = 'w-county') => call(who, 'POST', '/v1/plan/numbers', { id: `numbers-${++saves}-x`, org, year, ...body })
const total = (quota: number, revision = 0, org = school) => call('w-county', 'POST', '/v1/plan/committee-quota', { id: `total-${++saves}-xx`, org, year, revision, quota })
type Line = { branch: string; grade: string; quota: number | null }
const line = (quota: number | null, of = branch, grade = '*'): Line => ({ branch: of, grade, quota })
const spread = (lines: Line[], revision: number, id = `spread-${++saves}-x`) => call('w-school', 'POST', '/v1/plan/quotas', { id, org: school, year, revision, lines })
const plan = async (who = 'w-school', org = school) => (await call(who, 'GET', `/v1/plan?org=${org}&year=${year}`)).body
const take = (of = branch, grade = '*') => transact(context.table, [takePlace(context.table, school, year, `${of}#${grade}`)])
const actorOf = async (who: string) => ({ actor: (await readMe(context.table, who, true)) as never, identity: '' })

describe('numbers', () => {
  test('are given from the first free on, or from one that is named, and shown with 12 digits', async () => {
    expect(await give({ count: 50 })).toMatchObject({ status: 201, body: { committee: school, committeeName: '第一中学', from: 1, to: 50, next: 1, first: '202651000001', last: '202651000050', left: 50, byName: 'w-county' } })
    expect((await give({ from: 101, to: 120 }, other)).body).toMatchObject({ from: 101, to: 120 })
    expect((await give({ count: 5 })).body).toMatchObject({ from: 121, to: 125 })
    const listed = async (who: string, org: string) => (await call(who, 'GET', `/v1/plan/numbers?org=${org}&year=${year}`)).body
    expect(await listed('w-county', 'wangcang')).toMatchObject({ free: 126, items: [{ from: 1 }, { from: 101, committee: other }, { from: 121 }] })
    expect((await listed('w-school', school)).items).toHaveLength(2)
    expect(await listed('w-school', school)).not.toHaveProperty('free')
    expect((await plan()).committees[0].numbers).toEqual({ given: 55, left: 55 })
  })

  test('the same request again gives the same range, with other words it is a mistake', async () => {
    const first = await give({ id: 'numbers-same', count: 10 })
    expect(await give({ id: 'numbers-same', count: 10 })).toEqual(first)
    expect((await give({ id: 'numbers-same', count: 11 })).body.code).toBe('id-reused')
    expect(await readRanges(context.table, 'wangcang', year)).toHaveLength(1)
  })

  test.each<[string, object, string, string]>([
    ['neither an end nor a count', {}, 'count', 'required'], ['both', { to: 5, count: 5 }, 'to', 'one-of-two'], ['an end before its beginning', { from: 200, to: 150 }, 'to', 'before-from'],
    ['more than six digits count', { from: 999_990, count: 50 }, 'count', 'too-many'], ['the last of a range', { from: 50, to: 60 }, 'from', 'overlaps'], ['what holds a range', { from: 40, to: 200 }, 'from', 'overlaps'], ['what lies in one', { from: 10, count: 2 }, 'from', 'overlaps'],
    ['a branch', { org: branch, count: 5 }, 'org', 'not-a-committee'], ['last year', { year: 2025, count: 5 }, 'year', 'not-open'], ['the year after the next', { year: 2028, count: 5 }, 'year', 'not-open'],
  ])('%s names its field', async (_what, body, path, code) => {
    await give({ from: 1, to: 50 })
    expect((await give(body)).body).toMatchObject({ code: 'invalid-input', errors: [{ path, code }] })
    expect(await readRanges(context.table, 'wangcang', year)).toHaveLength(1)
  })

  describe('two ranges given at once', () => {
    const race = async (add: typeof addRange) => {
      const gated = together(2, add)
      const one = async (who: string, from: number, org: string) => allocateNumbersBy(gated)(context, { id: `race-of-${who}`, org, year, from, to: from + 99 }, await actorOf(who))
      return Promise.all([one('w-county', 1, school), one('w-county-2', 50, other)])
    }
    test('one stands, the other hears that it meets the first', async () => {
      const refused = (await race(addRange)).filter((answer) => 'refused' in answer)
      expect(refused).toMatchObject([{ refused: 'invalid-input', errors: [{ path: 'from', code: 'overlaps' }] }])
      expect(await readRanges(context.table, 'wangcang', year)).toHaveLength(1)
    })
    test('control: without the condition the same numbers are two committees’', async () => {
      await race(async (table, county, range) => {
        await putItem(table, { ...keys.numberRange(county, range.year, range.from), ...range })
        return true
      })
      const [a, b] = await readRanges(context.table, 'wangcang', year)
      expect([a?.to, b?.from]).toEqual([100, 50])
    })
  })
})

describe('quotas', () => {
  test('the county sets a total, the committee spreads it, and both see what is taken', async () => {
    expect((await total(10)).body.committees).toMatchObject([{ id: school, quota: 10, spread: 0, revision: 1, byName: 'w-county' }])
    const saved = await spread([line(6), line(2, branch, '初三'), line(3, branch2)], 1)
    expect(saved.body.committees).toMatchObject([{ id: school, quota: 10, spread: 9, revision: 2, byName: 'w-school', lines: [{ branch, grade: '*', quota: 6, reserved: 0, used: 0, left: 6 }, { grade: '初三', quota: 2 }, { branch: branch2, quota: 3 }] }])
    await transact(context.table, [takePlace(context.table, school, year, `${branch}#*`), takePlace(context.table, school, year, `${branch}#初三`)])
    await take()
    await transact(context.table, [usePlace(context.table, school, year, `${branch}#*`)])
    expect((await plan()).committees[0]).toMatchObject({ reserved: 1, used: 1, lines: [{ quota: 6, reserved: 1, used: 1, left: 4 }, { reserved: 1, left: 1 }, { reserved: 0 }] })
  })

  test('the same save again gives the same answer; a second editor hears who was first', async () => {
    await total(10)
    const first = await spread([line(4)], 1, 'spread-same')
    expect(await spread([line(4)], 1, 'spread-same')).toEqual(first)
    expect((await spread([line(5)], 1, 'spread-same')).body.code).toBe('id-reused')
    expect((await spread([line(5)], 1)).body).toMatchObject({ code: 'plan-changed', detail: { conflict: { byName: 'w-school', revision: 2 } } })
    expect((await total(9, 1)).body.code).toBe('plan-changed')
  })

  test('each fault names its line, and nothing of the save is written', async () => {
    expect((await spread([line(1)], 0)).body).toMatchObject({ errors: [{ path: 'lines', code: 'no-total' }] })
    await total(5)
    expect((await spread([line(3), line(3, branch2)], 1)).body).toMatchObject({ errors: [{ path: 'lines', code: 'over-total' }] })
    expect((await spread([line(3), line(4, branch, '初三')], 1)).body).toMatchObject({ errors: [{ path: 'lines[1].quota', code: 'above-all' }] })
    expect((await spread([line(1, 'wangcang.s02.b01')], 1)).body).toMatchObject({ errors: [{ path: 'lines[0].branch', code: 'not-a-branch' }] })
    expect((await spread([line(1), line(2)], 1)).body).toMatchObject({ errors: [{ path: 'lines[1].grade', code: 'twice' }] })
    expect((await spread([line(-1)], 1)).body).toMatchObject({ errors: [{ path: 'lines[0].quota' }] })
    expect((await spread([line(1, branch, '初#三')], 1)).body).toMatchObject({ errors: [{ path: 'lines[0].grade' }] })
    expect(await readQuotas(context.table, school, year)).toEqual([])
    await spread([line(3)], 1)
    expect((await total(2, 2)).body).toMatchObject({ errors: [{ path: 'quota', code: 'below-spread' }], detail: { spread: 3 } })
  })

  test('never below what is taken; a line with places stays, an empty one goes', async () => {
    await total(10)
    await spread([line(4), line(2, branch2)], 1)
    await take()
    await take()
    expect((await spread([line(1)], 2)).body).toMatchObject({ errors: [{ path: 'lines[0].quota', code: 'below-taken' }] })
    expect((await spread([line(null)], 2)).body).toMatchObject({ errors: [{ path: 'lines[0].quota', code: 'taken' }] })
    expect((await spread([line(2), line(null, branch2)], 2)).body.committees[0].lines).toMatchObject([{ quota: 2, left: 0 }])
    expect(await take()).toBe(false)
    await transact(context.table, [givePlaceBack(context.table, school, year, `${branch}#*`)])
    expect(await take()).toBe(true)
  })

  test('a line beside one that has places would count some twice or not at all: it is refused', async () => {
    await total(10)
    await spread([line(4, branch, '初三'), line(4, branch2)], 1)
    await take(branch, '初三')
    expect((await spread([line(6)], 2)).body).toMatchObject({ errors: [{ path: 'lines[0].grade', code: 'places-taken' }] })
    expect((await spread([line(1, branch, '初二')], 2)).body.committees[0].lines).toHaveLength(3)
    expect((await spread([line(1, branch2, '初三')], 3)).status).toBe(200)
  })

  describe('a place is taken while the quota is lowered', () => {
    /** The save with a reservation just before its write. */
    const race = async (save: typeof savePlan) => {
      await total(10)
      await spread([line(3)], 1)
      await take()
      await take()
      let reserved = false
      const late: typeof savePlan = async (...args) => {
        if (!reserved) reserved = await take()
        return save(...args)
      }
      const answer = await saveQuotasBy(late)(context, { id: 'lower-0001', org: school, year, revision: 2, lines: [line(2)] }, await actorOf('w-school'))
      return { answer, line: (await readQuotas(context.table, school, year))[0] }
    }
    test('it is not lowered below it, and says so', async () => {
      const { answer, line: after } = await race(savePlan)
      expect(answer).toMatchObject({ refused: 'invalid-input', errors: [{ path: 'lines[0].quota', code: 'below-taken' }] })
      expect(after).toMatchObject({ quota: 3, taken: 3 })
    })
    test('control: without the conditions more is taken than there is', async () => {
      const { line: after } = await race(async (table, _county, _year, _plan, [one]) => {
        await putItem(table, { ...keys.quota(school, year, `${branch}#*`), branch, grade: '*', quota: one?.line.quota, taken: 3, used: 0 })
        return true
      })
      expect(after).toMatchObject({ quota: 2, taken: 3 })
    })
  })

  test('32 reservations while the quota is raised and lowered: never more than there is', async () => {
    await total(30)
    await spread([line(5)], 1)
    const changes = (async () => {
      for (let i = 0; i < 10; i++) {
        const { revision } = (await plan()).committees[0]
        await spread([line(i % 2 ? 5 : 12)], revision)
      }
    })()
    const taken = await Promise.all(Array.from({ length: 32 }, async () => {
      for (let i = 0; i < 3; i++) if (await take()) return true
      return false
    }))
    await changes
    const [after] = await readQuotas(context.table, school, year)
    expect(after?.taken).toBe(taken.filter(Boolean).length)
    expect(after?.taken).toBeLessThanOrEqual(after?.quota ?? 0)
  })
})

describe('members to youth', () => {
  test('by school stage from the roll-ups; over the ceiling it says so; a branch may have a stage of its own', async () => {
    const stage = (org: string, of: string | null) => call('w-county', 'POST', '/v1/plan/stage', { org, stage: of })
    await stage(school, 'junior-middle')
    await stage(branch2, 'senior')
    await call('w-secretary', 'POST', '/v1/people/w-classmate/league-membership', { id: 'member-0001', since: '2025-05-04' })
    await foldRollUps(context, [branch, branch2, 'wangcang.s02.b01'])
    expect((await plan('w-county', 'wangcang')).stages).toEqual([{ stage: 'junior-middle', youth: 2, leagueMembers: 1, ceiling: 15, over: true }, { stage: 'senior', youth: 1, leagueMembers: 0, ceiling: 30, over: false }])
    expect((await plan()).committees[0]).toMatchObject({ youth: 3, leagueMembers: 1, branches: [{ id: branch, stage: 'junior-middle', youth: 2, leagueMembers: 1 }, { id: branch2, stage: 'senior' }] })
    expect((await call('w-county', 'GET', '/v1/dashboard?org=wangcang')).body.rollUp.leagueMembers).toBe(1)
    await stage(school, null)
    expect((await plan('w-county', 'wangcang')).stages).toHaveLength(1)
    expect((await stage('wangcang.t01', 'senior')).body).toMatchObject({ errors: [{ path: 'org', code: 'no-stage' }] })
  })
})

import { defaultRuleSet } from '@shared/rules/default-rule-set'
import { evaluateLine } from '@shared/rules/evaluate-line'
import type { RuleContent } from '@shared/model/policy'
import type { Requirement } from '@shared/model/rules'
import { keys } from '../../functions/store/keys'
import { readRuleSets } from '../../functions/store/policy'
import { addRuleSet } from '../../functions/store/publish-policy'
import { readMe } from '../../functions/store/people'
import { putItem, UpdateCommand } from '../../functions/store/table'
import { projectPerson } from '../../functions/use-cases/project-person'
import { publishRuleSetBy } from '../../functions/use-cases/publish-rule-set'
import { rebuildProjections } from '../../functions/use-cases/rebuild-projections'
import { foldRollUps } from '../../functions/use-cases/fold-roll-ups'
import { readRollUps } from '../../functions/store/roll-ups'
import { allRoutes } from '../support/all-routes'
import { apiOf } from '../support/api'
import { putPerson, smallWorld, type TestContext, testContext } from '../support/context'
import { makeReady } from '../support/ready-student'
import { together } from '../support/together'

let context: TestContext
let call: ReturnType<typeof apiOf>
beforeEach(async () => {
  context = await testContext()
  await smallWorld(context)
  await putPerson(context, 'w-county-2', { roles: [{ name: 'county-committee', scope: 'wangcang' }] })
  call = apiOf(context, allRoutes)
})
afterEach(() => context.close())

const { counting, requirements } = defaultRuleSet
const org = 'wangcang'
/** The default rules with some requirements changed; `undefined` takes one out. */
const rules = (changes: Record<string, Partial<Requirement> | undefined> = {}): RuleContent => ({
  counting,
  requirements: requirements.flatMap((one) => (one.key in changes ? (changes[one.key] ? [{ ...one, ...changes[one.key] } as Requirement] : []) : [one])),
})
const tenHours = rules({ 'volunteer-hours': { atLeast: 600 } })
let saves = 0
const save = (content: unknown, revision = 0, who = 'w-county', id = `save-draft-${++saves}`) => call(who, 'POST', '/v1/rule-sets/draft', { id, org, revision, content })
const draft = async () => (await call('w-county', 'GET', `/v1/rule-sets/draft?org=${org}`)).body
const publish = (hash: string, body: object = {}, who = 'w-county') => call(who, 'POST', '/v1/rule-sets', { id: 'publish-01', org, hash, after: 1, effectiveFrom: '2026-06-16', ...body })
const versions = async () => (await call('w-secretary', 'GET', '/v1/rule-sets?org=wangcang.s01.b01')).body.items.map((one: { ruleSet: { version: number }; state: string; effectiveFrom: string }) => [one.ruleSet.version, one.state, one.effectiveFrom])
/** Drafts and publishes in one go. */
const bring = async (content: RuleContent, effectiveFrom: string) => {
  const { revision } = await draft()
  const { draft: saved } = (await save(content, revision)).body
  const last = (await readRuleSets(context.table, org, true)).length
  return publish(saved.hash, { id: `bring-version-${last + 1}`, after: last, effectiveFrom })
}
const home = async (who = 'w-student') => (await call(who, 'GET', '/v1/home')).body
const at = (path: string) => `content.${path}`

describe('the draft', () => {
  test('is saved on the revision that was read; a second editor hears who was first', async () => {
    const saved = await save(tenHours, 0, 'w-county', 'save-first')
    expect(saved.body).toMatchObject({ revision: 1, draft: { byName: 'w-county', hash: expect.stringMatching(/^[0-9a-f]{64}$/) } })
    expect(await save(tenHours, 0, 'w-county', 'save-first')).toEqual(saved)
    expect((await save(rules(), 0, 'w-county', 'save-first')).body.code).toBe('id-reused')
    expect((await save(rules(), 0, 'w-county-2')).body).toMatchObject({ code: 'draft-changed', detail: { conflict: { byName: 'w-county', revision: 1 } } })
    expect((await save(rules(), 1, 'w-county-2')).body).toMatchObject({ revision: 2, draft: { byName: 'w-county-2' } })
  })

  test('thrown away it is gone, and a page that still has it does not bring it back', async () => {
    await save(tenHours)
    expect((await call('w-county-2', 'POST', '/v1/rule-sets/draft/discard', { id: 'discard-01', org, revision: 1 })).body).toEqual({ revision: 2 })
    expect((await save(tenHours, 1)).body.code).toBe('draft-changed')
    expect((await save(tenHours, 0)).body.code).toBe('draft-changed')
    expect(await draft()).toEqual({ revision: 2 })
  })

  test('the same rules have the same hash, in whatever order and with whatever else they are written', async () => {
    const first = (await save(tenHours)).body.draft
    const other = { requirements: tenHours.requirements.map((one) => Object.fromEntries(Object.entries({ ...one, remark: 'x' }).reverse())), counting: Object.fromEntries(Object.entries(counting).reverse()) }
    expect((await save(other, 1)).body.draft).toMatchObject({ hash: first.hash, content: first.content })
  })

  test.each<[string, unknown, string]>([
    ['a threshold below nothing', rules({ 'volunteer-hours': { atLeast: -1 } }), 'requirements[3].atLeast'],
    ['half a lesson', rules({ 'civics-class': { atLeast: 7.5 } }), 'requirements[1].atLeast'],
    ['a share of more than all', rules({ 'youth-study-coverage': { atLeastPercent: 101 } }), 'requirements[5].atLeastPercent'],
    ['a window of no months', rules({ 'volunteer-hours': { window: { kind: 'trailing', months: 0 } } }), 'requirements[3].window.months'],
    ['an unknown word for enforcement', rules({ age: { enforcement: 'maybe' as never } }), 'requirements[0].enforcement'],
    ['an age below which nobody is', rules({ age: { atLeast: 28 } as never }), 'requirements[0].below'],
    ['a pass mark of letters', rules({ 'league-class': { exam: { course: 'league-class', passMark: 'B' } } as never }), 'requirements[2].exam.passMark'],
    ['a pass mark beyond every score', rules({ 'league-class': { exam: { course: 'league-class', passMark: 1e300 } } as never }), 'requirements[2].exam.passMark'],
    ['points by nothing', rules({ points: { rules: [] } as never }), 'requirements[7].rules'],
    ['points a nothing', rules({ points: { rules: [{ category: 'volunteering', window: { kind: 'ever' }, per: 0, points: 1 }] } as never }), 'requirements[7].rules[0].per'],
    ['no requirement at all', { counting, requirements: [] }, 'requirements'],
    ['one requirement twice', { counting, requirements: [...requirements, requirements[0]] }, 'requirements[8].key'],
    ['a category of its own', { counting: { ...counting, chess: { unit: 'game' } }, requirements }, 'counting.chess'],
    ['a category fewer, that has records', { counting: (({ 'youth-home': _, ...rest }) => rest)(counting), requirements: requirements.slice(0, 7) }, 'counting.youth-home'],
    ['minutes counted as hours', { counting: { ...counting, volunteering: { unit: 'hour' } }, requirements }, 'counting.volunteering.unit'],
  ])('%s names its field, and nothing is saved', async (_what, content, path) => {
    expect((await save(content)).body).toMatchObject({ code: 'invalid-input', errors: [{ path: at(path) }] })
    expect(await draft()).toEqual({ revision: 0 })
  })
})

describe('the preview', () => {
  const preview = async (hash: string, limit = 50) => {
    const pages = []
    let cursor: string | undefined
    do {
      const { status, body } = await call('w-county', 'GET', `/v1/rule-sets/preview?org=${org}&hash=${hash}&limit=${limit}${cursor ? `&cursor=${cursor}` : ''}`)
      expect(status).toBe(200)
      pages.push(body)
      cursor = body.next
    } while (cursor)
    return pages
  }
  const changesIn = (pages: { changes: { person: { personId: string }; eligible: boolean; because: { key: string }[] }[] }[]) => pages.flatMap(({ changes }) => changes.map(({ person, eligible, because }) => [person.personId, eligible, because.map(({ key }) => key)]))

  test('says by name who would become eligible or no longer be, and which requirement makes it, each branch in turn', async () => {
    await makeReady(context, 'w-student')
    await makeReady(context, 'w-student-s02', 'hours')
    await makeReady(context, 'w-classmate', 'exam')
    const lower = (await save(rules({ 'volunteer-hours': { atLeast: 960 } }))).body.draft
    const pages = await preview(lower.hash)
    expect(pages.map(({ branch, branchesDone, branches, members }) => [branch?.id, branchesDone, branches, members])).toEqual([['wangcang.s01.b01', 1, 3, 2], ['wangcang.s01.b02', 2, 3, 1], ['wangcang.s02.b01', 3, 3, 1]])
    // A graduate is nobody whom new rules make wait: neither counted nor named.
    await context.table.doc.send(new UpdateCommand({ TableName: context.table.name, Key: keys.me('w-classmate'), UpdateExpression: 'SET graduated = :year', ExpressionAttributeValues: { ':year': 2026 } }))
    expect((await preview(lower.hash)).map(({ members }) => members)).toEqual([1, 1, 1])
    await context.table.doc.send(new UpdateCommand({ TableName: context.table.name, Key: keys.me('w-classmate'), UpdateExpression: 'REMOVE graduated' }))
    expect(pages[2].changes).toEqual([{
      person: { personId: 'w-student-s02', name: 'w-student-s02', birthDate: '2010-03-01', branch: 'wangcang.s02.b01', branchName: '第二中学初三（1）班团支部' }, className: '初三（1）班', eligible: true,
      because: [{ key: 'volunteer-hours', before: { enforcement: 'required', achieved: 960, required: 1200, met: false }, after: { enforcement: 'required', achieved: 960, required: 960, met: true } }],
    }])
    expect(pages.reduce((sum, { eligibleBefore, eligibleAfter }) => [sum[0] + eligibleBefore, sum[1] + eligibleAfter], [0, 0])).toEqual([1, 2])
    // One member a page gives the same.
    const slowly = await preview(lower.hash, 1)
    expect(slowly.length).toBeGreaterThanOrEqual(4)
    expect([changesIn(slowly), slowly.at(-1)?.branchesDone]).toEqual([changesIn(pages), 3])
  })

  test('a stricter draft, one without a requirement, and one that only advises', async () => {
    await makeReady(context, 'w-student')
    await makeReady(context, 'w-classmate', 'exam')
    await makeReady(context, 'w-student-b02', 'hours')
    const strict = (await save(rules({ 'civics-class': { atLeast: 9 }, 'quality-activity': undefined }))).body.draft
    expect(changesIn(await preview(strict.hash))).toEqual([['w-student', false, ['civics-class']]])
    const loose = (await save(rules({ 'league-class': undefined, 'volunteer-hours': { enforcement: 'advisory' } }), 1)).body.draft
    const pages = await preview(loose.hash)
    expect(changesIn(pages)).toEqual([['w-classmate', true, ['league-class']], ['w-student-b02', true, ['volunteer-hours']]])
    expect(pages[0].changes[0].because[0]).toEqual({ key: 'league-class', before: { enforcement: 'required', achieved: 8, required: 8, met: false } })
  })

  test('of a draft that is another by now says so', async () => {
    const { hash } = (await save(tenHours)).body.draft
    await save(rules(), 1, 'w-county-2')
    expect((await call('w-county', 'GET', `/v1/rule-sets/preview?org=${org}&hash=${hash}`)).body).toMatchObject({ code: 'draft-changed', detail: { conflict: { byName: 'w-county-2', revision: 2 } } })
  })
})

describe('publishing', () => {
  test('the previewed draft becomes the next version at its local midnight, for home, progress and export alike', async () => {
    await makeReady(context, 'w-student', 'hours')
    await projectPerson(context, 'w-student')
    const { hash, content } = (await save(tenHours)).body.draft
    const published = await publish(hash)
    expect(published).toMatchObject({ status: 201, body: { state: 'coming', effectiveFrom: '2026-06-16', byName: 'w-county', publishedAt: '2026-06-15T02:00:00.000Z', ruleSet: { id: 'wangcang', version: 2, timeZone: 'Asia/Shanghai', ...content } } })
    expect(await publish(hash)).toEqual(published)
    expect((await publish(hash, { effectiveFrom: '2026-06-17' })).body.code).toBe('id-reused')
    expect(await draft()).toEqual({ revision: 2 })

    context.setNow('2026-06-15T15:59:59.999Z')
    expect(await home()).toMatchObject({ ruleSet: { version: 1 }, eligible: false })
    context.setNow('2026-06-15T16:00:00Z')
    expect(await home()).toMatchObject({ ruleSet: { version: 2 }, eligible: true })
    expect((await call('w-student', 'GET', '/v1/people/w-student/progress')).body).toMatchObject({ ruleSet: { version: 2 }, eligible: true })
    const today = JSON.parse(evaluateLine(JSON.stringify((await call('w-student', 'GET', '/v1/people/w-student/export')).body), 1).out)
    expect(today).toMatchObject({ ruleSet: { version: 2 }, eligible: true })
    const yesterday = JSON.parse(evaluateLine(JSON.stringify((await call('w-student', 'GET', '/v1/people/w-student/export?asOf=2026-06-15T12:00:00Z')).body), 1).out)
    expect(yesterday).toMatchObject({ ruleSet: { version: 1 }, eligible: false })
    expect(await versions()).toEqual([[2, 'in-force', '2026-06-16'], [1, 'past', '2025-01-01']])
    await rebuildProjections(context, 'wangcang')
    expect((await rebuildProjections(context, 'wangcang', { check: true })).differing).toBe(0)
    expect((await readMe(context.table, 'w-student', true))?.progress).toMatchObject({ rules: 2, eligible: true })
  })

  test('from today: at once, and not a moment before it was published', async () => {
    await makeReady(context, 'w-student', 'hours')
    expect((await bring(tenHours, '2026-06-15')).body.state).toBe('in-force')
    expect((await home()).ruleSet.version).toBe(2)
    const earlier = (await call('w-student', 'GET', '/v1/people/w-student/export?asOf=2026-06-15T01:59:59Z')).body
    expect(earlier.ruleSet.version).toBe(1)
  })

  test.each([['yesterday', '2026-06-14', 'in-the-past'], ['in more than a year', '2027-06-17', 'too-far'], ['on no date', '2026-06-31', 'invalid-format']])('from %s names the field', async (_what, effectiveFrom, code) => {
    const { hash } = (await save(tenHours)).body.draft
    expect((await publish(hash, { effectiveFrom })).body).toMatchObject({ code: 'invalid-input', errors: [{ path: 'effectiveFrom', code }] })
    expect(await readRuleSets(context.table, org, true)).toHaveLength(1)
  })

  test('nothing but what was previewed: not another draft, not none, not what is there already', async () => {
    expect((await publish('0'.repeat(64))).body.code).toBe('nothing-to-publish')
    const { hash } = (await save(tenHours)).body.draft
    await save(rules({ 'civics-class': { atLeast: 9 } }), 1)
    expect((await publish(hash)).body.code).toBe('draft-changed')
    const same = (await save(rules(), 2)).body.draft
    expect((await publish(same.hash)).body.code).toBe('nothing-to-publish')
  })

  test('a second thought replaces what has not begun; one that begins later follows it', async () => {
    await bring(tenHours, '2026-07-01')
    await bring(rules({ 'civics-class': { atLeast: 9 } }), '2026-09-01')
    expect(await versions()).toEqual([[3, 'coming', '2026-09-01'], [2, 'coming', '2026-07-01'], [1, 'in-force', '2025-01-01']])
    await bring(rules({ 'civics-class': { atLeast: 10 } }), '2026-08-01')
    expect(await versions()).toEqual([[4, 'coming', '2026-08-01'], [3, 'replaced', '2026-09-01'], [2, 'coming', '2026-07-01'], [1, 'in-force', '2025-01-01']])
    const forceOn = async (instant: string) => {
      context.setNow(instant)
      return (await home()).ruleSet.version
    }
    expect([await forceOn('2026-06-30T15:59:59Z'), await forceOn('2026-06-30T16:00:00Z'), await forceOn('2026-07-31T16:00:00Z'), await forceOn('2026-08-31T16:00:00Z'), await forceOn('2027-01-01T00:00:00Z')]).toEqual([1, 2, 4, 4, 4])
    expect(await versions()).toEqual([[4, 'in-force', '2026-08-01'], [3, 'replaced', '2026-09-01'], [2, 'past', '2026-07-01'], [1, 'past', '2025-01-01']])
  })

  test('what one takes back on its own day was in force until then', async () => {
    await bring(tenHours, '2026-06-15')
    context.setNow('2026-06-15T08:00:00Z')
    await bring(rules({ 'civics-class': { atLeast: 9 } }), '2026-06-15')
    expect(await versions()).toEqual([[3, 'in-force', '2026-06-15'], [2, 'past', '2026-06-15'], [1, 'past', '2025-01-01']])
    expect((await call('w-student', 'GET', '/v1/people/w-student/export?asOf=2026-06-15T07:59:59Z')).body.ruleSet.version).toBe(2)
  })

  describe('two publishers at once', () => {
    const race = async (add: typeof addRuleSet) => {
      const { hash } = (await save(tenHours)).body.draft
      const gated = together(2, add)
      const one = async (who: string) => publishRuleSetBy(gated)(context, { id: `race-of-${who}`, org, hash, after: 1, effectiveFrom: '2026-07-01' }, { actor: (await readMe(context.table, who, true)) as never, identity: '' })
      return Promise.all([one('w-county'), one('w-county-2')])
    }

    test('one wins, the other hears by whom', async () => {
      const lost = (await race(addRuleSet)).filter((answer) => 'refused' in answer)
      expect(lost).toMatchObject([{ refused: 'rules-changed', detail: { conflict: { version: 2, effectiveFrom: '2026-07-01', byName: expect.stringMatching(/^w-county/) } } }])
      expect(await readRuleSets(context.table, org, true)).toHaveLength(2)
    })

    test('control: without the conditions both believe that theirs is the version', async () => {
      const answers = await race(async (table, county, version) => {
        await putItem(table, { ...keys.ruleSet(county, version.ruleSet.version), ...version })
        return true
      })
      expect(answers.filter((answer) => 'refused' in answer)).toEqual([])
    })
  })

  test('who has not seen the last version hears of it', async () => {
    await bring(tenHours, '2026-07-01')
    const { hash } = (await save(rules({ 'civics-class': { atLeast: 9 } }), 2)).body.draft
    expect((await publish(hash, { id: 'publish-02', after: 1 })).body).toMatchObject({ code: 'rules-changed', detail: { conflict: { version: 2, byName: 'w-county' } } })
  })

  test('a roll-up folded before everybody has the new figures counts each by the version it was made with', async () => {
    await makeReady(context, 'w-student')
    await makeReady(context, 'w-classmate', 'exam')
    for (const who of ['w-student', 'w-classmate']) await projectPerson(context, who)
    await bring(rules({ age: undefined, 'civics-class': { enforcement: 'off' } }), '2026-06-15')
    await projectPerson(context, 'w-classmate')
    await foldRollUps(context, ['wangcang.s01.b01'])
    const [branch] = await readRollUps(context.table, ['wangcang.s01.b01'], true)
    expect(branch?.met).toMatchObject({ 'league-class': 1, 'volunteer-hours': 2, 'quality-activity': 2 })
    expect(Object.keys(branch?.met ?? {})).not.toContain('civics-class')
  })
})

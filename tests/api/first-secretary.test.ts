import { spawnSync } from 'node:child_process'
import { defaultRuleSet } from '@shared/rules/default-rule-set'
import { peopleRoutes } from '../../functions/http/routes/people'
import { policyRoutes } from '../../functions/http/routes/policy'
import { progressRoutes } from '../../functions/http/routes/progress'
import { roleRoutes } from '../../functions/http/routes/roles'
import { keys, rolesPartition } from '../../functions/store/keys'
import { readMe } from '../../functions/store/people'
import { appendRoleStep, countCountySecretaries } from '../../functions/store/role-trail'
import { deleteItem, getItem, queryAll, UpdateCommand } from '../../functions/store/table'
import { addCounty, appointFirst, replaceSecretaryCode } from '../../functions/use-cases/appoint-secretary'
import { type AppendRoleStep, decideGrant } from '../../functions/use-cases/decide-role-grant'
import { apiOf } from '../support/api'
import { putPerson, smallWorld, type TestContext, testContext } from '../support/context'
import { databaseConfig } from '../support/dynamodb'
import { together } from '../support/together'

let context: TestContext
let call: ReturnType<typeof apiOf>
beforeEach(async () => {
  context = await testContext()
  await smallWorld(context)
  call = apiOf(context, { ...roleRoutes, ...peopleRoutes, ...policyRoutes, ...progressRoutes })
}, 60_000)
afterEach(() => context.close())

let made = 0
const newId = () => `client-${String(++made).padStart(6, '0')}`
const trail = async (county: string) => (await queryAll<{ kind: string; by?: string }>(context.table, { pk: rolesPartition(county), prefix: 'T#', consistent: true })).map(({ kind, by }) => `${kind} by ${by ?? 'operator'}`)
const secretaries = (county: string) => countCountySecretaries(context.table, county)
/** The county as it was before anyone looked after it. */
const noSecretary = async (county: string, who: string) => {
  await deleteItem(context.table, keys.roleHolder(county, 'county-committee', who))
  await putPerson(context, who, { roles: [] })
}
const appoint = (name: string, append?: AppendRoleStep) => appointFirst(context, { county: 'qingchuan', newPerson: { name }, why: '县团委任命' }, append)

describe('the first secretary of a county', () => {
  beforeEach(() => noSecretary('qingchuan', 'q-county'))

  test('once: the same person again is the same step, another is refused, also after the first is gone', async () => {
    const step = await appoint('石老师')
    expect(step).toMatchObject({ n: 1, kind: 'appointed', name: '石老师', role: 'county-committee', scope: 'qingchuan', why: '县团委任命' })
    expect(await appoint('石老师')).toEqual(step)
    expect(await appoint('李老师')).toEqual({ refused: 'role-held', detail: { state: 'first', name: '石老师' } })
    expect([await trail('qingchuan'), await secretaries('qingchuan')]).toEqual([['appointed by operator'], 1])
    await noSecretary('qingchuan', (step as { personId: string }).personId)
    expect(await appoint('李老师')).toMatchObject({ refused: 'role-held' })
  })

  test('may be a person of the county, not one of another', async () => {
    expect(await appointFirst(context, { county: 'qingchuan', personId: 'w-school', why: '任命' })).toMatchObject({ refused: 'invalid-input', errors: [{ path: 'personId' }] })
    expect(await appointFirst(context, { county: 'nowhere', newPerson: { name: '石老师' }, why: '任命' })).toMatchObject({ refused: 'invalid-input', errors: [{ path: 'scope', code: 'unknown' }] })
    expect(await appointFirst(context, { county: 'qingchuan', personId: 'q-school', why: '任命' })).toMatchObject({ personId: 'q-school' })
    expect((await readMe(context.table, 'q-school', true))?.roles).toContainEqual({ name: 'county-committee', scope: 'qingchuan' })
  })

  test('of a county that was not there: it has the plan’s own conditions, and its secretary sees figures and drafts rules at once', async () => {
    for (let i = 0; i < 2; i++) await addCounty(context, 'qingping', '青坪县')
    const { personId } = (await appointFirst(context, { county: 'qingping', newPerson: { name: '石老师' }, why: '任命' })) as { personId: string }
    expect((await call(personId, 'GET', '/v1/rule-sets?org=qingping')).body.items).toMatchObject([{ state: 'in-force', effectiveFrom: '2026-06-15', ruleSet: { id: 'qingping', version: 1, requirements: defaultRuleSet.requirements } }])
    expect(await call(personId, 'GET', '/v1/dashboard?org=qingping')).toMatchObject({ status: 200, body: { org: { name: '青坪县' }, rollUp: { members: 0 } } })
    const { counting, requirements } = defaultRuleSet
    expect((await call(personId, 'POST', '/v1/rule-sets/draft', { id: newId(), org: 'qingping', revision: 0, content: { counting, requirements: requirements.slice(1) } })).body).toMatchObject({ revision: 1 })
  })

  const twoAtOnce = async (append: AppendRoleStep) => Promise.all(['石老师', '李老师'].map((name) => appoint(name, append)))
  test('two operators at once: one appoints', async () => {
    const results = await twoAtOnce(together(2, appendRoleStep) as AppendRoleStep)
    expect(results.map((one) => ('kind' in one ? 'appointed' : one.refused)).sort()).toEqual(['appointed', 'role-held'])
    expect(await secretaries('qingchuan')).toBe(1)
  })
  test('control: without the condition on the first, and with numbers of their own, both do', async () => {
    let calls = 0
    await twoAtOnce(together(2, (table, step, more) => appendRoleStep(table, { ...step, n: step.n + calls++ }, { ...more, first: false })) as AppendRoleStep)
    expect(await secretaries('qingchuan')).toBe(2)
  })
})

test('never where a county has a secretary', async () => {
  expect(await appointFirst(context, { county: 'wangcang', newPerson: { name: '石老师' }, why: '任命' })).toEqual({ refused: 'role-held', detail: { state: 'held' } })
  expect(await trail('wangcang')).toEqual([])
})

describe('the operator as the second approver', () => {
  const propose = async (name: string, role = 'county-committee', scope = 'wangcang') => (await call('w-county', 'POST', '/v1/role-grants', { id: newId(), newPerson: { name }, role, scope, why: '增补' })).body.grantId as string
  const approve = (grantId: string, append?: AppendRoleStep) => decideGrant(context, { grantId, id: 'operator', to: 'approved', why: '只有一位书记' }, undefined, append)

  test('while the county has one secretary, and no longer', async () => {
    const [second, third] = [await propose('石老师'), await propose('李老师')]
    expect((await call('w-county', 'GET', '/v1/role-grants?org=wangcang')).body.countySecretaries).toBe(1)
    expect(await approve(second)).toMatchObject({ kind: 'approved', name: '石老师', why: '只有一位书记' })
    expect((await call('w-county', 'GET', '/v1/role-grants?org=wangcang')).body).toMatchObject({ countySecretaries: 2, items: [{ kind: 'approved', name: '石老师' }, {}, {}] })
    expect((await call('w-county', 'GET', '/v1/role-grants?org=wangcang')).body.items[0].byName).toBeUndefined()
    expect(await approve(third)).toEqual({ refused: 'not-allowed' })
    expect(await secretaries('wangcang')).toBe(2)
  })

  test('approves only: what is refused or withdrawn is people’s', async () => {
    const grantId = await propose('石老师')
    for (const to of ['refused', 'withdrawn'] as const) expect(await decideGrant(context, { grantId, id: 'operator', to }, undefined)).toEqual({ refused: 'not-allowed' })
    expect(await approve('wangcang~99')).toEqual({ refused: 'not-found' })
  })

  /** Two proposals approved by two operators at once: with the first the county has two secretaries. */
  const bothAtOnce = async (append: AppendRoleStep) => {
    const grants = [await propose('石老师'), await propose('李老师')]
    const results = await Promise.all(grants.map((grantId) => approve(grantId, append)))
    return results.map((one) => ('kind' in one ? one.kind : one.refused)).sort()
  }
  test('not for a third, however close', async () => {
    expect(await bothAtOnce(together(2, appendRoleStep) as AppendRoleStep)).toEqual(['approved', 'not-allowed'])
    expect(await secretaries('wangcang')).toBe(2)
  })
  test('control: without the guard there are three', async () => {
    let calls = 0
    await bothAtOnce(together(2, (table, step, more) => appendRoleStep(table, { ...step, n: step.n + calls++ }, more)) as AppendRoleStep)
    expect(await secretaries('wangcang')).toBe(3)
  })
})

test('a county secretary who lost their identity: unbound and given a new code by the operator, in the trail', async () => {
  await context.table.doc.send(new UpdateCommand({ TableName: context.table.name, Key: keys.me('w-county'), UpdateExpression: 'SET #i = :i', ExpressionAttributeNames: { '#i': 'identity' }, ExpressionAttributeValues: { ':i': 'wx-test#open-lost' } }))
  expect(await replaceSecretaryCode(context, 'wangcang', 'w-county')).toMatchObject({ code: expect.stringMatching(/^[0-9A-Z-]{16}$/) })
  expect((await readMe(context.table, 'w-county', true))?.identity).toBeUndefined()
  expect(await trail('wangcang')).toEqual(['unbound by operator', 'code-issued by operator'])
  expect(await replaceSecretaryCode(context, 'wangcang', 'w-school')).toEqual({ refused: 'not-found' })
})

describe('npm run grant', () => {
  const grant = (...args: string[]) => {
    const { endpoint, region, credentials } = databaseConfig()
    const env = { ...process.env, NODE_OPTIONS: '', TABLE_NAME: context.table.name, AWS_ENDPOINT_URL_DYNAMODB: endpoint, AWS_REGION: region, AWS_ACCESS_KEY_ID: credentials.accessKeyId, AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey }
    const { status, stdout, stderr } = spawnSync(process.execPath, ['functions/commands/run.mjs', 'grant', ...args], { env, encoding: 'utf8' })
    return { status, stdout, stderr: stderr.split('\n').filter((line) => /Refused|Name a county/.test(line)).join('\n') }
  }

  test('from an empty county to a second secretary', async () => {
    const first = grant('--county', 'newcounty', '--county-name', '新县', '--name', '石老师', '--why', '县团委任命')
    expect(first).toMatchObject({ status: 0, stdout: expect.stringMatching(/^appointed: 石老师 \(p-\w+\), county-committee over newcounty, step 1 of the trail\nBinding code [0-9A-Z-]{16}, valid until /) })
    const personId = /p-\w+/.exec(first.stdout)?.[0] as string
    expect(await getItem(context.table, keys.org('newcounty'), true)).toMatchObject({ kind: 'county', name: '新县' })
    expect(grant('--county', 'newcounty', '--name', '李老师')).toMatchObject({ status: 1, stderr: 'Refused: newcounty has had its first secretary, 石老师: further ones are proposed and approved in the app' })
    context.setNow(new Date().toISOString())
    const { grantId } = (await call(personId, 'POST', '/v1/role-grants', { id: newId(), newPerson: { name: '李老师' }, role: 'county-committee', scope: 'newcounty', why: '增补' })).body
    expect(grant('--county', 'newcounty').stdout).toBe(`newcounty: 1 secretaries, 1 proposals open\n${grantId}  李老师, county-committee over newcounty, by 石老师: 增补\n`)
    expect(grant('--approve', grantId)).toMatchObject({ status: 0, stdout: expect.stringContaining('approved: 李老师') })
    expect(await trail('newcounty')).toEqual(['appointed by operator', 'code-issued by operator', `proposed by ${personId}`, 'approved by operator', 'code-issued by operator'])
  })

  test.each([[[]], [['--county', '../x']], [['--approve', 'wangcang']], [['--county', 'wangcang', '--frobnicate', '1']], [['--county', 'wangcang', '--name', '']]])('%j is told how it is used, and nothing is written', async (args) => {
    expect(grant(...args).status).toBe(2)
    expect(await trail('wangcang')).toEqual([])
  })
})

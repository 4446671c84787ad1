import { defaultProcedure } from '@shared/rules/default-procedure'
import type { Page } from 'playwright-core'
import { keys } from '../../functions/store/keys'
import { committeeOf, linesFor, readQuotas, readRanges } from '../../functions/store/plan'
import { type Item, putItem, UpdateCommand } from '../../functions/store/table'
import { type DemoApp, startDemoApp } from '../support/demo-app'
import { button, field, shown, text } from '../support/page'

const branch = 'wangcang.s01.b01'
const committee = committeeOf(branch)
const day = 86_400_000
/** The stage's clock, which the test can put forward. */
let ahead = 0
const now = () => Date.now() + ahead
const today = () => new Date(now() + 8 * 3_600_000).toISOString().slice(0, 10)

type Who = { token: string; person: { personId: string; name: string } }
let app: DemoApp
const [applicant, mentor, other] = ['student-ready', 'student-hours-short', 'student-exam-failed']
let people: Record<string, Who['person']>

const signIn = async (code: string): Promise<Who> => (await fetch(`${app.stage.api}/v1/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ provider: 'demo', code }) })).json() as Promise<Who>
const call = async ({ token }: Who, method: string, path: string, body?: object) => {
  const reply = await fetch(app.stage.api + path, { method, headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, ...(body && { body: JSON.stringify(body) }) })
  return { status: reply.status, body: (await reply.json()) as { application: { version: number; state: string } } }
}
let acts = 0
/** What staff record, by the API. */
const act = async (code: string, what: object) => {
  const who = await signIn(code)
  const path = `/v1/people/${people[applicant]?.personId}/application`
  const { version } = (await call(who, 'GET', path)).body.application
  const done = await call(who, 'POST', `${path}/acts`, { id: `e2e-act-${++acts}`, version, what })
  if (done.status !== 200) throw new Error(`${JSON.stringify(what)}: ${JSON.stringify(done.body)}`)
}
const decision = (body: string) => ({ body, date: today(), attendance: 5, minutes: '第 11 次' })

beforeAll(async () => {
  app = await startDemoApp({ now })
  people = Object.fromEntries(await Promise.all([applicant, mentor, other].map(async (code) => [code, (await signIn(code as string)).person])))
  const { table } = app.stage
  // Two of the class are members of the League, the county's procedure needs no months and no days of notice, and the plan has a number and a place.
  for (const code of [mentor, other]) {
    const { personId } = people[code] as Who['person']
    for (const Key of [keys.me(personId), keys.member(branch, personId)]) await table.doc.send(new UpdateCommand({ TableName: table.name, Key, UpdateExpression: 'SET leagueMember = :member', ExpressionAttributeValues: { ':member': { since: '2026-01-05' } } }))
  }
  await putItem(table, { ...keys.procedure('wangcang', 9), version: 9, effectiveFrom: '2020-01-01', content: { ...defaultProcedure, cultivation: { months: 0, mentorTalks: 1 }, notice: { ...defaultProcedure.notice, workingDays: 0 } } } as Item)
  const year = Number(today().slice(0, 4))
  const ranges = (await readRanges(table, 'wangcang', year)).filter((one) => one.committee === committee && one.next <= one.to)
  if (ranges.length === 0) await putItem(table, { ...keys.numberRange('wangcang', year, 900_001), year, from: 900_001, to: 900_100, next: 900_001, committee })
  const lines = linesFor(await readQuotas(table, committee, year), branch, undefined)
  const all = lines.find(({ grade }) => grade === '*') ?? { branch, grade: '*', quota: 0, taken: 0, used: 0 }
  for (const line of [all, ...lines]) await putItem(table, { ...keys.quota(committee, year, `${branch}#${line.grade}`), ...line, quota: line.taken + 5 })
}, 600_000)
afterAll(() => app?.stop())

const pages = new Map<string, Page>()
const pageOf = async (code: string) => {
  const page = pages.get(code) ?? (await app.signIn(people[code]?.name ?? ''))
  pages.set(code, page)
  return page
}

test('a letter, returned once with its reason, written again: the student sees where they stand, who is next, and the earliest dates', async () => {
  const page = await pageOf(applicant as string)
  await app.open(page, 'packages/mine/apply/index')
  await shown(page, '还没有申请')
  await button(page, '递交申请').click()
  await shown(page, '请先写申请书')
  await app.wellMade(page, 'apply-1-none')
  await field(page, '申请书').fill('敬爱的团组织：我志愿加入中国共产主义青年团。')
  // What was written outlives the app.
  await page.reload()
  await app.open(page, 'packages/mine/apply/index')
  expect(await field(page, '申请书').inputValue()).toContain('我志愿加入')
  await button(page, '递交申请').click()
  await shown(page, '团支书会找你谈话')
  await shown(page, /顺利的话，最早 \d{4}-\d\d-\d\d 入团/)
  await app.wellMade(page, 'apply-2-applied')

  await act('branch-secretary', { act: 'return', reason: '请写写自己的经历' })
  await app.open(page, 'pages/home/index')
  await app.open(page, 'packages/mine/apply/index')
  await shown(page, '原因：请写写自己的经历')
  await shown(page, '请按原因修改申请书，再次递交')
  await app.wellMade(page, 'apply-3-returned')
  await field(page, '申请书').fill('敬爱的团组织：我志愿加入中国共产主义青年团。去年我参加了社区服务，学会了坚持。')
  await button(page, '修改后再次递交').click()
  await shown(page, '团支书会找你谈话')
}, 300_000)

test('named an activist with a mentor, who records a talk on their own page', async () => {
  await act('branch-secretary', { act: 'talk', date: today(), talker: '书记', notes: '谈了入团的想法' })
  await act('branch-secretary', { act: 'record-route', route: 'peer-review', date: today(), tally: { present: 30, for: 26, against: 1, abstain: 3 } })
  await act('branch-secretary', { act: 'name-activist', decision: decision('支部委员会'), mentors: [{ personId: people[mentor as string]?.personId, name: people[mentor as string]?.name }] })
  const mine = await pageOf(applicant as string)
  await app.open(mine, 'pages/home/index')
  await shown(mine, '入团积极分子')
  await app.open(mine, 'packages/mine/apply/index')
  await shown(mine, `培养联系人：${people[mentor as string]?.name}`)
  await app.wellMade(mine, 'apply-4-activist')

  const page = await pageOf(mentor as string)
  await app.open(page, 'pages/me/index')
  await button(page, /我联系、介绍的人/).click()
  await shown(page, '你是培养联系人')
  await button(page, '记录一次谈话').click()
  await button(page, '保存谈话记录').click()
  await shown(page, '请写一写')
  await app.wellMade(page, 'asked-1-talk')
  await field(page, '谈话内容').fill('谈了学习和志愿服务，进步明显。')
  await button(page, '保存谈话记录').click()
  await shown(page, '已谈话 1 次')
  await app.wellMade(page, 'asked-2-talked')

  // Who has somebody to talk to is reminded on the first screen.
  await app.open(page, 'pages/home/index')
  await button(page, /^我联系、介绍的人/).waitFor()
  await app.wellMade(page, 'asked-3-home')

  await app.open(mine, 'pages/home/index')
  await app.open(mine, 'packages/mine/apply/index')
  await shown(mine, /列为发展对象/)
  await app.wellMade(mine, 'apply-5-cultivating')
}, 300_000)

test('when the notice is over the student fills in the form, and each fault stands at its field', async () => {
  await act('branch-secretary', { act: 'propose-candidate', decision: decision('支部委员会') })
  await act('school-committee', { act: 'pre-review', decision: decision('学校团委'), reply: '同意' })
  await act('school-committee', { act: 'open-notice', from: today(), place: '校门口公告栏' })
  const page = await pageOf(applicant as string)
  await app.open(page, 'pages/home/index')
  await app.open(page, 'packages/mine/apply/index')
  await shown(page, /正在公示/)
  await app.wellMade(page, 'apply-6-notice')
  await act('school-committee', { act: 'close-notice' })
  await app.open(page, 'pages/home/index')
  await app.open(page, 'packages/mine/apply/index')
  await shown(page, '轮到你了')
  await button(page, '提交入团志愿书').click()
  for (const words of ['请填写民族', '请填写学习经历', '请填写家庭主要成员', '请写入团志愿', '请选 2 位介绍人']) await shown(page, words)
  await app.wellMade(page, 'apply-7-form-faults')
  await field(page, '民族').fill('汉族')
  await field(page, '学习经历').fill('2016—2022 清江小学\n2022—2025 清江初中')
  await field(page, '家庭主要成员').fill('父亲，在外务工\n母亲，务农')
  await field(page, '入团志愿').fill('我愿意成为一名共青团员，为家乡做力所能及的事。')
  for (const code of [mentor, other]) await page.getByRole('checkbox', { name: people[code as string]?.name ?? '' }).click()
  await shown(page, '已选 2 / 2')
  await app.wellMade(page, 'apply-8-form')
  await button(page, '提交入团志愿书').click()
  await page.getByRole('dialog').getByRole('button', { name: '提交入团志愿书' }).click()
  await shown(page, new RegExp(`介绍人：.*${people[other as string]?.name}（还没写意见）`))
  await app.wellMade(page, 'apply-9-filled')
}, 300_000)

test('an introducer gives an opinion on a later day than the form’s, and the student sees it', async () => {
  const page = await pageOf(other as string)
  await app.open(page, 'packages/people/asked/index')
  await shown(page, '你是入团介绍人')
  await shown(page, /起可以写意见/)
  await app.wellMade(page, 'asked-4-early')

  ahead = day
  const next = await app.signIn(people[other as string]?.name ?? '')
  await app.open(next, 'packages/people/asked/index')
  await button(next, '写介绍意见').click()
  await field(next, '介绍意见').fill('他做事认真，乐于助人，我同意介绍他入团。')
  await app.wellMade(next, 'asked-5-opinion')
  await button(next, '提交介绍意见').click()
  await next.getByRole('dialog').getByRole('button', { name: '提交介绍意见' }).click()
  await shown(next, /你已写过意见/)
  await app.wellMade(next, 'asked-6-spoken')

  const mine = await app.signIn(people[applicant as string]?.name ?? '')
  await app.open(mine, 'packages/mine/apply/index')
  await shown(mine, new RegExp(`${people[other as string]?.name}（已写意见）`))
  await text(mine, '介绍人写意见').waitFor()
  await app.wellMade(mine, 'apply-10-spoken')
}, 300_000)

import { readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { isFault, verifyAudit } from '../../functions/core/verify-audit'
import { auditVerifier } from '../../functions/signing/audit-verifier'
import { readApplicationSteps } from '../../functions/store/applications'
import { keys } from '../../functions/store/keys'
import { appendEntry } from '../../functions/store/ledger'
import { type Me, readMe } from '../../functions/store/people'
import { getItem, putItem } from '../../functions/store/table'
import { actorsOf } from '../support/actors'
import { chooseFile, decided, expectStanding, handInForm, holdMeeting, openedPdf, pickMember, recordAct, speak } from '../support/admission-pages'
import { type DemoApp, desktop, startDemoApp } from '../support/demo-app'
import { makeMember } from '../support/form-filled'
import { button, field, shown, text } from '../support/page'
import { readPdf } from '../support/pdf'
import { testClock } from '../support/test-clock'

const clock = testClock()
let app: DemoApp
let open: ReturnType<typeof actorsOf>
/** The day of admission as it is told while the notice runs: everybody does their part at once here. */
let earliest = ''
const people: Record<string, Me> = {}
const nameOf = (who: string) => people[who]?.name ?? ''
const idOf = (who: string) => people[who]?.personId ?? ''

const account = async (code: string) => {
  const { personId } = (await getItem<{ personId: string }>(app.table, keys.demoAccount(code))) ?? { personId: '' }
  return (await readMe(app.table, personId, true)) as Me
}
/** What was done well before a day months ahead, so that it still counts then: by the rules a year's hours do. */
const volunteered = async (personId: string) => {
  const of = (recordId: string, category: string, day: number, minutes: number, quantity: number) => {
    const startedAt = new Date(Date.parse(`${clock.dateIn(-day)}T08:00:00+08:00`))
    return { type: 'record' as const, source: 'granted' as const, recordId, category, title: '暑期志愿服务', startedAt: startedAt.toISOString(), endedAt: new Date(startedAt.getTime() + minutes * 60_000).toISOString(), quantity, photoIds: [], at: new Date(clock.now()).toISOString(), by: idOf('secretary') }
  }
  for (const day of [2, 3, 4]) await appendEntry(app.table, personId, of(`hours-${day}`, 'volunteering', day, 480, 480) as never)
  await appendEntry(app.table, personId, of('activity-5', 'quality-activity', 5, 90, 1) as never)
}

/** A mentor and whoever introduces are members of the League and can be signed in as; the applicants have done all that the rules ask for. All else is done by the pages. */
beforeAll(async () => {
  app = await startDemoApp({ now: clock.now })
  open = actorsOf(app, clock.now)
  for (const [who, code] of Object.entries({ applicant: 'student-ready', mentor: 'student-hours-short', friend: 'student-member', secretary: 'branch-secretary', school: 'school-committee', county: 'county-committee', second: 'student-form', secretary2: 'branch-secretary-2' })) people[who] = await account(code)
  await makeMember({ table: app.table } as never, idOf('mentor'))
  for (const who of ['applicant', 'second']) await volunteered(idOf(who))
  const introducers = (await readApplicationSteps(app.table, idOf('second'))).flatMap((step) => (step.act === 'fill-form' ? step.facts.introducers : []))
  for (const [i, personId] of introducers.entries()) {
    people[`introducer${i + 1}`] = (await readMe(app.table, personId, true)) as Me
    await putItem(app.table, { ...keys.demoAccount(`introducer-${i + 1}`), personId, about: '高一2班的团员', order: 90 + i })
  }
  clock.goOn(1)
}, 600_000)
afterAll(() => app?.stop())

const look = (page: Page, name: string) => app.wellMade(page, `way-${name}`)
const onApplication = (staff: string, of = 'applicant', device?: object) => open(nameOf(staff), `packages/staff/application/index?id=${idOf(of)}`, device)
/** Where the applicant stands by their own page, since today, and whom it waits for. */
const stands = async (who: string, state: string, next: RegExp, picture: string, since = clock.today()) => {
  const page = await open(nameOf(who), 'packages/mine/apply/index')
  await expectStanding(page, state, since, next)
  await look(page, picture)
  return page
}
/** The newest message says so, and opens the page that it is about. */
const told = async (who: string, title: string, more: RegExp, picture: string) => {
  const page = await open(nameOf(who), 'packages/mine/messages/index')
  await shown(page, title)
  await look(page, picture)
  await page.locator('.q-card:visible', { hasText: title }).filter({ hasText: more }).first().click()
  await page.waitForURL(/mine\/apply|people\/asked/)
}
/** On the board the applicant stands among those who wait for whoever looks, or among all; opened from there. */
const fromBoard = async (staff: string, waits: RegExp, picture: string, among?: '全部') => {
  const page = await open(nameOf(staff), 'packages/staff/applications/index')
  if (among) await page.getByRole('radio', { name: among, exact: true }).click()
  const card = page.locator('.q-card:visible', { hasText: nameOf('applicant') }).filter({ hasText: waits })
  await card.waitFor()
  await look(page, picture)
  await card.click()
  return page
}

test('a form returned by the school’s committee: the student sees why and mends it, and it goes on to the vote', async () => {
  const reason = '学习经历没有写到初中，请补上。'
  const school = await onApplication('school', 'second')
  await recordAct(school, '退回', { 原因: reason })
  await shown(school, `已退回：${reason}`)
  await told('second', '入团申请被退回', /打开看原因和下一步/, 'back-1-told')
  const mine = await open(nameOf('second'), 'packages/mine/apply/index')
  await shown(mine, `原因：${reason}`)
  await shown(mine, '请按原因修改入团志愿书，再次提交')
  for (const words of ['轮到你了', /^公示已结束/]) await shown(mine, words)
  await look(mine, 'back-2-why')
  const secretary = await onApplication('secretary2', 'second')
  await shown(secretary, `已退回：${reason}`)
  await shown(secretary, '下一步：填写入团志愿书')
  await shown(secretary, '等申请人')
  // Their opinions were of the form as it was.
  expect(await secretary.getByText('已写意见').and(secretary.locator(':visible')).count()).toBe(0)
  await look(secretary, 'back-3-secretary')

  await handInForm(mine, { 学习经历: '2019—2025 清江小学\n2025—2028 清江初中\n2028 起 清江中学' }, [])
  await expectStanding(mine, '已填入团志愿书', clock.today(), new RegExp(`介绍人${nameOf('introducer1')}、${nameOf('introducer2')}写意见`))
  await look(mine, 'back-4-mended')
  clock.goOn(1)
  for (const who of ['introducer1', 'introducer2']) await speak(await open(nameOf(who), 'packages/people/asked/index'), nameOf('second'), '写介绍意见', '他把学习经历补全了，我同意介绍他入团。')
  clock.goOn(1)
  await holdMeeting(await open(nameOf('secretary2'), 'packages/staff/meetings/index'), nameOf('second'), (page, name) => look(page, `back-5-${name}`))
  const after = await stands('second', '支部大会通过', /上级团委审批/, 'back-6-voted')
  for (const words of [`原因：${reason}`, / 退回$/, / 支部大会表决$/]) await shown(after, words)
}, 300_000)

test('the letter, the talk, a route, and named an activist with a mentor', async () => {
  const mine = await open(nameOf('applicant'), 'packages/mine/apply/index')
  await field(mine, '申请书').fill('敬爱的团组织：我志愿加入中国共产主义青年团，愿意为同学和家乡做力所能及的事。')
  await button(mine, '递交申请').click()
  await expectStanding(mine, '已递交申请书', clock.today(), /团支书会找你谈话/)
  await shown(mine, /顺利的话，最早 \d{4}-\d\d-\d\d 入团/)

  clock.goOn(1)
  const secretary = await fromBoard('secretary', /等团支部：谈话/, '01-board')
  await recordAct(secretary, '谈话', { 谈话人: '团支部书记', 谈话内容: '谈了为什么想入团，讲了入团的程序。' })
  await shown(secretary, '下一步：确定入团积极分子')
  await stands('applicant', '已谈话', /支部委员会讨论确定入团积极分子，由团支书记录/, '02-talked')

  clock.goOn(1)
  await onApplication('secretary')
  await recordAct(secretary, '登记推荐渠道', {}, () => secretary.getByRole('radio', { name: '积分入团' }).click())
  await recordAct(secretary, '确定入团积极分子', decided(3, '第 2 次'), () => pickMember(secretary, nameOf('mentor')))
  await shown(secretary, '下一步：培养联系人谈话')
  await look(secretary, '03-activist-staff')
  const page = await stands('applicant', '入团积极分子', /培养联系人找你谈话/, '04-activist')
  await shown(page, `培养联系人：${nameOf('mentor')}`)
  await told('applicant', '入团申请有新进展', /确定入团积极分子。现在：入团积极分子/, '05-told')
  await told('mentor', `请你担任 ${nameOf('applicant')} 的培养联系人`, /打开去办理/, '06-mentor-told')
}, 300_000)

test('three months with talks; proposed too early, the button says from when, and then it is that day', async () => {
  for (const words of ['谈了学习和志愿服务，鼓励他带动同学。', '谈了团章，能说出团员的义务。']) {
    clock.goOn(25)
    await speak(await open(nameOf('mentor'), 'packages/people/asked/index'), nameOf('applicant'), '记录一次谈话', words)
  }
  const firstTalk = clock.dateIn(-25)
  clock.goOn(7)
  await stands('applicant', '培养考察', /支部委员会讨论是否列为发展对象，由团支书记录/, '07-cultivating', firstTalk)
  const early = await fromBoard('secretary', /等团支部：拟定发展对象.*起可以办/, '08-early-board', '全部')
  await button(early, /^拟定发展对象 · 最早 \d{4}-\d\d-\d\d$/).click()
  await shown(early, '现在还差 1 项条件，要补齐后才能登记')
  for (const [label, value] of Object.entries(decided(3, '第 5 次'))) await field(early, label).fill(value)
  await button(early, '登记').click()
  const notYet = early.getByRole('alert').filter({ hasText: '还不能登记：' })
  await notYet.waitFor()
  await look(early, '09-too-early')
  const from = (await notYet.textContent())?.match(/最早 (\d{4}-\d\d-\d\d)/)?.[1] ?? ''
  expect(from > clock.today()).toBe(true)
  clock.goTo(from)
  const secretary = await onApplication('secretary')
  await recordAct(secretary, '拟定发展对象', decided(3, '第 6 次'))
  await shown(secretary, '下一步：预审')
  await stands('applicant', '发展对象', /上级团委预审你的材料/, '10-candidate')
}, 300_000)

test('the county gives numbers and a quota, the school its branches; it reviews, gives notice, and answers an objection', async () => {
  const county = await open(nameOf('county'), 'packages/staff/plan/index?org=wangcang.s01', desktop)
  await button(county, '划拨编号').click()
  await field(county, '数量').fill('20')
  await county.getByRole('dialog').getByRole('button', { name: '划拨编号' }).click()
  await shown(county, /还剩 20 个/)
  await button(county, '设名额').click()
  await field(county, '下达名额').fill('900')
  await button(county, '保存').click()
  await county.getByRole('dialog').waitFor({ state: 'hidden' })
  await look(county, '11-county-plan')
  const plan = await open(nameOf('school'), 'packages/staff/plan/index')
  await button(plan, '调整').click()
  await field(plan, '高一1班团支部 全支部 名额').fill('30')
  await button(plan, '保存').click()
  await button(plan, '调整').waitFor()
  await look(plan, '12-school-plan')

  const school = await fromBoard('school', /等上级团委：预审/, '13-school-board')
  await button(school, '预审').click()
  await shown(school, /通过后保留编号 \d{12}/)
  await look(school, '14-pre-review')
  await button(school, '取消').click()
  await recordAct(school, '预审', { ...decided(5, '团委会第 3 次'), 预审意见: '材料齐全，同意作为发展对象。' })
  await button(school, '开始公示').click()
  const until = (await text(school, /公示满 5 个工作日，.* 起可以结束/).textContent())?.match(/\d{4}-\d\d-\d\d/)?.[0] ?? ''
  expect(until > clock.dateIn(5)).toBe(true)
  await button(school, '取消').click()
  await recordAct(school, '开始公示', { 公示地点: '教学楼一楼公告栏' })
  const mine = await stands('applicant', '公示', /正在公示，期满后由上级团委结束公示/, '15-notice')
  await shown(mine, new RegExp(`公示 ${clock.today()} 至 ${until}`))
  await shown(mine, /发展编号 \d{12}/)
  earliest = (await text(mine, /最早 .* 入团/).textContent())?.match(/\d{4}-\d\d-\d\d/)?.[0] ?? ''

  clock.goOn(1)
  await recordAct(await onApplication('secretary'), '登记异议', { 异议内容: '有同学反映他上学期迟到较多。' })
  const answering = await onApplication('school')
  await shown(answering, '先答复异议')
  await recordAct(answering, '答复异议', { 调查和答复: '向班主任核实：迟到两次，均有请假条，不影响发展。' }, () => answering.getByRole('radio', { name: '异议不成立' }).click())
  await button(answering, `结束公示 · 最早 ${until}`).waitFor()
  await look(answering, '16-answered')
  clock.goTo(until)
  await recordAct(await onApplication('school'), '结束公示')
}, 300_000)

test('the admission form, two introducers, the branch’s meeting, and the committee’s approval', async () => {
  await told('applicant', '请你填写入团志愿书', /公示已结束/, '17-form-told')
  const mine = await open(nameOf('applicant'), 'packages/mine/apply/index')
  await shown(mine, '轮到你了')
  await handInForm(mine, { 民族: '汉族', 学习经历: '2019—2025 清江小学\n2025 起 清江中学', 家庭主要成员: '父亲，在外务工\n母亲，务农', 入团志愿: '我愿意成为一名共青团员，为家乡做力所能及的事。' }, [nameOf('mentor'), nameOf('friend')])
  await expectStanding(mine, '已填入团志愿书', clock.today(), new RegExp(`介绍人.*${nameOf('friend')}.*写意见`))
  await look(mine, '18-form')
  await told('friend', `请你为 ${nameOf('applicant')} 写入团介绍意见`, /打开去办理/, '19-introducer-told')

  clock.goOn(1)
  for (const who of ['mentor', 'friend']) await speak(await open(nameOf(who), 'packages/people/asked/index'), nameOf('applicant'), '写介绍意见', '相处一年，他做事有始有终，我同意介绍他入团。')

  clock.goOn(1)
  await holdMeeting(await open(nameOf('secretary'), 'packages/staff/meetings/index'), nameOf('applicant'), (page, name) => look(page, `20-meeting-${name}`))
  await shown(await stands('applicant', '支部大会通过', /上级团委审批/, '21-voted'), `入团时间 ${earliest}`)
}, 300_000)

test('approved, filed with the scan of the stamped form, sworn in, archived: the e-file, the papers and the trail', async () => {
  clock.goOn(1)
  const school = await fromBoard('school', /等上级团委：批准入团/, '22-school-board')
  await recordAct(school, '批准入团', decided(5, '团委会第 4 次'))
  await stands('applicant', '上级团委批准', /县团委备案/, '23-approved')

  clock.goOn(2)
  const scan = join(tmpdir(), '入团志愿书扫描件.pdf')
  writeFileSync(scan, await openedPdf(await onApplication('school'), '生成入团志愿书'))
  const county = await fromBoard('county', /等县团委：备案/, '24-county-board')
  await recordAct(county, '备案', {}, async () => {
    await chooseFile(county, /选择 PDF/, scan)
    await shown(county, '可以使用了')
  })
  await stands('applicant', '县级备案', /团支书组织入团宣誓/, '25-filed')

  clock.goOn(4)
  const secretary = await onApplication('secretary')
  await recordAct(secretary, '入团宣誓', { 宣誓地点: '学校礼堂' })
  await recordAct(secretary, '归档', {}, async () => {
    await button(secretary, '生成电子档案').click()
    await shown(secretary, '电子档案已生成')
  })
  await text(secretary, /^已归档$/).waitFor()
  await look(secretary, '26-archived-staff')
  const mine = await open(nameOf('applicant'), 'packages/mine/apply/index')
  await shown(mine, '入团材料已归档')
  await look(mine, '27-archived')
  expect(await mine.locator('.apply-line-done:visible').count()).toBe(13)
  await told('applicant', '入团申请有新进展', /现在：归档/, '28-archived-told')

  const eFile = (await readPdf(await openedPdf(await onApplication('secretary'), '生成电子团员档案'))).map((page) => page.text).join('')
  for (const words of [nameOf('applicant'), nameOf('mentor'), nameOf('friend'), '有同学反映他上学期迟到较多', '学校礼堂']) expect([words, eFile.includes(words)]).toEqual([words, true])
}, 300_000)

test('the school’s export of the trails verifies with the public key, this application’s every step in it', async () => {
  const page = await open(nameOf('school'), 'packages/staff/members/index')
  await button(page, '导出表格').click()
  await page.getByRole('dialog').getByRole('radio', { name: '入团审计记录' }).click()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('dialog').getByRole('button', { name: '导出', exact: true }).click()])
  const { publicKey } = (await (await fetch(`${app.stage.api}/v1/audit-key`)).json()) as { publicKey: string }
  const verdict = verifyAudit(readFileSync(await download.path()), auditVerifier(publicKey))
  if (isFault(verdict)) throw new Error(JSON.stringify(verdict))
  const steps = await readApplicationSteps(app.table, idOf('applicant'))
  expect(steps.map(({ act }) => act)).toEqual(['apply', 'talk', 'record-route', 'name-activist', 'mentor-talk', 'mentor-talk', 'propose-candidate', 'pre-review', 'open-notice', 'object', 'answer-objection', 'close-notice', 'fill-form', 'introduce', 'introduce', 'vote', 'approve', 'file', 'swear-in', 'archive'])
  expect(new Set(steps.map(({ by }) => by)).size).toBe(6)
  expect(verdict.chains.get(steps[0]?.applicationId ?? '')).toEqual(steps.map(({ hash }) => hash))
}, 120_000)

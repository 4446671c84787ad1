import ExcelJS from 'exceljs'
import { keys } from '../../functions/store/keys'
import { appendEntry } from '../../functions/store/ledger'
import { queryAll, writeAll } from '../../functions/store/table'
import { exportRecordsWith } from '../../functions/use-cases/export-records'
import { writeSheet } from '../../functions/exports/write-sheet'
import { projectPerson } from '../../functions/use-cases/project-person'
import { exportEndpoints } from '@shared/contract/exports'
import { dossierOf } from '../documents/dossier-sample'
import { putApplication } from '../support/put-dossier'
import { allRoutes } from '../support/all-routes'
import { apiOf, type Reply } from '../support/api'
import { putPerson, smallWorld, type TestContext, testContext } from '../support/context'
import { makeReady } from '../support/ready-student'

let context: TestContext
let call: ReturnType<typeof apiOf>
const branch = 'wangcang.s01.b01'
beforeEach(async () => {
  context = await testContext()
  await smallWorld(context)
  call = apiOf(context, allRoutes)
}, 60_000)
afterEach(() => context.close())

const csv = ({ body }: Reply) => Buffer.from(body.content, 'base64').toString('utf8').slice(1).trimEnd().split('\r\n').map((line) => line.split(',').map((field) => field.replaceAll(/^"|"$/g, '')))
const members = (who: string, org: string, format = 'csv') => call(who, 'GET', `/v1/exports/members?org=${org}&format=${format}`)
const records = (who: string, org = branch, format = 'csv') => call(who, 'GET', `/v1/exports/records?org=${org}&format=${format}`)
const logged = (personId: string) => queryAll(context.table, { pk: keys.me(personId).pk, prefix: 'V#', consistent: true })

test('members of a branch in the columns secretaries keep, with what each is missing; numbers are numbers', async () => {
  await putPerson(context, 'w-student', { name: '张小明', branch })
  await makeReady(context, 'w-student', 'exam')
  const reply = await members('w-secretary', branch)
  expect(reply).toMatchObject({ status: 200, body: { fileName: '成员-第一中学初三（1）班团支部-2026-06-15.csv', contentType: 'text/csv; charset=utf-8', rows: 2 } })
  const [head = [], ...rows] = csv(reply)
  expect(head).toEqual(['姓名', '班级', '学号', '团支部', '年龄(岁)', '思政课(课时)', '团课(课时)', '志愿时长(小时)', '青年大学习(期)', '大学习参学率(期)', '素质拓展(次)', '积分(分)', '必需条件已满足', '还缺', '待审核(条)', '入团申请', '已绑定微信'])
  expect(rows.find(([name]) => name === '张小明')).toEqual(['张小明', '初三（1）班', '', '第一中学初三（1）班团支部', '16', '8', '8', '24', '1', '1', '1', '76', '否', '团课：考试还没通过', '0', '', '否'])
  expect(rows.find(([name]) => name === 'w-classmate')?.[13]).toBe('思政课：还差 8 课时；团课：还差 8 课时；志愿服务：还差 20 小时；青年大学习：还差 1 期；素质拓展：还差 1 次')

  const book = new ExcelJS.Workbook()
  await book.xlsx.load(Buffer.from((await members('w-secretary', branch, 'xlsx')).body.content, 'base64') as unknown as Parameters<typeof book.xlsx.load>[0])
  const sheet = book.worksheets[0]
  const row = sheet?.getColumn(1).values.indexOf('张小明') ?? 0
  expect(sheet?.getRow(row).getCell(8).value).toBe(24)
})

test('a school and a county have all of their branches, nobody of another county; by class and number', async () => {
  await putPerson(context, 'w-late', { name: '后来', branch })
  await writeAll(context.table, [['w-late', '10'], ['w-student', '9'], ['w-classmate', '2']].map(([personId = '', studentNumber]) => ({ ...keys.member(branch, personId), personId, name: personId === 'w-late' ? '后来' : personId, birthDate: '2010-03-01', className: '初三（1）班', studentNumber })))
  const namesIn = async (who: string, org: string) => csv(await members(who, org)).slice(1).map(([name]) => name)
  expect(await namesIn('w-secretary', branch)).toEqual(['w-classmate', 'w-student', '后来'])
  expect(await namesIn('w-school', 'wangcang.s01')).toEqual(['w-classmate', 'w-student', '后来', 'w-student-b02'])
  expect(await namesIn('w-county', 'wangcang')).toEqual(['w-classmate', 'w-student', '后来', 'w-student-b02', 'w-student-s02'])
})

test('the list of members is in nobody’s log; records are in each member’s, once', async () => {
  await members('w-secretary', branch)
  expect(await logged('w-student')).toEqual([])
  await records('w-secretary')
  for (const personId of ['w-student', 'w-classmate']) expect(await logged(personId)).toMatchObject([{ sk: 'V#2026-06-15#w-secretary', parts: new Set(['records']) }])
  expect(await logged('w-student-b02')).toEqual([])
})

test('where a look cannot be noted no records are given', async () => {
  const full = apiOf(context, { exportRecords: { endpoint: exportEndpoints.exportRecords, useCase: exportRecordsWith(writeSheet, async () => { throw new Error('The log is full') }) } })
  const { error } = console
  console.error = () => undefined
  const reply = await full('w-secretary', 'GET', `/v1/exports/records?org=${branch}`)
  console.error = error
  expect(reply).toMatchObject({ status: 500, body: { code: 'fault' } })
})

test('records with local times, state and source; a title that looks like a formula is text', async () => {
  await appendEntry(context.table, 'w-student', { type: 'record', recordId: 'own-0001', source: 'self-reported', category: 'volunteering', startedAt: '2026-06-01T16:30:00.000Z', endedAt: '2026-06-01T18:00:00.000Z', quantity: 90, title: '=HYPERLINK("http://x")', place: '敬老院', photoIds: [], at: '2026-06-02T00:00:00.000Z', by: 'w-student' })
  await appendEntry(context.table, 'w-student', { type: 'record', recordId: 'imported-1', source: 'imported', category: 'volunteering', startedAt: '2026-06-03T01:00:00.000Z', endedAt: '2026-06-03T03:00:00.000Z', quantity: 120, title: '河道清理', origin: { platform: 'zhiyuan-sichuan', certificate: 'SC0001', importId: 'import-1' }, photoIds: [], at: '2026-06-04T00:00:00.000Z', by: 'w-secretary' })
  const reply = await records('w-secretary')
  expect(reply.body).toMatchObject({ fileName: '记录-第一中学初三（1）班团支部-2026-06-15.csv', rows: 2 })
  const [head, row, imported] = csv(reply)
  expect(head).toEqual(['姓名', '班级', '学号', '类别', '活动', '地点', '开始', '结束', '数量', '单位', '状态', '来源', '证书号'])
  expect(imported?.slice(8)).toEqual(['120', '分钟', '已通过', '志愿四川', 'SC0001'])
  expect(row).toEqual(['w-student', '初三（1）班', '', '志愿服务', '\'=HYPERLINK(""http://x"")', '敬老院', '2026-06-02 00:30', '2026-06-02 02:00', '90', '分钟', '待审核', '自己申报', ''])
})

test('the development roster has each stage’s date, the number, mentors and introducers; who came to nothing is not on it', async () => {
  await putPerson(context, 'm1', { name: '古丽娜扎尔·阿卜杜热合曼', branch })
  await putPerson(context, 'm2', { name: '欧阳䶮', branch })
  await putPerson(context, 'w-student', { name: '张小明', branch })
  await putApplication(context, 'w-student', dossierOf())
  await putApplication(context, 'w-classmate', dossierOf({ until: 'talked' }))
  await putPerson(context, 'w-gone', { name: '走了', branch })
  const gone = dossierOf({ until: 'talked' })
  for (const step of gone.application.steps) if (step.act === 'talk') step.to = 'withdrawn'
  await putApplication(context, 'w-gone', gone)
  const reply = await call('w-school', 'GET', '/v1/exports/development?org=wangcang.s01&format=csv')
  expect(reply.body).toMatchObject({ fileName: '发展团员花名册-第一中学-2026-06-15.csv', rows: 2 })
  const [head = [], ...rows] = csv(reply)
  const row = (name: string) => Object.fromEntries(head.map((key, i) => [key, rows.find((one) => one[1] === name)?.[i]]))
  expect(row('张小明')).toMatchObject({
    性别: '', 民族: '维吾尔族', 出生日期: '2010-03-01', 班级: '初三（1）班', 团支部: '第一中学初三（1）班团支部', 发展编号: '202651000001', 当前状态: '已宣誓', 申请日期: '2026-02-02', 谈话日期: '2026-02-03', 确定积极分子日期: '2026-02-04', 推荐发展对象日期: '2026-05-06', 预审日期: '2026-05-06',
    公示开始: '2026-05-06', 公示结束: '2026-05-13', 填写志愿书日期: '2026-05-13', '支部大会日期(入团日期)': '2026-05-15', 审批日期: '2026-05-20', 备案日期: '2026-05-25', 宣誓日期: '2026-05-30', 培养联系人: '古丽娜扎尔·阿卜杜热合曼、欧阳䶮', 入团介绍人: '古丽娜扎尔·阿卜杜热合曼、欧阳䶮',
  })
  expect(row('w-classmate')).toMatchObject({ 当前状态: '已谈话', 谈话日期: '2026-02-03', 确定积极分子日期: '', 发展编号: '', 入团介绍人: '' })
})

test('the notice list has who is on it now, as the public may have the name, and nothing more', async () => {
  for (const [id, name] of [['w-student', '张小明'], ['w-classmate', '欧阳小明']] as const) await putPerson(context, id, { name, branch })
  await putApplication(context, 'w-student', dossierOf({ until: 'public-notice', objections: 0 }))
  const grown = dossierOf({ until: 'public-notice' })
  for (const step of grown.application.steps) if (step.act === 'open-notice') step.facts.masked = false
  await putApplication(context, 'w-classmate', grown)
  await putPerson(context, 'w-later', { name: '已经结束', branch })
  await putApplication(context, 'w-later', dossierOf({ until: 'form-filled' }))
  const reply = await call('w-secretary', 'GET', `/v1/exports/notices?org=${branch}&format=csv`)
  const [head, ...rows] = csv(reply)
  expect(head).toEqual(['序号', '姓名', '班级', '团支部', '公示开始', '公示结束', '公示地点'])
  const rest = ['初三（1）班', '第一中学初三（1）班团支部', '2026-05-06', '2026-05-13', '教学楼一楼公告栏']
  expect(rows.map((row) => row.slice(1)).sort()).toEqual([['张*明', ...rest], ['欧阳小明', ...rest]].sort())
  expect(await call('w-county', 'GET', '/v1/exports/notices?org=wangcang.s99&format=csv')).toMatchObject({ status: 404 })
})

test('no birth date and no identity number leaves with a sheet', async () => {
  for (const reply of [await members('w-county', 'wangcang'), await records('w-secretary')]) expect(Buffer.from(reply.body.content, 'base64').toString()).not.toMatch(/2010-03-01|身份证|出生/)
})

test('wrong input names the field: records of a school, an unknown organisation, another format', async () => {
  expect(await records('w-school', 'wangcang.s01')).toMatchObject({ status: 400, body: { code: 'invalid-input', errors: [{ path: 'org', code: 'not-a-branch' }] } })
  expect(await members('w-county', 'wangcang.s99')).toMatchObject({ status: 404 })
  expect(await members('w-county', 'wangcang', 'pdf')).toMatchObject({ status: 400, body: { errors: [{ path: 'format' }] } })
})

test('figures are those of the projection where it holds, and of the ledger where it does not', async () => {
  await makeReady(context, 'w-student')
  const hours = async () => csv(await members('w-secretary', branch)).find(([name]) => name === 'w-student')?.[7]
  expect(await hours()).toBe('24')
  await projectPerson(context, 'w-student')
  expect(await hours()).toBe('24')
  context.setNow('2027-04-03T02:00:00Z')
  expect(await hours()).toBe('0')
})

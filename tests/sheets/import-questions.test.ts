import ExcelJS from 'exceljs'
import iconv from 'iconv-lite'
import { questionRoutes } from '../../functions/http/routes/questions'
import { readBank, readBankVersions, readQuestions } from '../../functions/store/question-banks'
import { keys } from '../../functions/store/keys'
import { putItem } from '../../functions/store/table'
import { apiOf } from '../support/api'
import { smallWorld, type TestContext, testContext } from '../support/context'

let context: TestContext
let call: ReturnType<typeof apiOf>
beforeAll(async () => {
  context = await testContext()
  await smallWorld(context)
  call = apiOf(context, questionRoutes)
}, 60_000)
afterAll(() => context.close())

const course = 'league-class'
/** A school of its own for each sheet. */
const schoolOf = async (name: string): Promise<string> => {
  const id = `wangcang.q${name}`
  await putItem(context.table, { ...keys.org(id), id, kind: 'school', name })
  return id
}
const send = (org: string, bytes: Buffer | string, more: object = {}) => call('w-county', 'POST', '/v1/question-banks', { org, content: Buffer.from(bytes).toString('base64'), dryRun: false, ...more })
const bankOf = async (org: string) => {
  const bank = await readBank(context.table, org, course)
  return bank ? readQuestions(context.table, org, course, bank.ids) : []
}
interface Row { row: number; fate: string; kind?: string; stem: string; options: number; problems: { column: string; code: string; value?: string }[] }
const line = ({ row, fate, kind = '-', stem, options, problems }: Row) => [row, fate, kind, stem, options, ...problems.map(({ column, code, value }) => `${column}:${code}${value === undefined ? '' : `=${value}`}`)].join(' ')
const head = '题型,题干,选项A,选项B,选项C,选项D,选项E,选项F,答案,解析'

const book = async (sheets: Record<string, unknown[][]>): Promise<Buffer> => {
  const workbook = new ExcelJS.Workbook()
  for (const [name, rows] of Object.entries(sheets)) workbook.addWorksheet(name).addRows(rows)
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

describe('sheets of questions as they come', () => {
  test.each<[string, () => Buffer | string | Promise<Buffer>, string[], object[]]>([
    ['the plain one, with an explanation that is not read',
      () => `${head}\n单选题,团徽的内容不包括,团旗,齿轮,麦穗,和平鸽,,,D,团徽由团旗、齿轮、麦穗、初升的太阳及其光芒等组成\n多选题,团的组织原则包括,个人服从组织,少数服从多数,下级服从上级,,,,ABC,\n判断题,年满14周岁可以申请入团。,,,,,,,正确,`,
      ['2 new single 团徽的内容不包括 4', '3 new multiple 团的组织原则包括 3', '4 new true-false 年满14周岁可以申请入团。 2'],
      [{ kind: 'single', stem: '团徽的内容不包括', options: ['团旗', '齿轮', '麦穗', '和平鸽'], right: [3] }, { kind: 'multiple', right: [0, 1, 2] }, { kind: 'true-false', options: ['正确', '错误'], right: [0] }]],
    ['GBK, a title above, other names, full-width letters, answers with commas',
      () => iconv.encode('某县团课题库,,,,,\n\n题目类型,试题,A,B,C,正确答案\n单项选择,团的生日是哪一天？,五月四日,五月五日,七月一日,Ｂ\n多项选择题,团员的义务有,甲,乙,丙,"Ａ、Ｃ"\n是非,团费自愿交纳。,,,,×', 'gb18030'),
      ['4 new single 团的生日是哪一天？ 3', '5 new multiple 团员的义务有 3', '6 new true-false 团费自愿交纳。 2'],
      [{ right: [1], stem: '团的生日是哪一天？' }, { right: [0, 2] }, { right: [1] }]],
    ['a sheet for each kind, its name says which; a sheet of notes is passed over',
      () => book({ 单选题: [['题干', '选项A', '选项B', '答案'], ['一加一', '二', '三', 'a']], 说明: [['请按模板填写']], 判断题: [['题干', '答案'], ['天是蓝的', '对'], ['水是干的', 'F']] }),
      ['2 new single 一加一 2', '2 new true-false 天是蓝的 2', '3 new true-false 水是干的 2'], [{ right: [0] }, { right: [0] }, { right: [1] }]],
    ['all options in one cell',
      () => book({ 题库: [['题型', '题目', '选项', '答案'], ['单选', '选哪个', 'A. 甲 B. 乙 C. 丙', 'C'], ['判断', '真的', 'A.正确\nB.错误', 'B']] }),
      ['2 new single 选哪个 3', '3 new true-false 真的 2'], [{ options: ['甲', '乙', '丙'], right: [2] }, { right: [1] }]],
    ['numbers as options and dates as stems stay what they are',
      () => book({ 题库: [['题型', '题干', '选项A', '选项B', '答案'], ['单选', '年满多少岁', 14, 28, 'A']] }), ['2 new single 年满多少岁 2'], [{ options: ['14', '28'] }]],
    ['everything wrong, each by its column and without the answer',
      () => [head, '单选题,没有答案,甲,乙,,,,,,', '单选题,两个答案,甲,乙,,,,,AB,', '多选题,一个答案,甲,乙,丙,,,,A,', '单选题,没有这个选项,甲,乙,,,,,D,', '填空题,不认识的题型,甲,乙,,,,,A,', ',没有题型,甲,乙,,,,,A,', '单选题,,甲,乙,,,,,A,',
        '单选题,一个选项,甲,,,,,,A,', '单选题,缺一个选项,甲,,丙,,,,A,', '单选题,一样的选项,甲,甲,,,,,A,', `单选题,${'长'.repeat(501)},甲,乙,,,,,A,`, '判断题,不是对错,,,,,,,也许,', '判断题,奇怪的选项,可能,不可能,,,,,A,'].join('\n'),
      ['2 refused single 没有答案 2 answer:required', '3 refused single 两个答案 2 answer:one-answer', '4 refused multiple 一个答案 3 answer:two-answers', '5 refused single 没有这个选项 2 answer:answer-not-an-option', '6 refused - 不认识的题型 2 kind:unknown-kind=填空题', '7 refused - 没有题型 2 kind:required', '8 refused single  2 stem:required',
        '9 refused single 一个选项 1 options:too-few-options', '10 refused single 缺一个选项 3 options:gap-in-options', '11 refused single 一样的选项 2 options:same-option', `12 refused single ${'长'.repeat(500)} 2 stem:too-long=${'长'.repeat(40)}`, '13 refused true-false 不是对错 2 answer:answer-not-an-option', '14 refused true-false 奇怪的选项 2 options:unknown-kind'], []],
    ['twice the same, and the same with another answer',
      () => `${head}\n单选题,重复的题。,甲,乙,,,,,A,\n单选题,重复的题,甲,乙,,,,,A,\n单选题,重复 的题?,甲,乙,,,,,B,`,
      ['2 new single 重复的题。 2', '3 refused single 重复的题 2 row:other-content=2', '4 refused single 重复 的题? 2 row:other-content=2'], [{ right: [0] }]],
  ])('%s', async (what, make, rows, questions) => {
    const org = await schoolOf(`${what.length}${rows.length}`)
    const bytes = await make()
    const dry = await send(org, bytes, { dryRun: true })
    expect(dry.body.rows.map(line)).toEqual(rows)
    expect(await bankOf(org)).toEqual([])
    const applied = await send(org, bytes)
    expect(applied.body).toEqual({ ...dry.body, dryRun: false })
    const held = await bankOf(org)
    expect(held).toHaveLength(questions.length)
    for (const question of questions) expect(held).toContainEqual(expect.objectContaining(question))
    const again = await send(org, bytes)
    expect(again.body.rows.map((row: Row) => row.fate)).toEqual(rows.map((row) => (row.includes(' new ') ? 'same' : 'refused')))
    expect(await readBankVersions(context.table, org, course)).toHaveLength(questions.length ? 1 : 0)
  })
})

const sheet = (...questions: [string, string][]) => [head, ...questions.map(([stem, answer]) => `单选题,${stem},甲,乙,丙,,,,${answer},`)].join('\n')

test('added to: what was there stays, a changed answer takes the old one’s place; put in the place of: what the sheet leaves out goes; every version is kept', async () => {
  const org = await schoolOf('versions')
  await send(org, sheet(['一', 'A'], ['二', 'B']))
  expect((await send(org, sheet(['二', 'C'], ['三', 'A']))).body).toMatchObject({ counts: { new: 1, changed: 1, same: 0, refused: 0 }, dropped: 0, questions: 3 })
  expect((await bankOf(org)).map(({ stem, right }) => `${stem}${right}`).sort()).toEqual(['一0', '三0', '二2'].sort())
  expect((await send(org, sheet(['三', 'A']), { mode: 'replace' })).body).toMatchObject({ counts: { same: 1 }, dropped: 2, questions: 1 })
  expect((await readBankVersions(context.table, org, course)).map(({ n, ids }) => [n, ids.length])).toEqual([[3, 1], [2, 3], [1, 2]])
})

test('two imports at once: neither is lost', async () => {
  const org = await schoolOf('race')
  const replies = await Promise.all(['一', '二', '三'].map((stem) => send(org, sheet([stem, 'A']))))
  expect(replies.map(({ status }) => status)).toEqual([200, 200, 200])
  expect(await bankOf(org)).toHaveLength(3)
  expect(await readBankVersions(context.table, org, course)).toHaveLength(3)
})

test.each([
  ['no question sheet', '姓名,班级\n甲,一班', 'sheet-columns-missing', { missing: ['stem', 'answer'] }],
  ['no answers', '题型,题干\n单选,题', 'sheet-columns-missing', { missing: ['answer'] }],
  ['nothing', '', 'sheet-unreadable', { why: 'empty' }],
])('%s is refused with what is missing', async (_what, text, code, detail) => {
  expect((await send('wangcang', `${text} `, { dryRun: true })).body).toMatchObject({ code, detail })
})

test('a bank belongs to a committee: a branch, a home and a place that is not there have none', async () => {
  for (const org of ['wangcang.s01.b01', 'wangcang.t01.home', 'wangcang.s99']) expect((await send(org, sheet(['一', 'A']))).body.errors).toMatchObject([{ path: 'org', code: 'not-a-committee' }])
})

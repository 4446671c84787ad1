import { rosterRoutes } from '../../functions/http/routes/roster'
import { keys } from '../../functions/store/keys'
import { readBranchAccounts, readMembers } from '../../functions/store/members'
import { getItem, type Item, putItem } from '../../functions/store/table'
import { apiOf } from '../support/api'
import { smallWorld, type TestContext, testContext } from '../support/context'
import { edited, workbook, zip } from './build'
import { fixtures } from './sheets'

let context: TestContext
let call: ReturnType<typeof apiOf>
beforeAll(async () => {
  context = await testContext()
  await smallWorld(context)
  call = apiOf(context, rosterRoutes)
}, 60_000)
afterAll(() => context.close())

/** A branch of its own for each sheet. */
const branchOf = async (n: number): Promise<string> => {
  const branch = `wangcang.s01.b${n}`
  await putItem(context.table, { ...keys.org(branch), id: branch, kind: 'branch', name: `${n}`, classes: ['初三（1）班'] })
  for (const [name, birthDate, studentNumber] of [['旧生甲', '2010-03-01', '20220001'], ['旧生乙', '2010-04-01', undefined]] as const) {
    const personId = `old-${n}-${birthDate}`
    await putItem(context.table, { ...keys.me(personId), personId, name, birthDate, branch, className: '初三（1）班', roles: [], epoch: 1 })
    await putItem(context.table, { ...keys.member(branch, personId), personId, name, birthDate, className: '初三（1）班', ...(studentNumber && { studentNumber }) })
  }
  return branch
}
const send = (org: string, bytes: Buffer, dryRun: boolean) => call('w-school', 'POST', '/v1/roster', { org, content: bytes.toString('base64'), dryRun })
const held = async (branch: string) => JSON.stringify([await readMembers(context.table, branch), await readBranchAccounts(context.table, branch)])

interface Row { row: number; fate: string; name: string; birthDate?: string; studentNumber?: string; className?: string; personId?: string; problems: { column: string; code: string; value?: string }[] }
const line = ({ row, fate, name, birthDate = '-', studentNumber = '-', problems }: Row) =>
  [row, fate, name, birthDate, studentNumber, ...problems.map(({ column, code, value }) => `${column}:${code}${value === undefined ? '' : `=${value}`}`)].join(' ')

describe('sheets as they come', () => {
  test.each(fixtures.map((fixture, i) => ({ ...fixture, n: 100 + i })))('$what', async ({ bytes, rows, secret, columns, n }) => {
    const branch = await branchOf(n)
    const file = await bytes()
    const before = await held(branch)
    const dry = await send(branch, file, true)
    expect(dry.body.rows?.map(line) ?? dry.body).toEqual(rows)
    expect(await held(branch)).toBe(before)
    if (columns) expect(Object.fromEntries(dry.body.columns.map(({ header, use }: Record<string, string>) => [header, use]))).toEqual(columns)

    const first = await send(branch, file, false)
    expect(first.body.rows.map(line)).toEqual(rows)
    const after = await held(branch)
    for (const { fate, personId, name, birthDate, className, studentNumber } of first.body.rows as Row[]) {
      if (fate === 'refused') continue
      const [members, accounts] = JSON.parse(after) as Row[][]
      expect(members?.find((member) => member.personId === personId)).toMatchObject({ name, birthDate, className, ...(studentNumber && { studentNumber }) })
      expect(accounts?.find((account) => account.personId === personId)).toMatchObject({ name, birthDate, className })
    }
    expect((JSON.parse(after) as Row[][])[0]).toHaveLength(2 + first.body.counts.new)

    const again = await send(branch, file, false)
    expect(again.body.rows.map(line)).toEqual(rows.map((row) => row.replace(/ (new|changed) /, ' same ')))
    expect(await held(branch)).toBe(after)
    if (secret) expect(JSON.stringify([dry, first, again, after])).not.toContain(secret)
  })
})

describe('files that are no roster', () => {
  const good = () => workbook((sheet) => void sheet.addRows([['姓名', '出生日期'], ['张三', '2011-05-04']]))
  const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex')
  const media = (claims?: number) => ({ name: 'xl/media/image1.png', content: Buffer.alloc(64_000_000), deflated: true, ...(claims !== undefined && { claims }) })
  const sheetXml = 'xl/worksheets/sheet1.xml'

  test.each<[string, () => Buffer | Promise<Buffer>, string]>([
    ['an empty workbook', () => workbook(() => {}), 'empty'],
    ['blank lines', () => Buffer.from(',,\n,,\n'), 'empty'],
    ['a picture', () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'not-a-sheet'],
    ['a text document', () => zip([{ name: 'word/document.xml', content: Buffer.from('<w/>') }]), 'not-a-sheet'],
    ['an old binary workbook', () => Buffer.concat([ole, Buffer.alloc(600), Buffer.from('Workbook', 'utf16le')]), 'old-format'],
    ['a web page that calls itself xls', () => Buffer.from('<html><table><tr><td>姓名</td></tr></table></html>'), 'old-format'],
    ['a workbook behind a password', () => Buffer.concat([ole, Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]), 'password'],
    ['a zip behind a password', () => zip([{ name: 'xl/workbook.xml', content: Buffer.from('x'), flags: 1 }]), 'password'],
    ['half of a workbook', async () => (await good()).subarray(0, 3000), 'corrupt'],
    ['a workbook with a part broken', async () => edited(await good(), 'xl/workbook.xml', (xml) => xml.slice(0, 300)), 'corrupt'],
    ['a bomb that says how large it is', async () => edited(await good(), '', (xml) => xml, [media()]), 'too-large'],
    ['a bomb that says it is small', async () => edited(await good(), '', (xml) => xml, [media(10)]), 'too-large'],
    ['all cells of a sheet merged', async () => edited(await good(), sheetXml, (xml) => xml.replace('</sheetData>', '</sheetData><mergeCells count="1"><mergeCell ref="A3:XFD1048576"/></mergeCells>')), 'too-large'],
    ['a line of a million cells', () => Buffer.from(`姓名,出生日期${','.repeat(1_000_000)}\n`), 'too-large'],
    ['6 000 rows', () => Buffer.from(`姓名,出生日期\n${'张三,2011-05-04\n'.repeat(6000)}`), 'too-many-rows'],
  ])('%s', async (_what, bytes, why) => {
    const reply = await send('wangcang.s01.b01', await bytes(), true)
    expect(reply).toMatchObject({ status: 400, body: { code: 'sheet-unreadable', detail: { why } } })
  })

  test('the workbook those were made from is read, with a list to choose from for a whole column too', async () => {
    const listed = edited(await good(), sheetXml, (xml) => xml.replace('</sheetData>', '</sheetData><dataValidations count="1"><dataValidation type="list" sqref="C2:Z1048576"><formula1>"男,女"</formula1></dataValidation></dataValidations>'))
    for (const bytes of [await good(), listed]) expect((await send('wangcang.s01.b01', bytes, true)).body.counts).toMatchObject({ new: 1 })
  })

  test.each([['姓名,班级\n张三,1班\n', ['birthDate']], ['出生日期,学号\n2011-05-04,1\n', ['name']], ['一,二\n三,四\n', ['name', 'birthDate']]])('%j lacks columns', async (text, missing) => {
    expect((await send('wangcang.s01.b01', Buffer.from(text), true)).body).toMatchObject({ code: 'sheet-columns-missing', detail: { missing } })
  })

  test('a roster belongs to a branch', async () => {
    expect((await send('wangcang.s01', await good(), true)).body).toMatchObject({ code: 'invalid-input', errors: [{ path: 'org', code: 'not-a-branch' }] })
  })
})

describe('writing', () => {
  const sheet = (...lines: string[]) => Buffer.from(['姓名,出生日期,学号', ...lines].join('\n'))

  /** An API whose first write of a row finds that `first` has happened in the meantime. */
  const raced = (first: () => Promise<unknown>) => {
    let done = false
    const doc = new Proxy(context.table.doc, {
      get: (target, key) => key !== 'send' ? Reflect.get(target, key) : async (command: { constructor: { name: string } }) => {
        if (command.constructor.name === 'TransactWriteCommand' && !done) {
          done = true
          await first()
        }
        return target.send(command as never)
      },
    })
    return apiOf({ ...context, table: { ...context.table, doc } }, rosterRoutes)
  }

  test('a row that somebody else wrote first says so, and is written in neither place; the others are', async () => {
    const branch = await branchOf(201)
    const file = sheet('张三,2011-05-04,K1', '李四,2011-05-05,K2')
    const [one] = (await send(branch, file, true)).body.rows
    const api = raced(() => putItem(context.table, { ...keys.me(one.personId), personId: one.personId, name: '别处的人', roles: [], epoch: 1 }))
    const reply = await api('w-school', 'POST', '/v1/roster', { org: branch, content: file.toString('base64'), dryRun: false })
    expect(reply.body.rows.map(line)).toEqual(['2 refused 张三 2011-05-04 K1 row:changed-meanwhile', '3 new 李四 2011-05-05 K2'])
    expect(reply.body.counts).toEqual({ new: 1, same: 0, changed: 0, refused: 1 })
    expect((await readMembers(context.table, branch)).map(({ name }) => name).sort()).toEqual(['旧生乙', '旧生甲', '李四'].sort())
  })

  test('a member whom somebody else has changed meanwhile keeps that change', async () => {
    const branch = await branchOf(202)
    const [member] = (await readMembers(context.table, branch)).filter(({ name }) => name === '旧生乙')
    const api = raced(() => putItem(context.table, { ...member, studentNumber: 'L9' } as never))
    const reply = await api('w-school', 'POST', '/v1/roster', { org: branch, content: sheet('旧生乙,2010-04-01,L1').toString('base64'), dryRun: false })
    expect(reply.body.rows.map(line)).toEqual(['2 refused 旧生乙 2010-04-01 L1 row:changed-meanwhile'])
    expect((await readMembers(context.table, branch)).find(({ name }) => name === '旧生乙')?.studentNumber).toBe('L9')
  })

  test('a correction shows what it takes the place of; a number handed on to another makes a new person', async () => {
    const branch = await branchOf(203)
    await send(branch, sheet('张三,2011-05-04,M1'), false)
    expect((await send(branch, sheet('张三,2011-05-06,M1'), false)).body.rows).toMatchObject([{ fate: 'changed', was: { birthDate: '2011-05-04' } }])
    expect((await send(branch, sheet('张三,2011-05-06,M2'), false)).body.rows).toMatchObject([{ fate: 'changed', was: { studentNumber: 'M1' } }])
    const reply = await send(branch, sheet('李四,2011-07-07,M1', '张三,2011-05-06,M2'), false)
    expect(reply.body.rows.map(line)).toEqual(['2 new 李四 2011-07-07 M1', '3 same 张三 2011-05-06 M2'])
    expect(await readMembers(context.table, branch)).toHaveLength(4)
  })

  test('members imported before there were initials get them by the same sheet, once', async () => {
    const branch = await branchOf(205)
    const file = sheet('旧生甲,2010-03-01,20220001')
    const initials = async () => [(await readMembers(context.table, branch)).map((one) => one.initials), (await readBranchAccounts(context.table, branch)).map((one) => one.initials)]
    expect((await send(branch, file, true)).body.rows.map(line)).toEqual(['2 same 旧生甲 2010-03-01 20220001'])
    expect(await initials()).toEqual([[undefined, undefined], [undefined, undefined]])
    expect((await send(branch, file, false)).body.rows.map(line)).toEqual(['2 same 旧生甲 2010-03-01 20220001'])
    expect(await initials()).toEqual([['jsj', undefined], ['jsj', undefined]])
    const writes: string[] = []
    const api = raced(async () => writes.push('again'))
    await api('w-school', 'POST', '/v1/roster', { org: branch, content: file.toString('base64'), dryRun: false })
    expect(writes).toEqual([])
  })

  test('what time does not suffice for waits, and the same request goes on', async () => {
    const branch = await branchOf(204)
    let now = Date.parse('2026-06-15T02:00:00Z')
    const slow = apiOf({ ...context, now: () => (now += 1000) }, rosterRoutes)
    const file = sheet(...Array.from({ length: 50 }, (_, i) => `张${String.fromCharCode(0x4e00 + i)},2011-05-04,N${i}`)).toString('base64')
    const left: number[] = []
    do left.push((await slow('w-school', 'POST', '/v1/roster', { org: branch, content: file, dryRun: false })).body.waiting)
    while (left.at(-1) && left.length < 9)
    expect(left.length).toBeGreaterThan(2)
    expect(left.at(-1)).toBe(0)
    expect(await readMembers(context.table, branch)).toHaveLength(52)
  })
})

describe('members of the League', () => {
  const sheet = (...lines: string[]) => Buffer.from(['姓名,出生日期,学号,入团年月,发展团员编号', ...lines].join('\n'))
  const league = async (branch: string) => Object.fromEntries((await readMembers(context.table, branch)).flatMap(({ name, leagueMember }) => (leagueMember ? [[name, leagueMember]] : [])))
  interface Told extends Row { leagueSince?: string }
  const told = ({ row, fate, leagueSince, problems }: Told) => [row, fate, leagueSince ?? '-', ...problems.map(({ column, code, value }) => `${column}:${code}${value === undefined ? '' : `=${value}`}`)].join(' ')

  test('day or month and number as registers write them; a month stands for its first day; nobody is entered twice', async () => {
    const branch = await branchOf(301)
    const file = sheet('旧生甲,2010-03-01,20220001,2024年5月,202451000123', '旧生乙,2010-04-01,,2025.06.01,', '新生,2011-05-04,7,2025/9/10,202551000001', '未入团,2011-06-04,8,群众,无')
    expect((await send(branch, file, true)).body.rows.map(told)).toEqual(['2 changed 2024-05-01', '3 changed 2025-06-01', '4 new 2025-09-10', '5 new -'])
    expect(await league(branch)).toEqual({})
    await send(branch, file, false)
    const after = { 旧生甲: { since: '2024-05-01', number: '202451000123', byHand: true }, 旧生乙: { since: '2025-06-01', byHand: true }, 新生: { since: '2025-09-10', number: '202551000001', byHand: true } }
    expect(await league(branch)).toEqual(after)
    for (const { name, leagueMember } of await readBranchAccounts(context.table, branch)) expect(leagueMember).toEqual(after[name as keyof typeof after])
    expect((await send(branch, file, false)).body.rows.map(told)).toEqual(['2 same 2024-05-01', '3 same 2025-06-01', '4 same 2025-09-10', '5 same -'])
  })

  test('a number that was missing is filled in; what differs from the roster is refused; an application that goes by a membership stays known', async () => {
    const branch = await branchOf(302)
    await send(branch, sheet('旧生甲,2010-03-01,20220001,2024-05-12,', '旧生乙,2010-04-01,,2025.06.01,202551000002'), false)
    const me = (await readBranchAccounts(context.table, branch)).find(({ name }) => name === '旧生甲')
    await putItem(context.table, { ...(me as unknown as Item), leagueMember: { ...me?.leagueMember, used: true } })
    const again = await send(branch, sheet('旧生甲,2010-03-01,20220001,2024.5,202451000123', '旧生乙,2010-04-01,,2025.07,'), false)
    expect(again.body.rows.map(told)).toEqual(['2 changed 2024-05-12', '3 refused 2025-07-01 leagueSince:membership-differs=2025-06-01'])
    expect(await league(branch)).toMatchObject({ 旧生甲: { since: '2024-05-12', number: '202451000123' }, 旧生乙: { since: '2025-06-01' } })
    expect(await getItem<Item>(context.table, keys.me(me?.personId ?? ''), true)).toMatchObject({ leagueMember: { since: '2024-05-12', number: '202451000123', used: true } })
  })

  test('an applicant, a day to come, a child and half a number are refused, each at its column', async () => {
    const branch = await branchOf(303)
    const [first] = await readMembers(context.table, branch)
    const step = { applicationId: 'application-1', n: 1, seq: 1, act: 'apply', to: 'applied', stepId: 'application-1', at: '2026-06-01T00:00:00.000Z', by: first?.personId, facts: {}, hash: 'x', prev: '' }
    await putItem(context.table, { ...keys.applicationStep(first?.personId ?? '', 1), ...step })
    const file = sheet('旧生甲,2010-03-01,20220001,2024.5,', '旧生乙,2010-04-01,,2026-06-16,', '早,2011-05-04,7,2020.9,', '半,2011-05-05,8,2025.9,2025510001', '只,2011-05-06,9,,202551000009')
    for (const dryRun of [true, false]) expect((await send(branch, file, dryRun)).body.rows.map(told)).toEqual(['2 refused 2024-05-01 leagueSince:applies-now', '3 refused 2026-06-16 leagueSince:unlikely-date=2026-06-16', '4 refused 2020-09-01 leagueSince:unlikely-date=2020-09-01', '5 refused 2025-09-01 leagueNumber:not-a-development-number=2025510001', '6 refused - leagueSince:required'])
    expect(await league(branch)).toEqual({})
  })
})

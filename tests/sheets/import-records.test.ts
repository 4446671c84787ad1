import { noticeVersion } from '@shared/model/consent'
import type { RecordEntry } from '@shared/model/ledger'
import { foldLedger } from '../../functions/core/fold-ledger'
import { importRoutes } from '../../functions/http/routes/imports'
import { recordRoutes } from '../../functions/http/routes/records'
import { reviewRoutes } from '../../functions/http/routes/reviews'
import { keys } from '../../functions/store/keys'
import { appendEntry, readLedger } from '../../functions/store/ledger'
import { readMembers } from '../../functions/store/members'
import { getItem, type Item, putItem } from '../../functions/store/table'
import { apiOf, type Reply } from '../support/api'
import { smallWorld, type TestContext, testContext } from '../support/context'
import { recordsFixtures } from './records-sheets'

let context: TestContext
let call: ReturnType<typeof apiOf>
beforeAll(async () => {
  context = await testContext()
  await smallWorld(context)
  const issues = [{ id: '2026-20', title: '第十五季第3期 青春心向党', publishedAt: '2026-05-11T00:00:00Z' }, { id: '2026-21', title: '第十五季第4期', publishedAt: '2026-05-18T00:00:00Z' }, { id: '2026-30', publishedAt: '2026-07-20T00:00:00Z' }]
  for (const [i, issue] of issues.entries()) await putItem(context.table, { ...keys.studyIssue('wangcang', i + 1), ...issue })
  call = apiOf(context, { ...importRoutes, ...recordRoutes, ...reviewRoutes })
}, 60_000)
afterAll(() => context.close())

const people = [['张三', '高一（1）班', '20230001'], ['李四', '高一（1）班', '20230002'], ['王芳', '高一（1）班', undefined], ['王芳', '高一（2）班', undefined], ['陈晨', '高一（2）班', undefined]] as const
let branches = 300

/** A branch of its own for each sheet. */
const newBranch = async (): Promise<string> => {
  const branch = `wangcang.s01.b${++branches}`
  await putItem(context.table, { ...keys.org(branch), id: branch, kind: 'branch', name: `${branches}班团支部` })
  for (const [i, [name, className, studentNumber]] of people.entries()) {
    const personId = `m${branches}-${i}`
    await putItem(context.table, { ...keys.me(personId), personId, name, birthDate: '2010-03-01', branch, className, roles: [{ name: 'student', scope: branch }], epoch: 1 })
    await putItem(context.table, { ...keys.member(branch, personId), personId, name, birthDate: '2010-03-01', className, ...(studentNumber && { studentNumber }) })
  }
  const entry: RecordEntry = { type: 'record', recordId: 'home-00001', source: 'granted', category: 'volunteering', startedAt: '2026-05-02T01:00:00.000Z', endedAt: '2026-05-02T03:00:00.000Z', quantity: 120, title: '敬老院', photoIds: [], at: '2026-05-03T00:00:00.000Z', by: 'w-secretary' }
  await appendEntry(context.table, `m${branches}-0`, entry)
  return branch
}

let imports = 0
const newId = () => `import-${String(++imports).padStart(5, '0')}`
interface Sent { kind?: string; platform?: string; fileName?: string; mapping?: Record<string, string>; choices?: Record<string, string>; id?: string; after?: number }
const send = (org: string, bytes: Buffer, dryRun: boolean, { kind = 'volunteering', platform = kind === 'volunteering' ? 'zhiyuan-sichuan' : 'qingnian-daxuexi', id = newId(), ...more }: Sent = {}, api = call) =>
  api('w-school', 'POST', '/v1/imports', { id, org, kind, platform, fileName: '导出.xlsx', content: bytes.toString('base64'), dryRun, ...more })

const ledgersOf = async (branch: string) => Promise.all((await readMembers(context.table, branch)).map(async ({ personId }) => ({ personId, entries: await readLedger(context.table, personId) })))
const held = async (branch: string) => JSON.stringify(await ledgersOf(branch))
/** What counts of each person, without the ids, instants and names of who imported it when. */
const approved = async (branch: string) =>
  (await ledgersOf(branch)).map(({ personId, entries }) => [personId, ...foldLedger(entries).records.filter(({ status }) => status === 'approved').map(({ category, startedAt, endedAt, quantity, title, distinctKey }) => [category, startedAt, endedAt, quantity, title, distinctKey])])

interface Row { row: number; fate: string; name: string; person?: { personId: string }; candidates?: { personId: string; name: string; className?: string; branchName: string }[]; counts?: { startedAt: string; endedAt: string; quantity: number }; by: { title: string }[]; problems: { column: string; code: string; value?: string }[] }
const local = (instant: string) => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString()
const line = ({ row, fate, name, counts, by, problems }: Row) => [
  row, fate, name, counts ? `${local(counts.startedAt).slice(5, 10)} ${local(counts.startedAt).slice(11, 16)}–${local(counts.endedAt).slice(11, 16)} ${counts.quantity}` : '-',
  ...problems.map(({ column, code, value }) => `${column}:${code}${value === undefined ? '' : `=${value}`}`), ...(by.length ? ['|', ...by.map(({ title }) => title)] : []),
].join(' ')
const overlapping = async (branch: string) =>
  (await ledgersOf(branch)).flatMap(({ personId, entries }) => {
    const hours = foldLedger(entries).records.filter(({ status, category }) => status === 'approved' && category === 'volunteering')
    return hours.slice(1).flatMap((one, i) => (hours[i] && hours[i].endedAt > one.startedAt ? [`${personId} ${one.startedAt}`] : []))
  })

describe('sheets as they come', () => {
  test.each(recordsFixtures)('$what', async ({ bytes, rows, kind, fileName, mapping, columns, secret }) => {
    const branch = await newBranch()
    const file = await bytes()
    const id = newId()
    const sent = { kind, ...(fileName && { fileName }), mapping }
    const before = await held(branch)
    const dry = await send(branch, file, true, sent)
    expect(dry.body.rows?.map(line) ?? dry.body).toEqual(rows)
    expect(await held(branch)).toBe(before)
    if (columns) expect(Object.fromEntries(dry.body.columns.map(({ header, use }: Record<string, string>) => [header, use]))).toEqual(columns)

    const first = await send(branch, file, false, { ...sent, id })
    expect(first.body.rows?.map(line) ?? first.body).toEqual(rows)
    const [after, counted] = [await held(branch), await approved(branch)]
    expect(await overlapping(branch)).toEqual([])
    for (const { person, counts } of (first.body.rows as Row[]).filter(({ fate }) => fate === 'new' || fate === 'cut')) {
      const folded = foldLedger(await readLedger(context.table, person?.personId ?? ''))
      expect(folded.records.filter(({ status, source, origin }) => status === 'approved' && source === 'imported' && origin?.importId === id)).toContainEqual(expect.objectContaining(counts))
    }

    const answers = [await send(branch, file, false, { ...sent, id }), await send(branch, file, false, sent)]
    expect(answers[0]?.body).toEqual(first.body)
    expect(answers[1]?.body.rows.map(({ fate }: Row) => fate)).toEqual(rows.map((row) => row.split(' ')[1]?.replace(/new|cut|overlaps/, 'same')))
    expect(await held(branch)).toBe(after)

    expect((await call('w-school', 'POST', `/v1/imports/${id}/undo`, { org: branch })).body).toMatchObject({ importId: id, undone: { byName: 'w-school', waiting: 0 } })
    const undone = await held(branch)
    expect(await approved(branch)).toEqual((await ledgersOf(branch)).map(({ personId }) => [personId, ...(personId.endsWith('-0') ? [['volunteering', '2026-05-02T01:00:00.000Z', '2026-05-02T03:00:00.000Z', 120, '敬老院', undefined]] : [])]))
    await call('w-school', 'POST', `/v1/imports/${id}/undo`, { org: branch })
    expect(await held(branch)).toBe(undone)
    expect(await send(branch, file, false, { ...sent, id })).toMatchObject({ status: 409, body: { code: 'import-undone' } })
    expect(await held(branch)).toBe(undone)

    const again = await send(branch, file, false, sent)
    expect(again.body.rows.map(line)).toEqual(rows)
    expect(await approved(branch)).toEqual(counted)
    expect(await overlapping(branch)).toEqual([])
    if (secret) expect(JSON.stringify([dry, first, answers, again, await held(branch)])).not.toContain(secret)
  })
})

const heads = '姓名,学号,项目,开始时间,结束时间'
const sheet = (...lines: string[]) => Buffer.from([heads, ...lines].join('\n'))

test('of somebody under 14 a row enters nothing before a guardian’s consent', async () => {
  const branch = await newBranch()
  const personId = `m${branches}-4`
  for (const key of [keys.me(personId), keys.member(branch, personId)]) await putItem(context.table, { ...((await getItem(context.table, key, true)) as Item), birthDate: '2013-05-04' })
  const file = sheet('陈晨,,甲,2026-03-07 09:00,2026-03-07 10:00')
  for (const dryRun of [true, false]) expect((await send(branch, file, dryRun)).body.rows.map(line)).toEqual(['2 refused 陈晨 - name:guardian-consent-needed'])
  expect(await readLedger(context.table, personId)).toEqual([])
  await putItem(context.table, { ...keys.guardianConsent(personId, 'consent-1'), version: noticeVersion })
  expect((await send(branch, file, false)).body.rows.map(line)).toEqual(['2 new 陈晨 03-07 09:00–10:00 60'])
})

describe('by hand', () => {
  test('a choice between two of one name is offered by class, without birth dates, and taken; it stays theirs', async () => {
    const branch = await newBranch()
    const file = sheet('王芳,,甲,2026-03-07 09:00,2026-03-07 10:00', '张三,,甲,2026-03-07 09:00,2026-03-07 10:00')
    const dry = await send(branch, file, true)
    const [one] = dry.body.rows as Row[]
    expect(one?.candidates).toEqual([{ personId: expect.any(String), name: '王芳', className: '高一（1）班', branchName: expect.any(String) }, { personId: expect.any(String), name: '王芳', className: '高一（2）班', branchName: expect.any(String) }])
    expect(JSON.stringify(dry.body)).not.toContain('2010-03-01')
    const [first = '', second = ''] = (one?.candidates ?? []).map(({ personId }) => personId)

    expect((await send(branch, file, true, { choices: { 2: 'w-student' } })).body.rows.map(line)[0]).toBe('2 refused 王芳 - name:not-a-candidate')
    const chosen = await send(branch, file, false, { choices: { 2: second } })
    expect(chosen.body.rows.map(line)).toEqual(['2 new 王芳 03-07 09:00–10:00 60', '3 new 张三 03-07 09:00–10:00 60'])
    const after = await held(branch)
    for (const choices of [undefined, { 2: first }, { 2: second }]) expect((await send(branch, file, false, choices && { choices })).body.counts).toMatchObject({ same: 2, new: 0, 'ambiguous-name': 0 })
    expect(await held(branch)).toBe(after)
    expect(await readLedger(context.table, first)).toEqual([])
  })

  test('columns that are not found are listed with samples, to be named', async () => {
    const branch = await newBranch()
    const reply = await send(branch, Buffer.from('谁,干什么,哪天,多久\n张三,扫雪,2026-01-05,2\n李四,扫雪,2026-01-06,1\n'), true)
    expect(reply).toMatchObject({ status: 400, body: { code: 'sheet-columns-missing', detail: { missing: ['name', 'project', 'start'] } } })
    expect(reply.body.detail.columns[0]).toEqual({ at: 0, header: '谁', use: 'ignored', samples: ['张三', '李四'] })
  })

  test('a platform is one whatever its spelling; a kind knows its own', async () => {
    const branch = await newBranch()
    const file = sheet('张三,,甲,2026-03-07 09:00,2026-03-07 10:00')
    const fateOf = async (platform: string, platformName?: string) => {
      const reply = await send(branch, file, false, { platform, ...(platformName && { platformName }) } as Sent)
      return reply.body.rows?.[0].fate ?? reply.body.errors[0]
    }
    expect(await fateOf('other', '益路 同行')).toBe('new')
    for (const name of ['益路同行', '「益路同行」', '益路　同行']) expect(await fateOf('other', name)).toBe('same')
    expect(await fateOf('zhiyuan-sichuan')).not.toBe('same')
    expect(await fateOf('other', '志愿 四川')).toBe('same')
    expect((await approved(branch))[0]).toHaveLength(1 + 2)
    expect(await fateOf('other')).toMatchObject({ path: 'platformName', code: 'required' })
    expect(await fateOf('other', '——')).toMatchObject({ path: 'platformName', code: 'required' })
    for (const unknown of ['qingnian-daxuexi', '志愿四川']) expect(await fateOf(unknown)).toMatchObject({ path: 'platform', code: 'unknown-platform' })
  })
})

test('a record says where it came from; the import is in its organisation’s list, and what a reviewer revoked stays so', async () => {
  const branch = await newBranch()
  const personId = (await readMembers(context.table, branch))[0]?.personId ?? ''
  const file = Buffer.from(`${heads},证书编号,记录编号\n张三,,甲,2026-05-02 10:00,2026-05-02 12:00,ZS-77,R-2001\n`)
  const id = newId()
  await send(branch, file, false, { id })
  const records = (await call('w-school', 'GET', `/v1/people/${personId}/records`)).body.items
  const record = records.find(({ source }: { source: string }) => source === 'imported')
  expect(record).toMatchObject({ status: 'approved', quantity: 60, startedAt: '2026-05-02T03:00:00.000Z', origin: { platform: '志愿四川', certificate: 'ZS-77', externalId: 'R-2001' }, asGiven: { startedAt: '2026-05-02T02:00:00.000Z', endedAt: '2026-05-02T04:00:00.000Z', quantity: 120 }, coveredBy: [{ title: '敬老院' }] })
  expect((await call('w-school', 'GET', `/v1/imports?org=${branch}`)).body.items).toMatchObject([{ importId: id, kind: 'volunteering', platform: '志愿四川', fileName: '导出.xlsx', byName: 'w-school', counts: { cut: 1, new: 0 }, waiting: 0 }])
  expect((await call('w-school', 'GET', '/v1/imports?org=wangcang.s01.b01')).body.items).toEqual([])
  expect(await call('w-school', 'POST', `/v1/imports/${id}/undo`, { org: 'wangcang.s01.b01' })).toMatchObject({ status: 404 })

  await call('w-school', 'POST', '/v1/reviews', { decisions: [{ id: 'revoke-0001', personId, recordId: record.recordId, verdict: 'revoked', reason: 'not-volunteering' }] })
  const revoked = await held(branch)
  expect((await send(branch, file, false)).body.rows.map(line)).toEqual(['2 refused 张三 - row:revoked'])
  await call('w-school', 'POST', `/v1/imports/${id}/undo`, { org: branch })
  expect(await held(branch)).toBe(revoked)
})

test('a corrected record is the same to its sheet', async () => {
  const branch = await newBranch()
  const personId = (await readMembers(context.table, branch))[1]?.personId ?? ''
  const file = sheet('李四,20230002,甲,2026-03-07 09:00,2026-03-07 10:00')
  await send(branch, file, false)
  const [record] = (await call('w-school', 'GET', `/v1/people/${personId}/records`)).body.items
  const { category, startedAt, endedAt, title } = record
  const corrected = await call('w-school', 'POST', `/v1/people/${personId}/records/${record.recordId}/corrections`, { id: 'correct-0001', words: '实际只有半小时', version: 0, category, startedAt, endedAt, quantity: 30, title })
  expect(corrected.status).toBeLessThan(300)
  const after = await held(branch)
  expect((await send(branch, file, false)).body.rows.map(line)).toEqual(['2 same 李四 03-07 09:00–10:00 30'])
  expect(await held(branch)).toBe(after)
})

test('nobody imports for themselves', async () => {
  const branch = await newBranch()
  await putItem(context.table, { ...keys.member(branch, 'w-school'), personId: 'w-school', name: '何老师', birthDate: '2000-01-01' })
  expect((await send(branch, sheet('何老师,,甲,2026-03-07 09:00,2026-03-07 10:00'), false)).body.rows.map(line)).toEqual(['2 refused 何老师 - name:own-record'])
  expect(await readLedger(context.table, 'w-school')).toEqual([])
})

test('the list goes on page by page, newest first', async () => {
  const branch = await newBranch()
  const ids = ['2026-06-15T02:00:01Z', '2026-06-15T02:00:02Z', '2026-06-15T02:00:03Z'].map((at) => ({ at, id: newId() }))
  for (const { at, id } of ids) await send(branch, sheet(`李四,20230002,${id},2026-03-07 09:00,2026-03-07 10:00`), false, { id }, apiOf({ ...context, now: () => Date.parse(at) }, importRoutes))
  const pages: string[] = []
  let next = ''
  do {
    const { body } = await call('w-school', 'GET', `/v1/imports?org=${branch}&limit=2${next && `&cursor=${next}`}`)
    pages.push(body.items.map(({ importId }: { importId: string }) => importId).join())
    next = body.next ?? ''
  } while (next)
  expect(pages).toEqual([`${ids[2]?.id},${ids[1]?.id}`, ids[0]?.id])
})

describe('5 000 rows', () => {
  const nameOf = (i: number) => `赵${'一二三四五六七八九十'[i % 10]}${'春夏秋冬晴'[Math.floor(i / 10)]}`
  /** So many rows over fifty members, each an hour of its own. */
  const rows = (count: number) => sheet(...Array.from({ length: count }, (_, i) => {
    const [who, n] = [i % 50, Math.floor(i / 50)]
    const day = new Date(Date.UTC(2025, 8, 1 + n)).toISOString().slice(0, 10)
    return `${nameOf(who)},${30_000_000 + who},甲,${day} 09:00,${day} 10:00`
  }))
  const withClass = async () => {
    const branch = await newBranch()
    for (let i = 0; i < 50; i++) {
      const personId = `big${branches}-${i}`
      await putItem(context.table, { ...keys.me(personId), personId, name: nameOf(i), birthDate: '2010-03-01', branch, roles: [{ name: 'student', scope: branch }], epoch: 1 })
      await putItem(context.table, { ...keys.member(branch, personId), personId, name: nameOf(i), birthDate: '2010-03-01', studentNumber: String(30_000_000 + i) })
    }
    return branch
  }

  test('are read, however many requests it takes', async () => {
    const branch = await withClass()
    const [file, id] = [rows(5_000), newId()]
    const parts: Reply['body'][] = []
    do parts.push((await send(branch, file, true, { id, after: parts.at(-1)?.next })).body)
    while (parts.at(-1).waiting && parts.length < 60)
    expect(parts.at(-1).waiting).toBe(0)
    expect(parts.reduce((sum, { counts }) => sum + counts.new, 0)).toBe(5_000)
    expect(new Set(parts.flatMap(({ rows }) => (rows as Row[]).map(({ row }) => row))).size).toBe(5_000)
  })

  test('are the most: 5 100 are too many', async () => {
    const branch = await newBranch()
    expect(await send(branch, rows(5_100), true)).toMatchObject({ status: 400, body: { code: 'sheet-unreadable', detail: { why: 'too-many-rows' } } })
  })
})

test('the same id with another file is refused', async () => {
  const branch = await newBranch()
  const id = newId()
  await send(branch, sheet('张三,,甲,2026-03-07 09:00,2026-03-07 10:00'), false, { id })
  expect(await send(branch, sheet('张三,,乙,2026-03-08 09:00,2026-03-08 10:00'), false, { id })).toMatchObject({ status: 409, body: { code: 'id-reused' } })
})

describe('at the same time', () => {
  interface Command { input: { Item?: { sk: string }; TransactItems?: { Put?: { Item: { sk: string } } }[] } }
  /** An API for which `first` happens before the first record goes into a ledger; one that is not `noted` does not say which come. */
  const raced = (first: () => Promise<unknown>, noted = true) => {
    let done = false
    const doc = new Proxy(context.table.doc, {
      get: (target, key) => key !== 'send' ? Reflect.get(target, key) : async (command: Command) => {
        const { Item, TransactItems } = command.input
        if (Item?.sk.startsWith('L#R#') && !done) {
          done = true
          await first()
        }
        if (!noted && TransactItems) command.input.TransactItems = TransactItems.filter(({ Put }) => !Put?.Item.sk.startsWith('C#'))
        return target.send(command as never)
      },
    })
    return apiOf({ ...context, table: { ...context.table, doc } }, importRoutes)
  }
  const file = sheet('李四,20230002,甲,2026-03-07 09:00,2026-03-07 11:00')

  test('what a reviewer approves meanwhile is cut out', async () => {
    const branch = await newBranch()
    const personId = (await readMembers(context.table, branch))[1]?.personId ?? ''
    await appendEntry(context.table, personId, { type: 'record', recordId: 'own-000001', source: 'self-reported', category: 'volunteering', startedAt: '2026-03-07T02:00:00.000Z', endedAt: '2026-03-07T03:00:00.000Z', quantity: 60, title: '自己', photoIds: [], at: '2026-03-08T00:00:00.000Z', by: personId })
    const id = newId()
    await send(branch, file, false, { id }, raced(() => call('w-school', 'POST', '/v1/reviews', { decisions: [{ id: 'approve-0001', personId, recordId: 'own-000001', verdict: 'approved' }] })))
    expect((await send(branch, file, false, { id })).body.rows.map(line)).toEqual(['2 cut 李四 03-07 09:00–10:00 60 | 自己'])
    expect(await overlapping(branch)).toEqual([])
  })

  const whileUndoing = async (noted: boolean) => {
    const branch = await newBranch()
    const id = newId()
    const reply = await send(branch, file, false, { id }, raced(() => call('w-school', 'POST', `/v1/imports/${id}/undo`, { org: branch }), noted))
    expect(reply).toMatchObject({ status: 409, body: { code: 'import-undone' } })
    return (await approved(branch))[1]?.slice(1)
  }
  test('an undo holds for what is on its way', async () => {
    expect(await whileUndoing(true)).toEqual([])
  })
  test('control: without the note a row comes in after the undo', async () => {
    expect(await whileUndoing(false)).toHaveLength(1)
  })

  test('two imports of sheets that share rows write each once', async () => {
    const branch = await newBranch()
    const days = Array.from({ length: 12 }, (_, i) => `李四,20230002,甲,2026-03-${i + 10} 09:00,2026-03-${i + 10} 10:00`)
    const replies = await Promise.all([send(branch, sheet(...days.slice(0, 8)), false), send(branch, sheet(...days.slice(4)), false)])
    expect(replies.map(({ body }) => body.rows.every(({ fate }: Row) => fate === 'new' || fate === 'same'))).toEqual([true, true])
    expect((await approved(branch))[1]).toHaveLength(1 + 12)
    expect(await overlapping(branch)).toEqual([])
  })
})

test('what time does not suffice for waits, in the dry run too; requests go on where one ended, and so does an undo', async () => {
  const branch = await newBranch()
  let now = Date.parse('2026-06-15T02:00:00Z')
  const slow = apiOf({ ...context, now: () => (now += 2500) }, importRoutes)
  // All rows of a person are handled together: three people, a hundred rows and more each, every row of the third a repetition.
  const file = sheet(...Array.from({ length: 330 }, (_, i) => {
    const [n, who] = [Math.floor(i / 3), ['张三,20230001', '李四,20230002', '陈晨,'][i % 3]]
    const day = `2026-0${(n % 4) + 1}-${10 + (n % 19)}`
    return i % 3 === 2 ? `${who},甲,2026-03-07 09:00,2026-03-07 10:00` : `${who},甲,${day} ${10 + Math.floor(n / 76)}:00,${day} ${10 + Math.floor(n / 76)}:30`
  }))
  const inParts = async (dryRun: boolean, id: string) => {
    const parts: Reply['body'][] = []
    do parts.push((await send(branch, file, dryRun, { id, after: parts.at(-1)?.next }, slow)).body)
    while (parts.at(-1).waiting && parts.length < 9)
    const sum = (fate: string) => parts.reduce((n, { counts }) => n + counts[fate], 0)
    return { requests: parts.length, rows: parts.flatMap(({ rows }) => rows).length, new: sum('new'), same: sum('same'), refused: sum('refused'), left: parts.at(-1).waiting }
  }
  const expected = { requests: 3, rows: 330, new: 221, same: 109, refused: 0, left: 0 }
  const id = newId()
  expect(await inParts(true, id)).toEqual(expected)
  expect((await approved(branch)).map((one) => one.length)).toEqual([1 + 1, 1, 1, 1, 1])
  expect(await inParts(false, id)).toEqual(expected)
  expect((await approved(branch)).map((one) => one.length)).toEqual([1 + 1 + 110, 1 + 110, 1, 1, 1 + 1])
  const listed = async () => (await call('w-school', 'GET', `/v1/imports?org=${branch}`)).body.items
  expect(await listed()).toMatchObject([{ counts: { new: 221, same: 109 }, waiting: 0 }])
  expect(await inParts(false, id)).toEqual(expected)
  expect(await listed()).toMatchObject([{ counts: { new: 221, same: 109 }, waiting: 0 }])

  // People are taken back ten at a time: with no time at all, none is, and the next request goes on.
  const undo = async (api: typeof call) => (await api('w-school', 'POST', `/v1/imports/${id}/undo`, { org: branch })).body.undone.waiting
  expect(await undo(apiOf({ ...context, now: () => (now += 20_000) }, importRoutes))).toBe(3)
  expect(await inParts(false, id).catch(() => 'refused')).toBe('refused')
  expect(await undo(call)).toBe(0)
  expect(await undo(call)).toBe(0)
  expect((await approved(branch)).map((one) => one.length)).toEqual([1 + 1, 1, 1, 1, 1])
})

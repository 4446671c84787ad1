import { evaluate } from '@shared/rules/evaluate'
import fc from 'fast-check'
import { foldLedger } from '../../functions/core/fold-ledger'
import { ledgerPrefix, personPartition } from '../../functions/store/keys'
import { readLedger } from '../../functions/store/ledger'
import { queryAll, writeAll } from '../../functions/store/table'
import { allRoutes } from '../support/all-routes'
import { apiOf } from '../support/api'
import { smallWorld, type TestContext, testContext } from '../support/context'

let context: TestContext
let call: ReturnType<typeof apiOf>
beforeAll(async () => {
  context = await testContext()
  await smallWorld(context)
  call = apiOf(context, allRoutes)
}, 60_000)
afterAll(() => context.close())

/** Something that brings activity in: a row of a sheet, a class roll or a student's own report, with what it says. */
interface Source {
  from: 'hours sheet' | 'hours sheet without times' | 'study sheet' | 'roll' | 'own report'
  n: number
  platform: string
  category: 'volunteering' | 'civics-class' | 'youth-study'
  day: number
  hour: number
  hours: number
}

const source = fc.record<Source>({
  from: fc.constantFrom('hours sheet', 'hours sheet without times', 'study sheet', 'roll', 'own report'), n: fc.nat(5), platform: fc.constantFrom('zhiyuan-sichuan', 'zhiyuan-zhongguo'),
  category: fc.constantFrom('volunteering', 'civics-class', 'youth-study'), day: fc.integer({ min: 1, max: 3 }), hour: fc.integer({ min: 8, max: 12 }), hours: fc.integer({ min: 1, max: 4 }),
})
/** Each under an id of its own: the same again is the same. */
const sources = fc.uniqueArray(source, { selector: ({ from, n }) => `${from} ${n}`, minLength: 2, maxLength: 7 })
/** The sources in two orders, each at least once and some again. */
const twice = sources.chain((all) => {
  const order = fc.tuple(fc.shuffledSubarray(all, { minLength: all.length }), fc.array(fc.constantFrom(...all), { maxLength: 4 })).chain(([once, again]) => fc.shuffledSubarray([...once, ...again], { minLength: once.length + again.length }))
  return fc.tuple(order, order)
})

const [branch, student] = ['wangcang.s01.b01', 'w-student']
let requests = 0
const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`

/** Brings a source in for the student. */
const bring = async ({ from, n, platform, category, day, hour, hours }: Source) => {
  const date = `2026-06-0${day}`
  const times = { startedAt: `${date}T${clock(hour)}:00+08:00`, endedAt: `${date}T${clock(hour + hours)}:00+08:00` }
  const sheet = (kind: string, at: string, lines: string[]) => call('w-school', 'POST', '/v1/imports', { id: `import-${++requests}-${n}`, org: branch, kind, platform: at, fileName: 'x.csv', content: Buffer.from(lines.join('\n')).toString('base64'), dryRun: false })
  const send = () => {
    switch (from) {
      case 'hours sheet':
        return sheet('volunteering', platform, ['姓名,项目,开始时间,结束时间,记录编号', `${student},项目${n},${date} ${clock(hour)},${date} ${clock(hour + hours)},TIME-00000${n}`])
      case 'hours sheet without times':
        return sheet('volunteering', platform, ['姓名,项目,服务日期,服务时长（小时）,记录编号', `${student},项目${n},${date},${hours},DATE-00000${n}`])
      case 'study sheet':
        // A platform says of one issue one time.
        return sheet('youth-study', n % 2 ? 'qingnian-daxuexi' : 'tianfu-xinqingnian', ['姓名,期数,完成时间', `${student},2026-20,2026-06-0${1 + (n % 2)} 12:30`])
      case 'roll':
        return call('w-school', 'POST', '/v1/rolls', { id: `roll-0000${n}`, org: branch, category, title: `登记${n}`, ...times, quantity: category === 'volunteering' ? hours * 60 : 1, ...(category !== 'volunteering' && { distinctKey: category === 'youth-study' ? '2026-20' : `lesson-${n % 3}` }), people: [{ personId: student }] })
      case 'own report':
        return call(student, 'POST', '/v1/records', { id: `record-${n}-0000`, category: 'volunteering', ...times, quantity: hours * 60, title: `自报${n}`, photoIds: [] })
    }
  }
  const { status, body } = await send()
  expect({ status, refused: body.rows?.filter((row: { fate: string }) => row.fate === 'refused') ?? [], failed: body.outcomes?.filter(({ ok }: { ok: boolean }) => !ok) ?? [] }).toEqual({ status: status === 201 ? 201 : 200, refused: [], failed: [] })
}

/** What the student's ledger says, brought from nothing in this order, and what `evaluate` makes of the copy of their data; apart from when and by which request something came in. */
const stateAfter = async (order: Source[]) => {
  const before = await queryAll(context.table, { pk: personPartition(student), prefix: ledgerPrefix, consistent: true })
  await writeAll(context.table, [], before.map(({ pk, sk }) => ({ pk, sk })))
  for (const one of order) await bring(one)
  const records = foldLedger(await readLedger(context.table, student)).records.map(({ submittedAt, submittedBy, origin, ...record }) => ({ ...record, platform: origin?.platform }))
  return { records, result: evaluate((await call(student, 'GET', `/v1/people/${student}/export`)).body) }
}

test('any order and repetition of imports, rolls and own reports gives one ledger state and evaluate’s figures, and no minute stands twice', async () => {
  await fc.assert(
    fc.asyncProperty(twice, async ([one, other]) => {
      const [first, second] = [await stateAfter(one), await stateAfter(other)]
      expect(second.records).toEqual(first.records)
      expect(second.result).toEqual(first.result)
      const hours = first.records.filter(({ category, status }) => category === 'volunteering' && status === 'approved')
      for (const a of hours) for (const b of hours) if (a.id < b.id) expect(a.startedAt < b.endedAt && b.startedAt < a.endedAt).toBe(false)
    }),
    { numRuns: 60 },
  )
}, 300_000)

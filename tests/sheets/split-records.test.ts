import type { LedgerEntry } from '@shared/model/ledger'
import fc from 'fast-check'
import { personFinder } from '../../functions/core/find-person'
import { foldLedger } from '../../functions/core/fold-ledger'
import type { ImportOf } from '../../functions/core/import-records'
import { readRecords } from '../../functions/core/records-sheet'
import type { Cell } from '../../functions/core/sheet-cell'
import { planRows } from '../../functions/use-cases/handle-imported'

const members = ['甲', '乙', '丙'].map((name, i) => ({ personId: `p-${i}`, name, birthDate: '2010-03-01', branch: 'b' }))
const find = personFinder(members)
const own: LedgerEntry = { type: 'record', recordId: 'own-00001', source: 'granted', category: 'volunteering', startedAt: '2026-03-02T01:00:00.000Z', endedAt: '2026-03-02T02:00:00.000Z', quantity: 60, title: '先有', photoIds: [], at: '2026-03-03T00:00:00.000Z', by: 'someone' }
type Ledgers = Map<string, LedgerEntry[]>
const begin = (): Ledgers => new Map(members.map(({ personId }, i) => [personId, i === 0 ? [own] : []]))

let imports = 0
/** Reads and writes a sheet of these rows into the ledgers, as an import of its own. */
const importRows = (ledgers: Ledgers, rows: Cell[][]): Ledgers => {
  const of: ImportOf = { importId: `import-${++imports}`, category: 'volunteering', platform: 'zhiyuan-sichuan', at: '2026-06-15T00:00:00.000Z', by: 'secretary', hash: (parts) => JSON.stringify(parts).replaceAll('.', '') }
  const sheet = readRecords([{ date1904: false, rows: [['姓名', '项目', '开始时间', '结束时间', '时长', '记录编号'], ...rows].map((cells, i) => ({ row: i + 1, cells })) }], { kind: 'volunteering', fileName: 'x.csv', now: Date.parse(of.at), issueOf: () => undefined })
  if ('missing' in sheet) throw new Error(sheet.missing.join())
  const known = sheet.rows.flatMap((row) => {
    const found = find(row)
    return row.problems.length === 0 && 'person' in found ? [{ row, person: found.person }] : []
  })
  return planRows(known, ledgers, of).ledgers
}
const folded = (ledgers: Ledgers) => [...ledgers].map(([personId, entries]) => [personId, foldLedger(entries).records.map(({ decisions, origin, ...record }) => ({ ...record, platform: origin?.platform }))])

const whole = fc.array(fc.record({ who: fc.constantFrom('甲', '乙', '丙', '丁', ''), day: fc.integer({ min: 1, max: 28 }), from: fc.nat(8), length: fc.integer({ min: 1, max: 4 }), id: fc.boolean(), times: fc.boolean(), half: fc.constantFrom(0, 1, 2) }), { maxLength: 24 })
type Made = { who: string; day: number; from: number; length: number; id: boolean; times: boolean; half: number }
const cells = ({ who, day, from, length, id, times }: Made): Cell[] => {
  const date = `2026-03-${String(day).padStart(2, '0')}`
  return [who, '志愿活动', times ? `${date} ${8 + from}:00` : date, times ? `${date} ${8 + from + length}:00` : '', times ? '' : length, id ? `R-${who}-${day}-${from}-${length}` : '']
}
/** The two halves; a row of both is in each. */
const halves = (rows: Made[]) => [rows.filter(({ half }) => half !== 1), rows.filter(({ half }) => half !== 0)].map((half) => half.map(cells)) as [Cell[][], Cell[][]]

test('a sheet in two halves, whichever first and with rows in both, gives the same ledger as the whole', () => {
  fc.assert(fc.property(whole, (made) => {
    // One row a person and day without times: where such rows are put is told by which came first. Rows with times may take each other's.
    const bare = new Map(made.filter(({ times }) => !times).map((one) => [`${one.who} ${one.day}`, one]))
    const rows = made.filter((one) => one.times || bare.get(`${one.who} ${one.day}`) === one)
    const [one, other] = halves(rows)
    const expected = folded(importRows(begin(), rows.map(cells)))
    expect(folded(importRows(importRows(begin(), one), other))).toEqual(expected)
    expect(folded(importRows(importRows(begin(), other), one))).toEqual(expected)
    expect(folded(importRows(importRows(begin(), rows.map(cells)), one))).toEqual(expected)
    const covered = expected.flatMap(([personId, records]) => (records as { status: string; startedAt: string; endedAt: string }[]).filter(({ status }) => status === 'approved')
      .flatMap(({ startedAt, endedAt }) => Array.from({ length: (Date.parse(endedAt) - Date.parse(startedAt)) / 3_600_000 }, (_, i) => `${personId} ${Date.parse(startedAt) + i * 3_600_000}`)))
    expect(new Set(covered).size).toBe(covered.length)
  }), { numRuns: 80 })
})

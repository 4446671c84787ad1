import { rowProblemCodes, sheetFaults } from '@shared/model/roster'
import { continued } from '@/packages/staff/roster/continued'
import type { Import, SheetRow } from '@/packages/staff/roster/import-roster'
import { staffEn } from '@/packages/staff/text/en'
import { staffZh } from '@/packages/staff/text/zh-CN'

const row = (n: number, fate: SheetRow['fate'], more: Partial<SheetRow> = {}): SheetRow => ({ row: n, fate, name: '张三', birthDate: '2011-05-04', problems: [], ...more })
const answer = (rows: SheetRow[], waiting = 0): Import => ({ dryRun: false, otherSheets: 0, columns: [], counts: { new: 0, same: 0, changed: 0, refused: 0 }, rows, waiting })

describe('an import of a roster', () => {
  it('has words of its own for every problem of a row and every fault of a file, in Chinese without codes', () => {
    const keys = [...rowProblemCodes.map((code) => `problem-${code}` as const), ...sheetFaults.map((why) => `why-${why}` as const)]
    for (const key of keys) expect(staffZh[key].replaceAll(/Excel|WPS|\.?xlsx|\.csv|\{value\}/g, '')).toMatch(/^[^A-Za-z{}]+$/)
    for (const words of [staffZh, staffEn]) expect(new Set(keys.map((key) => words[key])).size).toBe(keys.length)
  })

  it('in several requests keeps what earlier ones wrote', () => {
    const first = answer([row(2, 'new'), row(3, 'changed'), row(4, 'refused', { problems: [{ column: 'row', code: 'changed-meanwhile' }] }), row(5, 'same'), row(6, 'new')], 2)
    const then = answer([row(2, 'same'), row(3, 'changed'), row(4, 'changed'), row(5, 'same'), row(6, 'refused')])
    const { rows, counts, waiting } = continued(first, then)
    expect(rows.map(({ fate }) => fate)).toEqual(['new', 'changed', 'changed', 'same', 'refused'])
    expect({ counts, waiting }).toEqual({ counts: { new: 1, same: 1, changed: 2, refused: 1 }, waiting: 0 })
  })
})

import { importFates, importProblemCodes } from '@shared/model/import'
import { entered, joined, type RecordsImport } from '@/packages/staff/imports/in-parts'
import { importsEn } from '@/packages/staff/imports/text.en'
import { importsZh } from '@/packages/staff/imports/text.zh-CN'
import { mapColumn } from '@/packages/staff/parts/map-column'

const none = { new: 0, cut: 0, same: 0, overlaps: 0, 'unknown-person': 0, 'ambiguous-name': 0, refused: 0 }
const part = (rows: [number, 'new' | 'same'][], waiting: number, next?: number): RecordsImport => ({
  importId: 'import-00001', dryRun: false, otherSheets: 0, columns: [], waiting, ...(next !== undefined && { next }),
  counts: { ...none, new: rows.filter(([, fate]) => fate === 'new').length, same: rows.filter(([, fate]) => fate === 'same').length }, rows: rows.map(([row, fate]) => ({ row, fate, name: '张三', problems: [], by: [] })),
})

describe('an import of records', () => {
  it('has words of its own for every problem and fate, in Chinese without codes', () => {
    const keys = [...importProblemCodes.map((code) => `problem-${code}` as const), ...importFates.map((fate) => `fate-${fate}` as const)]
    for (const key of keys) expect(importsZh[key].replaceAll('{value}', '')).toMatch(/^[^A-Za-z{}]+$/)
    for (const words of [importsZh, importsEn]) expect(new Set(keys.map((key) => words[key])).size).toBe(keys.length)
  })

  it('is one result in the order of the sheet, however many requests it took', () => {
    const whole = joined(joined(undefined, part([[2, 'new'], [5, 'same']], 3, 2)), part([[3, 'new'], [4, 'new'], [6, 'same']], 0))
    expect(whole).toMatchObject({ waiting: 0, counts: { ...none, new: 3, same: 2 } })
    expect(whole.next).toBeUndefined()
    expect(whole.rows.map(({ row }) => row)).toEqual([2, 3, 4, 5, 6])
  })

  it('enters hours that others cover, and no study issue twice', () => {
    const counts = { ...none, new: 3, cut: 1, same: 5, overlaps: 2, refused: 1 }
    expect((['volunteering', 'youth-study'] as const).map((kind) => entered({ counts }, kind))).toEqual([6, 4])
  })

  it('gives a field to one column at a time', () => {
    expect(mapColumn(mapColumn({}, 0, 'name'), 2, 'name')).toEqual({ 0: 'ignored', 2: 'name' })
    expect(mapColumn({ 0: 'name' }, 0, 'ignored')).toEqual({ 0: 'ignored' })
  })
})

import { type Cell, hasIdentity, type Sheet, type SheetRow, shown, textOf, tightOf } from './sheet-cell'

/** What a kind of sheet holds: its fields, what people call their columns (the best first), and which are missed where these are found. */
export interface SheetForm<F extends string> {
  fields: readonly F[]
  called: Record<F, readonly string[]>
  lacking: (at: Places<F>) => F[]
}

/** The column each field stands in, from 0. */
export type Places<F extends string> = Partial<Record<F, number>>

/** Columns that a person has named by hand: by their place, from 0. */
export type Mapping<F extends string> = Partial<Record<string, F | 'ignored'>>

export interface SheetColumn<F extends string> {
  at: number
  header: string
  use: F | 'ignored' | 'ignored-identity'
  /** Two of its values, to tell by what it is. */
  samples: string[]
}

/** A sheet with its header found. */
export interface Headed<F extends string> {
  sheet: Sheet
  cells: Cell[]
  at: Places<F>
  above: SheetRow[]
  rows: SheetRow[]
}

const identityColumn = /身份证|证件|idcard|identity/

/** A header without spaces, stars, remarks in brackets and case. */
export const labelOf = (cell: Cell | undefined): string => tightOf(cell).replaceAll(/\([^)]*\)|\[[^\]]*\]|[*:_.-]/g, '').toLowerCase()

const placesOf = <F extends string>({ fields, called }: SheetForm<F>, cells: Cell[]): Places<F> => {
  const labels = cells.map(labelOf)
  return Object.fromEntries(fields.flatMap((field) => {
    const at = called[field].map((label) => labels.indexOf(label)).find((i) => i >= 0)
    return at === undefined ? [] : [[field, at]]
  })) as Places<F>
}

const filled = (cells: Cell[]): number => cells.filter((cell) => textOf(cell) !== '').length

/**
 * Of the first 20 rows, and of each two of them as one header of two rows, the first that names most columns: titles above it are passed over. Where no
 * name is known, the fullest row.
 */
export const headerOf = <F extends string>(sheet: Sheet, form: SheetForm<F>): Headed<F> => {
  const isKnown = (cell: Cell | undefined): boolean => form.fields.some((field) => form.called[field].includes(labelOf(cell))) || identityColumn.test(labelOf(cell))
  const top = sheet.rows.slice(0, 20)
  const candidates = top.flatMap(({ cells }, i) => {
    const below = top[i + 1]?.cells
    const both = below && Array.from({ length: Math.max(cells.length, below.length) }, (_, c) => (isKnown(below[c]) ? below[c] : cells[c]) ?? '')
    return [{ from: i, after: i + 1, cells }, ...(both ? [{ from: i, after: i + 2, cells: both }] : [])]
  }).map((one) => ({ ...one, at: placesOf(form, one.cells) }))
  const named = ({ at }: { at: Places<F> }) => Object.keys(at).length
  const most = Math.max(0, ...candidates.map(named))
  const best = most > 0 ? candidates.filter((one) => named(one) === most) : candidates.filter(({ from, after }) => after === from + 1).sort((a, b) => filled(b.cells) - filled(a.cells))
  // Two rows are one header only where neither is one by itself.
  const header = best.find(({ from, after }) => after === from + 1) ?? best[0]
  const { from, after, cells, at } = header ?? { from: 0, after: 0, cells: [], at: {} as Places<F> }
  return { sheet, cells, at, above: sheet.rows.slice(0, from), rows: sheet.rows.slice(after) }
}

/** What was named by hand goes before what was recognised: a column has one use, a field one column. */
const mapped = <F extends string>(headed: Headed<F>, mapping: Mapping<F>): Headed<F> => {
  const places = Object.entries(headed.at as Record<string, number>).filter(([field, at]) => mapping[at] === undefined && !Object.values(mapping).includes(field as F))
  const byHand = Object.entries(mapping).flatMap(([at, field]) => (field === undefined || field === 'ignored' ? [] : [[field, Number(at)] as const]))
  return { ...headed, at: Object.fromEntries([...places, ...byHand]) as Places<F> }
}

/** Every column with its header, what it is taken for and two of its values, none of them an identity number. */
export const columnsOf = <F extends string>({ cells, rows }: Headed<F>, read: Places<F>, identity: readonly number[] = []): SheetColumn<F>[] => {
  const width = Math.max(cells.length, ...rows.slice(0, 50).map((row) => row.cells.length))
  return Array.from({ length: width }, (_, at): SheetColumn<F> => {
    const field = (Object.keys(read) as F[]).find((one) => read[one] === at)
    const samples = rows.slice(0, 50).map((row) => textOf(row.cells[at])).filter((text) => text !== '').slice(0, 2)
    return { at, header: shown(textOf(cells[at])), use: field ?? (identityColumn.test(labelOf(cells[at])) || identity.includes(at) ? 'ignored-identity' : 'ignored'), samples: samples.map(shown) }
  }).filter(({ header, samples }) => header !== '' || samples.length > 0)
}

/** The first sheet whose header names what is needed, and how many more do; else what is missed in the nearest, with its columns to be named by hand. */
export const findForm = <F extends string>(sheets: readonly Sheet[], form: SheetForm<F>, mapping: Mapping<F> = {}): { headed: Headed<F>; otherSheets: number } | { missing: F[]; columns: SheetColumn<F>[] } => {
  const all = sheets.map((sheet) => mapped(headerOf(sheet, form), mapping))
  const found = all.filter(({ at }) => form.lacking(at).length === 0)
  const [first] = found
  if (first) return { headed: first, otherSheets: found.length - 1 }
  const nearest = all.reduce((best, one) => (Object.keys(one.at).length > Object.keys(best.at).length ? one : best), all[0] as Headed<F>)
  return { missing: form.lacking(nearest.at), columns: columnsOf(nearest, nearest.at) }
}

const remark = /^(合计|总计|小计|共计|累计|共\d+人|总人数|人数|总时长|制表|填表|审核人|负责人|备注|说明|注:|total)/i

/** A sum or a remark at the foot begins so, in the first cell with anything in it or in that of the name. */
export const isRemark = ({ cells }: SheetRow, name: Cell | undefined): boolean => [cells.find((one) => textOf(one) !== ''), name].some((one) => remark.test(tightOf(one)))

/** More than half of what stands in a column are identity numbers: then it is not read at all. */
export const isIdentityColumn = (rows: SheetRow[], column: number | undefined): boolean => {
  const texts = column === undefined ? [] : rows.map(({ cells }) => tightOf(cells[column])).filter((text) => text !== '')
  return texts.filter(hasIdentity).length * 2 > texts.length
}

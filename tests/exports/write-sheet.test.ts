import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { looksLikeFormula } from '../../functions/exports/guard-text'
import { type OutCell, writeSheet } from '../../functions/exports/write-sheet'
import { unpackZip } from '../../functions/sheets/unpack-zip'

const dangerous = [
  '=1+1', '+1', '-1', '@SUM(A1)', '=cmd|\' /C calc\'!A0', '＝1+1', '＋1', '－1', '＠a', '﹦1', '−1', ' =1', '　=1', '\u00a0=1', '\u200b=1', '\ufeff=1', '\u200b ＝1', '\t=1', '\r=1', '\n=1', '\tx', '\rx', '=HYPERLINK("http://x","y")', '-2+3+cmd|x',
]
const harmless = ['张小明', '3-1 班', 'a=b', '1+1', '（=1）', '', '\'=1', '5', '2026-03-07', 'x@y', '“=1”', '\'', '·=']

test.each(dangerous)('%j is taken for a formula', (text) => expect(looksLikeFormula(text)).toBe(true))
test.each(harmless)('%j is not', (text) => expect(looksLikeFormula(text)).toBe(false))

const sheet = (rows: OutCell[][]) => ({ name: '成员', columns: [{ head: '姓名', width: 10 }, { head: '志愿时长(小时)', width: 10, format: '0.##' }], rows })

/** What stands in each cell of a workbook, as its XML says it: type, formula, and whether its style keeps it text. */
const cellsOf = (bytes: Buffer) => {
  const entries = unpackZip(bytes) as Map<string, Buffer>
  const [cells, styles] = [entries.get('xl/worksheets/sheet1.xml')?.toString() ?? '', entries.get('xl/styles.xml')?.toString() ?? '']
  const xfs = [...(styles.match(/<cellXfs[^>]*>(.*?)<\/cellXfs>/s)?.[1] ?? '').matchAll(/<xf [^>]*>/g)].map(([xf]) => xf.includes('quotePrefix="1"'))
  return [...cells.matchAll(/<c r="([A-Z]+)(\d+)"(?: s="(\d+)")?(?: t="(\w+)")?\s*\/?>(<f)?/g)].map(([, column, row, style, type, formula]) => ({ column, row: Number(row), type, formula: formula !== undefined, quoted: xfs[Number(style ?? 0)] ?? false }))
}

test('an xlsx keeps what looks like a formula as text for good, and numbers as numbers', async () => {
  const bytes = await writeSheet(sheet([...dangerous.map((text): OutCell[] => [text, 1.5]), ['张小明', -3], ['', undefined]]), 'xlsx')
  const cells = cellsOf(bytes)
  const at = (column: string, row: number) => cells.find((cell) => cell.column === column && cell.row === row)
  for (const i of dangerous.keys()) expect(at('A', i + 2)).toEqual({ column: 'A', row: i + 2, type: 's', formula: false, quoted: true })
  expect(at('A', dangerous.length + 2)).toMatchObject({ type: 's', quoted: false })
  for (const i of [...dangerous, '张小明'].keys()) expect(at('B', i + 2)).toMatchObject({ type: undefined, quoted: false })
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes as unknown as Parameters<typeof book.xlsx.load>[0])
  const read = (address: string) => book.worksheets[0]?.getCell(address).value
  expect([read('A2'), read('B2'), read(`B${dangerous.length + 2}`)]).toEqual(['=1+1', 1.5, -3])
})

/** A CSV as spreadsheet programs part it: quotes, and the separator that a machine's settings say. */
const parse = (csv: string, separator: string): string[][] => {
  const rows: string[][] = [['']]
  let quoted = false
  for (let i = 0; i < csv.length; i++) {
    const sign = csv[i] as string
    const row = rows.at(-1) ?? []
    const cell = row.length - 1
    if (quoted) {
      if (sign === '"' && csv[i + 1] === '"') {
        row[cell] += sign
        i++
      }
      else if (sign === '"') quoted = false
      else row[cell] += sign
    } else if (sign === '"' && row[cell] === '') quoted = true
    else if (sign === separator) row.push('')
    else if (sign === '\n') rows.push([''])
    else if (sign !== '\r') row[cell] += sign
  }
  return rows.slice(0, -1)
}
const csvOf = async (rows: OutCell[][]) => (await writeSheet(sheet(rows), 'csv')).toString('utf8')

test('a CSV begins with its mark, has an apostrophe before what looks like a formula, and numbers as they are', async () => {
  const csv = await csvOf([['=1+1', 19.5], ['张小明', -3], ['甲"乙', undefined], ['一;=2', 0], ['a\n=b', 1]])
  expect(csv).toBe('\ufeff"姓名","志愿时长(小时)"\r\n"\'=1+1",19.5\r\n"张小明",-3\r\n"甲""乙",\r\n"一;\'=2",0\r\n"a =b",1\r\n')
})

const nasty = fc.array(fc.constantFrom('=', '+', '-', '@', '＝', '＋', '－', '＠', '−', ' ', '　', '\t', '\r', '\n', '\u200b', '\ufeff', '"', "'", ';', ',', '1', '张', 'cmd', '|'), { maxLength: 10 }).map((parts) => parts.join(''))
test.each([',', ';', '\t'])('whatever the text, no cell of a CSV parted at %j begins as a formula', async (separator) => {
  await fc.assert(fc.asyncProperty(fc.array(nasty, { minLength: 1, maxLength: 4 }), async (texts) => {
    const rows = parse((await csvOf(texts.map((text) => [text, 7]))).slice(1), separator)
    for (const cell of rows.flat()) expect(looksLikeFormula(cell)).toBe(false)
    if (separator === ',') {
      expect(rows).toHaveLength(texts.length + 1)
      for (const row of rows.slice(1)) expect(row).toEqual([expect.any(String), '7'])
    }
  }))
})

test('whatever the text, an xlsx has no formula, and what looks like one is kept text', async () => {
  await fc.assert(fc.asyncProperty(fc.array(nasty, { minLength: 1, maxLength: 4 }), async (texts) => {
    const cells = cellsOf(await writeSheet(sheet(texts.map((text) => [text, 7])), 'xlsx'))
    expect(cells.some(({ formula }) => formula)).toBe(false)
    for (const [i, text] of texts.entries()) if (looksLikeFormula(text)) expect(cells.find(({ column, row }) => column === 'A' && row === i + 2)).toMatchObject({ type: 's', quoted: true })
  }), { numRuns: 30 })
})

test('control: without the guard a formula comes through into the CSV, and an xlsx does not keep it text', async () => {
  const csv = await writeSheet(sheet([['=1+1', 2]]), 'csv', () => false)
  expect(parse(csv.toString('utf8').slice(1), ',')[1]).toEqual(['=1+1', '2'])
  const cells = cellsOf(await writeSheet(sheet([['=1+1', 2]]), 'xlsx', () => false))
  expect(cells.find(({ column, row }) => column === 'A' && row === 2)).toMatchObject({ quoted: false })
})

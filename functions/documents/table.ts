import { colours, inner, left, type Paper, type Style } from './paper'

export interface Column {
  head: string
  /** Points; one column may leave it out and gets what is left. */
  width?: number
  align?: 'left' | 'right'
}
/** A cell's text, and a smaller line below it. */
export type TableCell = string | { text: string; note?: string | undefined; colour?: string | undefined }

const gap = 8
const pad = 4
/** The text begins a little within the head's ground. */
const inset = 6
const body: Style = { size: 9.5, leading: 1.45 }
const note: Style = { size: 8, leading: 1.45, colour: colours.soft }
const head: Style = { size: 9, weight: 'medium', colour: colours.green, leading: 1.45 }

/** A table that goes on over pages with its head repeated; no row is torn apart. */
export const writeTable = (paper: Paper, columns: readonly Column[], rows: readonly (readonly TableCell[])[]): void => {
  const fixed = columns.reduce((sum, { width = 0 }) => sum + width, 0)
  const widths = columns.map(({ width }) => width ?? inner - 2 * inset - fixed - gap * (columns.length - 1))
  const xOf = (i: number) => left + inset + widths.slice(0, i).reduce((sum, width) => sum + width + gap, 0)

  const writeHead = () => {
    const y = paper.y
    paper.doc.rect(left, y, inner, 22).fill(colours.ground)
    for (const [i, column] of columns.entries()) paper.draw([column.head], xOf(i), y + 4.5, widths[i] as number, { ...head, align: column.align })
    paper.y = y + 22
  }

  if (!paper.fits(60)) paper.nextPage()
  writeHead()
  for (const row of rows) {
    const cells = row.map((cell, i) => {
      const { text, note: below, colour } = typeof cell === 'string' ? { text: cell, note: undefined, colour: undefined } : cell
      const width = widths[i] as number
      return { width, colour, align: columns[i]?.align, lines: text === '' ? [] : paper.lines(text, width, body), below: below ? paper.lines(below, width, note) : [] }
    })
    const height = Math.max(...cells.map(({ lines, below }) => paper.heightOf(lines, body) + paper.heightOf(below, note))) + 2 * pad
    if (!paper.fits(height)) {
      paper.nextPage()
      writeHead()
    }
    for (const [i, { width, lines, below, align, colour }] of cells.entries()) {
      paper.draw(lines, xOf(i), paper.y + pad, width, { ...body, align, ...(colour && { colour }) })
      paper.draw(below, xOf(i), paper.y + pad + paper.heightOf(lines, body), width, { ...note, align })
    }
    paper.y += height
    paper.rule(paper.y, colours.line, 0.4)
  }
}

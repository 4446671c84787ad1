import { colours, inner, left, type Paper, type Style } from './paper'

const pad = 10
const strip = 22
const label: Style = { size: 9.5, weight: 'medium', colour: colours.green }
export const boxText: Style = { size: 10.5, leading: 1.7 }
const signed: Style = { size: 10, leading: 1.9, align: 'right' }

const frame = (paper: Paper, from: number, to: number): void => {
  paper.doc.rect(left, from, inner, to - from).lineWidth(0.6).strokeColor(colours.line).stroke()
}
const head = (paper: Paper, text: string): void => {
  paper.doc.rect(left, paper.y, inner, strip).fill(colours.ground)
  paper.draw([text], left + pad, paper.y + 3.5, inner - 2 * pad, label)
  paper.y += strip
}

/**
 * A framed part of a form: its name, a text of any length that goes on over pages, and at its foot lines to sign at. `room` is left free above them for a
 * signature and a stamp.
 */
export const writeBox = (paper: Paper, name: string, text: string, { sign = [], room = 0, empty = '' }: { sign?: readonly string[]; room?: number; empty?: string } = {}): void => {
  const foot = room + paper.heightOf(sign, signed) + (sign.length ? 8 : 0)
  if (!paper.fits(strip + 2 * pad + 2 * 18 + (text === '' ? foot : 0))) paper.nextPage()
  let top = paper.y
  head(paper, name)
  paper.y += pad
  const goOn = (endY: number) => {
    // The frame of the page that ended is drawn on it.
    const { count } = paper.doc.bufferedPageRange()
    paper.doc.switchToPage(count - 2)
    frame(paper, top, endY + pad / 2)
    paper.doc.switchToPage(count - 1)
    top = paper.y
    head(paper, `${name}（续）`)
    paper.y += pad
  }
  if (text !== '') paper.flow(text, boxText, left + pad, inner - 2 * pad, goOn)
  else if (empty !== '') {
    paper.draw([empty], left + pad, paper.y, inner - 2 * pad, { ...boxText, colour: colours.soft })
    paper.y += paper.heightOf([empty], boxText)
  }
  if (!paper.fits(foot + pad)) {
    const endY = paper.y
    paper.nextPage()
    goOn(endY)
  }
  paper.y += room
  if (sign.length) {
    paper.y += 8
    paper.draw(sign, left + pad, paper.y, inner - 2 * pad, signed)
    paper.y += paper.heightOf(sign, signed)
  }
  paper.y += pad / 2
  frame(paper, top, paper.y)
  paper.y += 8
}

/** Facts by name in a grid of two a row; one alone, or one marked `wide`, has the row. */
export const writeGrid = (paper: Paper, facts: readonly { name: string; value: string; wide?: boolean }[]): void => {
  const nameWidth = 74
  const value: Style = { size: 10.5, leading: 1.5 }
  const rows: (typeof facts)[number][][] = []
  for (const fact of facts) {
    const last = rows.at(-1)
    if (last?.length === 1 && !last[0]?.wide && !fact.wide) last.push(fact)
    else rows.push([fact])
  }
  for (const row of rows) {
    const each = inner / (row.length === 1 ? 1 : 2)
    const cells = row.map((fact) => paper.lines(fact.value, each - nameWidth - 2 * 8, value))
    const height = Math.max(...cells.map((lines) => paper.heightOf(lines, value))) + 10
    if (!paper.fits(height)) paper.nextPage()
    for (const [i, fact] of row.entries()) {
      const x = left + i * each
      paper.doc.rect(x, paper.y, nameWidth, height).fill(colours.ground)
      paper.doc.rect(x, paper.y, each, height).lineWidth(0.6).strokeColor(colours.line).stroke()
      paper.draw([fact.name], x + 8, paper.y + 5, nameWidth - 10, { ...label, leading: 1.5 * 10.5 / 9.5 })
      paper.draw(cells[i] ?? [], x + nameWidth + 8, paper.y + 5, each - nameWidth - 16, value)
    }
    paper.y += height
  }
  paper.y += 10
}

import PDFDocument from 'pdfkit'
import { breakLines } from './break-lines'
import { faces, fontBytes, runsOf } from './fonts'

/** A4 in points, with what is left free around the content. */
const page = { width: 595.28, height: 841.89, side: 52, top: 52, bottom: 66 } as const
export const colours = { ink: '#17251f', soft: '#55665e', green: '#0b6b4f', line: '#cfdcd6', ground: '#f3f7f5', amber: '#8a5200' } as const
/** Two characters as wide as the type is high: measured with a paragraph, and not drawn. */
const setIn = '一一'
export const left = page.side
export const inner = page.width - 2 * page.side

export interface Style {
  size: number
  weight?: 'regular' | 'medium'
  colour?: string
  align?: 'left' | 'center' | 'right'
  /** As a multiple of the size. */
  leading?: number
}

/** A4 pages that are filled from top to bottom. `y` is how far; whoever writes asks for room first. Finished by `end`, which writes each page's foot. */
export const openPaper = (info: { title: string; subject: string; createdAt: Date }) => {
  const doc = new PDFDocument({
    size: 'A4', margin: 0, bufferPages: true, font: null as never, pdfVersion: '1.7', lang: 'zh-CN', displayTitle: true,
    info: { Title: info.title, Subject: info.subject, Author: '青程', Creator: '青程', Producer: '青程', CreationDate: info.createdAt },
  })
  const chunks: Buffer[] = []
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  const written = new Promise<void>((over) => doc.once('end', () => over()))
  for (const face of faces) doc.registerFont(face, fontBytes(face))

  const widths = new Map<string, number>()
  const widthOf = (text: string, { size, weight = 'regular' }: Style): number => {
    const key = `${weight} ${size} ${text}`
    const known = widths.get(key)
    if (known !== undefined) return known
    const width = runsOf(text, weight).reduce((sum, run) => sum + doc.font(run.face).fontSize(size).widthOfString(run.text), 0)
    widths.set(key, width)
    return width
  }
  const heightOf = (lines: readonly string[], { size, leading = 1.6 }: Style): number => lines.length * size * leading

  const paper = {
    doc,
    y: page.top as number,
    lines: (text: string, width: number, style: Style): string[] => breakLines(text, width, (part) => widthOf(part, style)),
    widthOf,
    heightOf,
    /** Whether this much still fits on the page. */
    fits: (height: number): boolean => paper.y + height <= page.height - page.bottom,
    nextPage: (): void => {
      doc.addPage()
      paper.y = page.top
    },
    /** Draws lines at a place; `y` is the top of the first. Nothing moves. */
    draw: (lines: readonly string[], x: number, y: number, width: number, style: Style): void => {
      const { size, weight = 'regular', colour = colours.ink, align = 'left', leading = 1.6 } = style
      for (const [i, line] of lines.entries()) {
        const free = width - widthOf(line, style)
        let at = x + (align === 'right' ? free : align === 'center' ? free / 2 : 0)
        const baseline = y + i * size * leading + (size * leading + size * 0.76) / 2
        for (const run of runsOf(line, weight)) {
          doc.font(run.face).fontSize(size).fillColor(colour).text(run.text, at, baseline, { lineBreak: false, baseline: 'alphabetic' })
          at += doc.widthOfString(run.text)
        }
      }
    },
    /** A paragraph over the full width, on the next page where it does not fit. */
    write: (text: string, style: Style): void => {
      const lines = paper.lines(text, inner, style)
      if (!paper.fits(heightOf(lines, style))) paper.nextPage()
      paper.draw(lines, left, paper.y, inner, style)
      paper.y += heightOf(lines, style)
    },
    /** A text of any length, paragraph by paragraph (parted by line ends) with the first line set in by two characters, from page to page. `atBreak` is called where a page ends, with its last y, and may write at the top of the next. */
    flow: (text: string, style: Style, x: number = left, width: number = inner, atBreak?: (endY: number) => void): void => {
      const { size, leading = 1.6 } = style
      for (const paragraph of text.split(/\n+/).map((part) => part.trim()).filter(Boolean)) {
        const lines = paper.lines(`${setIn}${paragraph}`, width, style)
        for (const [i, line] of lines.entries()) {
          // Two lines at least stay together at a page's end, and two go over.
          const needed = i === 0 || i === lines.length - 2 ? Math.min(2, lines.length - i) : 1
          if (!paper.fits(needed * size * leading)) {
            const endY = paper.y
            paper.nextPage()
            atBreak?.(endY)
          }
          if (i === 0) paper.draw([line.slice(setIn.length)], x + 2 * size, paper.y, width - 2 * size, style)
          else paper.draw([line], x, paper.y, width, style)
          paper.y += size * leading
        }
      }
    },
    rule: (y: number, colour: string = colours.line, thickness = 0.6): void => {
      doc.moveTo(left, y).lineTo(left + inner, y).lineWidth(thickness).strokeColor(colour).stroke()
    },
    /** Writes the foot of every page by its number and how many there are, and gives the bytes. */
    end: async (foot: (n: number, of: number) => { left: string; right: string }): Promise<{ bytes: Buffer; pages: number }> => {
      const { count } = doc.bufferedPageRange()
      const style: Style = { size: 8, colour: colours.soft }
      for (let i = 0; i < count; i++) {
        doc.switchToPage(i)
        const y = page.height - 52
        paper.rule(y - 6)
        const words = foot(i + 1, count)
        paper.draw([words.left], left, y, inner, style)
        paper.draw([words.right], left, y, inner, { ...style, align: 'right' })
      }
      doc.end()
      await written
      return { bytes: Buffer.concat(chunks), pages: count }
    },
  }
  return paper
}
export type Paper = ReturnType<typeof openPaper>

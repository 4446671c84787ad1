import { drawQrCode } from './qr-code'
import { colours, inner, left, type Paper, type Style } from './paper'
import { momentWords } from './moment'

/** What every document says besides its content. `code` and `verifyUrl` are how anyone checks it. */
export interface About {
  name: string
  orgName: string
  className?: string | undefined
  /** RFC 3339. */
  issuedAt: string
  timeZone: string
  code: string
  verifyUrl: string
}

const qrSize = 84

/** The head of the first page: product, title, and at the right the code to check it by. */
export const writeHead = (paper: Paper, title: string, about: Pick<About, 'code' | 'verifyUrl'>): void => {
  const top = paper.y
  const room = inner - qrSize - 20
  paper.draw(['青程 · 共青团成长档案'], left, top, room, { size: 9.5, colour: colours.green, weight: 'medium' })
  paper.draw([title], left, top + 20, room, { size: 25, weight: 'medium', leading: 1.4 })
  const x = left + inner - qrSize
  drawQrCode(paper.doc, about.verifyUrl, x, top - 6, qrSize)
  paper.doc.link(x, top - 6, qrSize, qrSize, about.verifyUrl)
  paper.draw(['扫码核验'], x, top + qrSize - 10, qrSize, { size: 8, colour: colours.soft, align: 'center' })
  const codeStyle: Style = { size: 9.5, colour: colours.soft }
  paper.draw([`证明编码 ${about.code}`], left, top + 62, room, codeStyle)
  paper.y = top + qrSize + 12
  paper.rule(paper.y, colours.green, 1.2)
  paper.y += 18
}

/** Whom it is about, as a sentence begins. */
export const whoWords = ({ orgName, className, name }: About): string => `${orgName}${className && !orgName.includes(className) ? className : ''}${name}同学`

/** Figures side by side in a light box. */
export const writeFigures = (paper: Paper, figures: readonly { label: string; value: string }[]): void => {
  const each = inner / figures.length
  paper.doc.roundedRect(left, paper.y, inner, 52, 6).fill(colours.ground)
  for (const [i, { label, value }] of figures.entries()) {
    paper.draw([label], left + i * each + 14, paper.y + 7, each - 20, { size: 8.5, colour: colours.soft })
    paper.draw([value], left + i * each + 14, paper.y + 22, each - 20, { size: 14, weight: 'medium', colour: colours.green })
  }
  paper.y += 52 + 14
}

/** Who it is about and by when, and what it can be relied on for; kept together, on the next page where there is no room. */
export const writeClosing = (paper: Paper, about: About, notes: readonly string[]): void => {
  const style: Style = { size: 8.5, colour: colours.soft, leading: 1.6 }
  const lines = notes.flatMap((note, i) => paper.lines(`${i + 1}. ${note}`, inner, style))
  const height = 12 + paper.heightOf(['', ...lines], style) + 26
  if (!paper.fits(height)) paper.nextPage()
  paper.y += 12
  paper.draw(['说明', ...lines], left, paper.y, inner, style)
  paper.y += paper.heightOf(['', ...lines], style) + 10
  const right: Style = { size: 10, align: 'right' }
  paper.draw([`${about.orgName}　　出具于 ${momentWords(about.issuedAt, about.timeZone)}`], left, paper.y, inner, right)
  paper.y += paper.heightOf([''], right)
}

/** The foot of each page. */
export const footOf = (title: string, about: About) => (n: number, of: number) => ({ left: `${title} · ${about.name} · 编码 ${about.code} · 核验 ${about.verifyUrl.split('/verify/', 1)[0]}/verify`, right: `第 ${n} 页，共 ${of} 页` })

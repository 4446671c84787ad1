import { footOf, writeClosing, writeHead } from './about'
import { type Dossier, dateOfStep, last } from './dossier'
import { dateWords } from './moment'
import { colours, inner, left, openPaper, type Paper } from './paper'
import { titles } from './words'

const title = titles['application-letter']

/** The letter as it was written, and by whom and when; of one on paper where it lies. */
export const writeLetter = (paper: Paper, dossier: Dossier): void => {
  const letter = last(dossier, 'apply')
  if (!letter) return
  const photos = letter.facts.photos ?? []
  if (photos.length) {
    paper.flow(`申请书写在纸上，由${dossier.nameOf(letter.by)}录入，照片 ${photos.length} 张附后，各自的 SHA-256 如下。`, { size: 11.5, leading: 1.9 })
    paper.y += 8
    for (const [i, { sha256 }] of photos.entries()) paper.write(`照片 ${i + 1}　${sha256}`, { size: 9, colour: colours.soft })
  } else paper.flow(letter.texts?.letter ?? '（申请书的文字已按规定删除。）', { size: 11.5, leading: 1.9 })
  const signed = ['', `申请人：${dossier.about.name}`, dateWords(dateOfStep(dossier, letter))]
  const style = { size: 11.5, leading: 1.9, align: 'right' } as const
  if (!paper.fits(paper.heightOf(signed, style))) paper.nextPage()
  paper.draw(signed, left, paper.y, inner, style)
  paper.y += paper.heightOf(signed, style)
}

/** 入团申请书 */
export const renderLetter = (dossier: Dossier): Promise<{ bytes: Buffer; pages: number }> => {
  const { about } = dossier
  const paper = openPaper({ title: `${title} · ${about.name}`, subject: about.code, createdAt: new Date(about.issuedAt) })
  writeHead(paper, title, about)
  writeLetter(paper, dossier)
  writeClosing(paper, about, ['内容与本人提交的申请书一致；后来重新提交的，扫码核验的页面会说明。'])
  return paper.end(footOf(title, about))
}

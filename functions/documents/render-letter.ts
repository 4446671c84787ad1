import { pictureSize } from '../files/picture-size'
import { footOf, writeClosing, writeHead } from './about'
import { type Dossier, dateOfStep, last } from './dossier'
import { dateWords } from './moment'
import { colours, inner, left, openPaper, type Paper, type Style } from './paper'
import { titles } from './words'

const title = titles['application-letter']

const caption: Style = { size: 9, colour: colours.soft }
const mostHigh = 560

/** A picture under its hash, as large as the page lets it be; of one that is no longer kept the hash alone. */
const writePicture = (paper: Paper, words: string, jpeg: Uint8Array | undefined): void => {
  const size = jpeg && pictureSize(jpeg)
  if (!jpeg || !size) return paper.write(`${words}（没有保存与此相符的照片）`, caption)
  const scale = Math.min(inner / size.width, mostHigh / size.height, 1)
  const [width, height] = [size.width * scale, size.height * scale]
  if (!paper.fits(paper.heightOf([words], caption) + 4 + height)) paper.nextPage()
  paper.write(words, caption)
  paper.doc.image(Buffer.from(jpeg), left, paper.y + 4, { width, height })
  paper.y += height + 16
}

/** The letter as it was written, and by whom and when; of one on paper where it lies. */
export const writeLetter = (paper: Paper, dossier: Dossier): void => {
  const letter = last(dossier, 'apply')
  if (!letter) return
  const photos = letter.facts.photos ?? []
  if (photos.length) {
    paper.flow(`申请书写在纸上，由${dossier.nameOf(letter.by)}录入，照片 ${photos.length} 张如下，各附 SHA-256。`, { size: 11.5, leading: 1.9 })
    paper.y += 8
    for (const [i, { sha256 }] of photos.entries()) writePicture(paper, `照片 ${i + 1}　${sha256}`, dossier.pictures?.get(sha256))
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

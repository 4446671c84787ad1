import { type About, footOf, writeHead } from './about'
import { writeBox, writeGrid } from './box'
import { dateWords } from './moment'
import { inner, left, openPaper } from './paper'
import { writeTable } from './table'
import { titles } from './words'

const title = titles['public-notice']

/** What is posted: names as the public may have them. */
export interface Notice {
  committeeName: string
  from: string
  until: string
  workingDays: number
  place: string
  people: { shown: string; branchName: string }[]
}

/** 发展对象公示 */
export const renderNotice = (about: About, { committeeName, from, until, workingDays, place, people }: Notice): Promise<{ bytes: Buffer; pages: number }> => {
  const paper = openPaper({ title: `${title} · ${from}`, subject: about.code, createdAt: new Date(about.issuedAt) })
  writeHead(paper, title, about)
  paper.flow(`经团支部推荐、${committeeName}预审，拟将以下 ${people.length} 名同志作为团的发展对象，现予公示，接受团员和群众监督。`, { size: 12, leading: 1.9 })
  paper.y += 10
  writeTable(paper, [{ head: '序号', width: 40, align: 'right' }, { head: '姓名', width: 130 }, { head: '团支部' }], people.map(({ shown, branchName }, i) => [String(i + 1), shown, branchName]))
  paper.y += 16
  writeGrid(paper, [{ name: '公示时间', value: `${dateWords(from)}至 ${dateWords(until)}，不少于 ${workingDays} 个工作日（张贴和撤下的当天不计）`, wide: true }, { name: '公示地点', value: place, wide: true }])
  writeBox(paper, '异议受理', `公示期间对以上人员有意见的，可以当面或者书面向${committeeName}反映。反映情况应当实事求是，提倡署真实姓名，以便核实和答复。对收到的每一条意见都会记录、调查并答复，有关信息予以保密。`)
  const style = { size: 12, leading: 1.9, align: 'right' } as const
  const signed = ['', `${committeeName}（盖章）`, dateWords(from)]
  if (!paper.fits(paper.heightOf(signed, style))) paper.nextPage()
  paper.draw(signed, left, paper.y, inner, style)
  return paper.end(footOf(title, { ...about, name: from }))
}

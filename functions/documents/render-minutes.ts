import type { VoteFacts } from '@shared/model/application'
import { type About, footOf, writeHead } from './about'
import { writeBox, writeGrid } from './box'
import { dateWords } from './moment'
import { openPaper } from './paper'
import { writeTable } from './table'
import { titles } from './words'

const title = titles['branch-minutes']

/** One meeting of a branch: each candidate's vote is their own, and a ballot's tallies are all that was kept. */
export interface Minutes {
  branchName: string
  date: string
  place?: string | undefined
  /** In order; absent: what such a meeting always does. */
  agenda?: readonly string[] | undefined
  shouldAttend: number
  present: number
  candidates: { name: string; className?: string | undefined; introducers: readonly string[]; vote: VoteFacts; words?: string | undefined }[]
}

const usual = ['介绍人介绍发展对象的情况，发展对象宣读入团志愿书', '到会团员讨论', '逐一表决并宣布结果', '形成支部大会决议']
const line = '＿＿＿＿＿＿＿'

const sentence = ({ name, vote: { present, shouldAttend, secret, passed, quorate, for: yes, against, abstain } }: Minutes['candidates'][number]): string =>
  `${name}：应到 ${shouldAttend} 人，实到 ${present} 人，${secret ? '无记名投票，' : ''}赞成 ${yes} 票、反对 ${against} 票、弃权 ${abstain} 票，${passed ? '同意加入中国共产主义青年团，报上级团委审批' : quorate ? '赞成票未达到规定票数，未通过' : '到会人数未达到规定人数，表决无效，未通过'}。`

/** 支部大会记录 */
export const renderMinutes = (about: About, { branchName, date, place, agenda = usual, shouldAttend, present, candidates }: Minutes): Promise<{ bytes: Buffer; pages: number }> => {
  const paper = openPaper({ title: `${title} · ${date}`, subject: about.code, createdAt: new Date(about.issuedAt) })
  writeHead(paper, title, about)
  writeGrid(paper, [
    { name: '团支部', value: branchName, wide: true }, { name: '日期', value: dateWords(date) }, { name: '表决方式', value: candidates.every(({ vote }) => vote.secret) ? '无记名投票' : candidates.some(({ vote }) => vote.secret) ? '无记名投票、举手表决' : '举手表决' }, { name: '应到', value: `${shouldAttend} 人` }, { name: '实到', value: `${present} 人` }, ...(place ? [{ name: '地点', value: place, wide: true }] : []),
  ])
  writeBox(paper, '议程', agenda.map((item, i) => `${i + 1}. ${item}`).join('\n'))
  writeTable(paper, [{ head: '序号', width: 28, align: 'right' }, { head: '发展对象' }, { head: '介绍人', width: 110 }, { head: '应到', width: 32, align: 'right' }, { head: '实到', width: 32, align: 'right' }, { head: '赞成', width: 32, align: 'right' }, { head: '反对', width: 32, align: 'right' }, { head: '弃权', width: 32, align: 'right' }, { head: '结果', width: 42 }],
    candidates.map(({ name, className, introducers, vote }, i) => [String(i + 1), { text: name, note: className }, introducers.join('、'), String(vote.shouldAttend), String(vote.present), String(vote.for), String(vote.against), String(vote.abstain), vote.passed ? '通过' : '未通过']))
  paper.y += 14
  const spoken = candidates.flatMap(({ name, words }) => (words ? [`${name}：${words}`] : []))
  writeBox(paper, '讨论情况', spoken.join('\n'), { room: spoken.length ? 0 : 40 })
  writeBox(paper, '大会决议', candidates.map(sentence).join('\n'), { room: 16, sign: [`主持人签名：${line}　记录人签名：${line}`, `${branchName}（盖章）`, dateWords(date)] })
  return paper.end(footOf(title, { ...about, name: date }))
}

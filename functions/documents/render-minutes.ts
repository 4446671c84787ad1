import type { VoteFacts } from '@shared/model/application'
import { type About, footOf, writeHead } from './about'
import { writeBox, writeGrid } from './box'
import { dateWords, momentWords } from './moment'
import { openPaper } from './paper'
import { writeTable } from './table'
import { titles } from './words'

const title = titles['branch-minutes']

/** One meeting of a branch, as it was held or, while it is planned, with room to write: each candidate's vote is their own, and of a secret one tallies are all that was kept. */
export interface Minutes {
  state?: 'planned' | 'held' | 'cancelled' | undefined
  branchName: string
  date: string
  place?: string | undefined
  host?: string | undefined
  recorder?: string | undefined
  /** In order, with what came of each; absent: what such a meeting always does. */
  items?: readonly { title: string; outcome?: string }[] | undefined
  shouldAttend: number
  present: number
  presentNames?: readonly string[] | undefined
  absentNames?: readonly string[] | undefined
  /** Counted and not listed: those of the League whom the roster does not have. */
  besides?: { should: number; present: number } | undefined
  /** Why the roll is not the branch's members as the roster has them. */
  reason?: string | undefined
  candidates: { name: string; note?: string | undefined; introducers: readonly string[]; vote?: Counted; words?: string | undefined; named?: readonly { name: string; choice: 'for' | 'against' | 'abstain' }[] | undefined }[]
  minutes?: string | undefined
  /** Each with what the minutes said before it. */
  corrections?: readonly { n: number; at: string; byName: string; reason: string; minutes: string }[] | undefined
}
export type Counted = Pick<VoteFacts, 'shouldAttend' | 'present' | 'for' | 'against' | 'abstain' | 'secret' | 'passed' | 'quorate'>

const usual: NonNullable<Minutes['items']> = ['介绍人介绍发展对象的情况，发展对象宣读入团志愿书', '到会团员讨论', '逐一表决并宣布结果', '形成支部大会决议'].map((title) => ({ title }))
const line = '＿＿＿＿＿＿＿'
const choices = { for: '赞成', against: '反对', abstain: '弃权' } as const

const sentence = (name: string, { present, shouldAttend, secret, passed, quorate, for: yes, against, abstain }: Counted): string =>
  `${name}：应到 ${shouldAttend} 人，实到 ${present} 人，${secret ? '无记名投票，' : ''}赞成 ${yes} 票、反对 ${against} 票、弃权 ${abstain} 票，${passed ? '同意加入中国共产主义青年团，报上级团委审批' : quorate ? '赞成票未达到规定票数，未通过' : '到会人数未达到规定人数，表决无效，未通过'}。`

const wayOf = (votes: readonly Counted[]): string => (votes.length === 0 ? '' : votes.every(({ secret }) => secret) ? '无记名投票' : votes.some(({ secret }) => secret) ? '无记名投票、举手表决' : '举手表决')
const namesWords = (names: readonly string[] | undefined, besides: number): string => `${names?.join('、') ?? ''}${besides > 0 ? `${names?.length ? '，' : ''}另有名册以外的团员 ${besides} 人` : ''}`

/** Who of an open vote taken by name chose what. */
const voices = ({ name, named = [] }: Minutes['candidates'][number]): string[] => {
  const parts = (['for', 'against', 'abstain'] as const).flatMap((choice) => {
    const who = named.flatMap((voice) => (voice.choice === choice ? [voice.name] : []))
    return who.length ? [`${choices[choice]}：${who.join('、')}`] : []
  })
  return parts.length ? [`${name}（记名表决）　${parts.join('；')}`] : []
}

/** 支部大会记录 */
export const renderMinutes = (about: About, minutes: Minutes): Promise<{ bytes: Buffer; pages: number }> => {
  const planned = minutes.state === 'planned'
  const { branchName, date, place, host, recorder, items, shouldAttend, present, presentNames, absentNames, besides, reason, candidates, corrections = [] } = minutes
  const paper = openPaper({ title: `${title} · ${date}`, subject: about.code, createdAt: new Date(about.issuedAt) })
  const votes = candidates.flatMap(({ vote }) => vote ?? [])
  writeHead(paper, title, about)
  writeGrid(paper, [
    { name: '团支部', value: branchName, wide: true }, { name: '日期', value: dateWords(date) }, { name: '表决方式', value: wayOf(votes) }, ...(host ? [{ name: '主持人', value: host }, { name: '记录人', value: recorder ?? '' }] : []),
    { name: '应到', value: `${shouldAttend} 人` }, { name: '实到', value: planned && present === 0 ? '' : `${present} 人` }, ...(place ? [{ name: '地点', value: place, wide: true }] : []),
    ...(presentNames?.length ? [{ name: '到会', value: namesWords(presentNames, besides?.present ?? 0), wide: true }] : []), ...(absentNames?.length && present > 0 ? [{ name: '缺席', value: namesWords(absentNames, 0), wide: true }] : []), ...(reason ? [{ name: '名单说明', value: reason, wide: true }] : []),
  ])
  writeBox(paper, '议程', (items?.length ? items : usual).map(({ title: item, outcome }, i) => `${i + 1}. ${item}${outcome ? `：${outcome}` : ''}`).join('\n'))
  writeTable(paper, [{ head: '序号', width: 28, align: 'right' }, { head: '发展对象' }, { head: '介绍人', width: 110 }, { head: '应到', width: 32, align: 'right' }, { head: '实到', width: 32, align: 'right' }, { head: '赞成', width: 32, align: 'right' }, { head: '反对', width: 32, align: 'right' }, { head: '弃权', width: 32, align: 'right' }, { head: '结果', width: 42 }],
    candidates.map(({ name, note, introducers, vote }, i) => [String(i + 1), { text: name, note }, introducers.join('、'), ...(vote ? [vote.shouldAttend, vote.present, vote.for, vote.against, vote.abstain].map(String) : ['', '', '', '', '']), vote === undefined ? (planned ? '' : '未表决') : vote.passed ? '通过' : '未通过']))
  paper.y += 14
  const spoken = [minutes.minutes, ...candidates.flatMap(({ name, words }) => (words ? [`${name}：${words}`] : [])), ...candidates.flatMap(voices)].filter(Boolean)
  writeBox(paper, '会议记录', spoken.join('\n'), { room: spoken.length ? 0 : planned ? 160 : 40 })
  for (const { n, at, byName, reason: why, minutes: before } of corrections) writeBox(paper, `第 ${n} 次更正　${momentWords(at, about.timeZone)}　${byName}`, `原因：${why}\n更正前的记录：${before}`)
  writeBox(paper, '大会决议', candidates.flatMap(({ name, vote }) => (vote ? [sentence(name, vote)] : [])).join('\n'), { room: planned ? 60 : 16, sign: [`主持人签名：${line}　记录人签名：${line}`, `${branchName}（盖章）`, dateWords(date)] })
  return paper.end(footOf(title, { ...about, name: date }))
}

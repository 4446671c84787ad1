import { platformName } from '@shared/model/import'
import type { Transcript, TranscriptLine } from '../core/transcript'
import { type About, footOf, whoWords, writeClosing, writeFigures, writeHead } from './about'
import { dateWords, spanWords } from './moment'
import { openPaper } from './paper'
import { type TableCell, writeTable } from './table'
import { duration, sources, titles } from './words'

const title = titles.transcript

/** What was reported by the person, or for them, counts only once it was reviewed. */
export const sourceWords = { ...sources, 'self-reported': '申报并经审核', 'on-behalf': '代为录入并经审核' } as const

const reducedWords = { overlap: '与其他记录重叠的部分不重复计', 'day-cap': '超过每日上限的部分不计' } as const

const rowOf = (about: About, { record, date, minutes, reduced }: TranscriptLine, i: number): TableCell[] => [
  { text: String(i + 1) },
  { text: date, note: spanWords(record.startedAt, record.endedAt, about.timeZone) },
  { text: record.title, note: record.place },
  { text: String(minutes), note: reduced && reducedWords[reduced] },
  { text: record.origin ? platformName(record.origin.platform) : sourceWords[record.source], note: record.origin?.certificate && `证书号 ${record.origin.certificate}` },
]

const intro = (about: About, { lines, minutes }: Transcript): string => {
  const who = whoWords(about)
  const [first, last] = [lines[0], lines.at(-1)]
  if (!first || !last) return `截至出具时，${who}还没有计入的志愿服务记录。`
  const span = first.date === last.date ? `于 ${dateWords(first.date)}` : `自 ${dateWords(first.date)}至 ${dateWords(last.date)}`
  return `兹证明${who}${span}参加志愿服务 ${lines.length} 次，累计 ${duration(minutes)}，经审核计入，明细如下。`
}

/** A volunteer transcript: every entry that counts, what they add up to, and how to check it. */
export const renderTranscript = (about: About, transcript: Transcript): Promise<{ bytes: Buffer; pages: number }> => {
  const { lines, minutes, trailing, schoolYears } = transcript
  const paper = openPaper({ title: `${title} · ${about.name}`, subject: about.code, createdAt: new Date(about.issuedAt) })
  writeHead(paper, title, about)
  paper.write(intro(about, transcript), { size: 11.5, leading: 1.8 })
  paper.y += 12
  writeFigures(paper, [{ label: '累计', value: duration(minutes) }, { label: '最近 12 个月', value: duration(trailing) }, { label: '次数', value: `${lines.length} 次` }])
  if (schoolYears.length) {
    writeTable(paper, [{ head: '学年' }, { head: '计入分钟', width: 80, align: 'right' }, { head: '合计', width: 100, align: 'right' }],
      schoolYears.map(({ from, minutes: sum }) => [`${from}–${from + 1} 学年`, String(sum), duration(sum)]))
    paper.y += 18
    writeTable(paper, [{ head: '序号', width: 26, align: 'right' }, { head: '日期与时间', width: 84 }, { head: '活动与地点' }, { head: '计入分钟', width: 62, align: 'right' }, { head: '来源', width: 76 }],
      lines.map((line, i) => rowOf(about, line, i)))
  }
  writeClosing(paper, about, [
    '只列入经现场签到或审核通过、并按本县规则计入的时长；重叠的时间只计一次，超过每日上限的部分不计。',
    '“最近 12 个月”按本县入团条件的算法计算，学年从 9 月 1 日起。',
    '出具之后若有记录被撤销或更正，扫码核验的页面会说明。请以核验页面为准。',
  ])
  return paper.end(footOf(title, about))
}

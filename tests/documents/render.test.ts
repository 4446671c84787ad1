import { evaluate } from '@shared/rules/evaluate'
import { defaultRuleSet } from '@shared/rules/default-rule-set'
import PDFDocument from 'pdfkit'
import { transcriptOf } from '../../functions/core/transcript'
import { fontBytes } from '../../functions/documents/fonts'
import { renderProgressReport } from '../../functions/documents/render-progress-report'
import { renderTranscript, sourceWords } from '../../functions/documents/render-transcript'
import { type PdfPage, readPdf } from '../support/pdf'
import { about, caseWith, service } from './sample'

const transcript = async (n: number, change: Partial<typeof about> = {}) => {
  const { folded, aCase } = caseWith(service(n))
  const made = transcriptOf(folded, aCase)
  const { bytes, pages } = await renderTranscript({ ...about, ...change }, made)
  return { made, bytes, pages, read: await readPdf(bytes) }
}
const plain = (text: string) => text.replaceAll(/\s/g, '')
const textOf = (pages: PdfPage[]) => plain(pages.map(({ text }) => text).join(''))

/** Glyphs that a reader sees as a box, or cannot copy. */
const faulty = (pages: PdfPage[]) => pages.flatMap(({ glyphs }) => glyphs.filter(({ originalCharCode, unicode, isInFont }) => originalCharCode === 0 || unicode === '' || (!isInFont && unicode.trim() !== '')).map(({ unicode }) => unicode))
const embedding = (bytes: Buffer) => {
  const count = (word: string) => bytes.toString('latin1').split(word).length - 1
  return { fonts: count('/Type /FontDescriptor'), embedded: count('/FontFile2'), selectable: count('/ToUnicode') }
}

test('a long transcript: every entry as it is, over pages with the head repeated and numbered, and small', async () => {
  const { made, bytes, pages, read } = await transcript(200)
  expect(pages).toBeGreaterThan(5)
  expect(read).toHaveLength(pages)
  expect(bytes.length).toBeLessThan(200_000)
  const text = textOf(read)
  expect(made.lines).toHaveLength(200)
  // In order, each with its number, date, title, minutes and source.
  let at = 0
  for (const [i, { record, date, minutes }] of made.lines.entries()) {
    for (const part of [`${i + 1}`, date, record.title, String(minutes), record.origin ? '志愿四川' : sourceWords[record.source], ...(record.origin?.certificate ? [record.origin.certificate] : [])]) {
      const found = text.indexOf(plain(part), at)
      expect({ i, part, found: found >= 0 }).toEqual({ i, part, found: true })
      at = found
    }
  }
  for (const [i, page] of read.entries()) {
    if (i < pages - 1) expect(plain(page.text)).toContain('序号日期与时间活动与地点计入分钟来源')
    expect(plain(page.text)).toContain(plain(`第 ${i + 1} 页，共 ${pages} 页`))
    expect(page.text).toContain(about.code)
  }
})

test('fonts are embedded and every glyph is one that can be read and copied', async () => {
  const { bytes, read } = await transcript(20, { name: '䶮𠮷喆' })
  const { fonts, embedded, selectable } = embedding(bytes)
  expect(fonts).toBe(3)
  expect([embedded, selectable]).toEqual([fonts, fonts])
  expect(faulty(read)).toEqual([])
  expect(textOf(read)).toContain('䶮𠮷喆同学')
})

test('control: a font without the character draws a box, and that is found', async () => {
  const doc = new PDFDocument({ font: null as never })
  const chunks: Buffer[] = []
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  const over = new Promise((done) => doc.once('end', done))
  doc.registerFont('regular', fontBytes('regular')).font('regular').text('张𠮷')
  doc.end()
  await over
  expect(faulty(await readPdf(Buffer.concat(chunks)))).toHaveLength(1)
})

test('a character that no font has is 〓 in a title, and no box', async () => {
  const { folded, aCase } = caseWith(service(1).map((record) => ({ ...record, title: '和𱍐爷爷下棋😀' })))
  const { bytes } = await renderTranscript(about, transcriptOf(folded, aCase))
  const read = await readPdf(bytes)
  expect(textOf(read)).toContain('和〓爷爷下棋〓')
  expect(faulty(read)).toEqual([])
})

test('with nothing to show it says so', async () => {
  const { pages, read } = await transcript(0)
  expect(pages).toBe(1)
  expect(textOf(read)).toContain('还没有计入的志愿服务记录')
  expect(textOf(read)).not.toContain('序号')
})

test('totals are those of the rules: all, the last 12 months, each school year', async () => {
  const { folded, aCase } = caseWith(service(200))
  const { read, made } = await transcript(200)
  const hours = evaluate(aCase).requirements.find(({ key }) => key === 'volunteer-hours')
  expect(made.trailing).toBe(hours?.achieved)
  expect(made.schoolYears.map(({ from }) => from)).toEqual([2024, 2025])
  const text = textOf(read)
  expect(text).toContain(plain(`累计${Math.floor(made.minutes / 60)}小时`))
  for (const { from, minutes } of made.schoolYears) expect(text).toContain(plain(`${from}–${from + 1} 学年${minutes}`))
  expect(folded.records).toHaveLength(200)
})

test('a progress report: each requirement with what is achieved, asked and missing, version and instant', async () => {
  const { aCase } = caseWith(service(6).map((record) => ({ ...record, startedAt: record.startedAt.replace('2025', '2026'), endedAt: record.endedAt.replace('2025', '2026') })))
  const { bytes, pages } = await renderProgressReport(about, defaultRuleSet, evaluate(aCase))
  const read = await readPdf(bytes)
  const text = textOf(read)
  expect(pages).toBe(1)
  expect(faulty(read)).toEqual([])
  for (const part of [
    '截至2026年6月30日12:00', '本县规则第1版', '必需条件6项已满足1项还差5项', '年龄15岁14岁已满足', '思政课0课时8课时还差8课时', '团课0课时8课时还差8课时，考试还没通过', '志愿服务12小时20小时还差8小时',
    '还没有学习的期次2026-20、2026-21', '不是入团决定',
  ]) expect(text.replaceAll(/历来累计(，考试60分及格)?|最近12个月累计|年满14岁、未满28岁/g, '')).toContain(part)
})

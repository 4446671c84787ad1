import type { Browser } from 'playwright-core'
import type { VoteFacts } from '@shared/model/application'
import type { PaperContent } from '../../functions/documents/render'
import { pdfRenderer } from '../../functions/documents/render'
import type { Minutes } from '../../functions/documents/render-minutes'
import { openBrowser } from '../support/browser'
import { photoOf } from '../support/photo'
import { readPdf } from '../support/pdf'
import { pictureOfPages } from '../support/pdf-pictures'
import { dossierOf, long } from './dossier-sample'
import { about } from './sample'

const plain = (text: string) => text.replaceAll(/\s/g, '')
const render = async (content: PaperContent) => {
  const { bytes, pages } = await pdfRenderer.renderPaper(content)
  const read = await readPdf(bytes)
  expect(read).toHaveLength(pages)
  // Every font is embedded and every glyph is one that can be read and copied.
  const count = (word: string) => bytes.toString('latin1').split(word).length - 1
  expect(count('/FontFile2')).toBe(count('/Type /FontDescriptor'))
  expect(read.flatMap(({ glyphs }) => glyphs.filter(({ originalCharCode, unicode, isInFont }) => originalCharCode === 0 || unicode === '' || (!isInFont && unicode.trim() !== '')))).toEqual([])
  return { bytes, pages, read, text: plain(read.map(({ text }) => text).join('')) }
}
/** Whole lines of a page, as they were drawn: pieces of one line have no gap between them. */
const beginsWithMark = (pieces: string[]) => pieces.filter((piece) => /^[，。、；：！？）」』】》〉”’]/.test(piece))

test('a letter of many pages: all of it, in its order, signed and dated, and no line begins with a closing mark', async () => {
  const letter = long(40)
  const { pages, text, read } = await render({ kind: 'application-letter', dossier: dossierOf({ letter }) })
  expect(pages).toBeGreaterThan(3)
  const feet = /入团申请书·欧阳小明·编码[0-9A-Z-]+·核验https:\/\/api\.test\/verify第\d+页，共\d+页/g
  expect(text.replaceAll(feet, '')).toContain(plain(letter))
  expect(text).toContain('申请人：欧阳小明2026年2月2日')
  expect(read.flatMap(({ pieces }) => beginsWithMark(pieces))).toEqual([])
  expect(read[0]?.links).toEqual([about.verifyUrl])
  // No page begins or ends with one line of a paragraph alone: two stay together.
  for (const page of read) expect(page.pieces.length).toBeGreaterThan(3)
})

test('a letter whose words were erased says so; one on paper shows its photos, each with its hash, and of those that are gone the hash alone', async () => {
  const erased = dossierOf()
  delete erased.application.steps[0]?.texts
  expect((await render({ kind: 'application-letter', dossier: erased })).text).toContain('申请书的文字已按规定删除')
  const paper = dossierOf()
  Object.assign(paper.application.steps[0]?.facts ?? {}, { photos: [{ photoId: 'photo-0001', sha256: 'c'.repeat(64) }] })
  const gone = await render({ kind: 'application-letter', dossier: paper })
  expect(gone.text).toContain(`由欧阳小明录入，照片1张如下，各附SHA-256。照片1${'c'.repeat(64)}（没有保存与此相符的照片）`)
  const picture = await photoOf(900, 1200)
  const shown = await render({ kind: 'application-letter', dossier: { ...paper, pictures: new Map([['c'.repeat(64), picture]]) } })
  expect(shown.text).not.toContain('没有保存')
  // The very bytes: what the paper shows can be held against the hash beside it.
  expect(Buffer.from(shown.bytes).includes(picture.subarray(0, 2000))).toBe(true)
  expect(Buffer.from(gone.bytes).includes(picture.subarray(0, 2000))).toBe(false)
})

test('the admission form: person, form, both introducers, the meeting’s tally, the approval and the number; blanks where it is too early', async () => {
  const { text } = await render({ kind: 'admission-form', dossier: dossierOf() })
  for (const part of [
    '姓名欧阳小明民族维吾尔族', '出生日期2011年5月4日', '发展编号202651000001', '申请日期2026年2月2日', '曾受奖励无', '介绍人意见（一）古丽娜扎尔·阿卜杜热合曼该同志思想上进', '介绍人意见（二）欧阳䶮',
    '应到会有表决权的团员21人，实到会20人。大会讨论后以无记名投票方式逐一表决：赞成18票，反对1票，弃权1票。大会决议：同意欧阳小明同志加入中国共产主义青年团', '批准欧阳小明同志加入中国共产主义青年团，入团时间从2026年5月15日支部大会通过之日算起', '旺苍县东河第一中学团委（盖章）2026年5月20日',
  ]) expect(text).toContain(part)
  const early = await render({ kind: 'admission-form', dossier: dossierOf({ until: 'form-filled', words: 14 }) })
  expect(early.text).toContain('支部大会决议旺苍县东河第一中学初三（1）班团支部（盖章）支部书记签名')
  expect(early.text).toContain('入团志愿（续）')
  expect(early.text).not.toContain('批准')
})

const vote: VoteFacts = { meetingId: 'meeting-0001', date: '2026-05-15', shouldAttend: 21, present: 20, for: 18, against: 1, abstain: 1, secret: true, quorate: true, passed: true }
const candidate = (name: string, change: Partial<VoteFacts> = {}, words?: string) => ({ name, note: '初三（1）班', introducers: ['古丽娜扎尔·阿卜杜热合曼', '欧阳䶮'], vote: { ...vote, ...change }, words })

/** A meeting that was planned here, with an open vote by name and a correction. */
const planned: Minutes = {
  branchName: about.orgName, date: '2026-05-15', place: '初三（1）班教室', host: '祝卿安', recorder: '欧阳䶮', items: [{ title: '讨论发展对象' }, { title: '通报团费收缴', outcome: '全部交齐' }], shouldAttend: 4, present: 3, presentNames: ['祝卿安', '欧阳䶮'], absentNames: ['张三'], besides: { should: 1, present: 1 }, reason: '班主任也是团员',
  minutes: '会议于下午四点开始。', candidates: [{ ...candidate('欧阳小明', { secret: false, shouldAttend: 4, present: 3, for: 2, against: 1, abstain: 0 }), named: [{ name: '祝卿安', choice: 'for' }, { name: '欧阳䶮', choice: 'against' }] }, { name: '李四', introducers: [] }],
  corrections: [{ n: 1, at: '2026-05-16T02:00:00.000Z', byName: '祝卿安', reason: '时间写错', minutes: '会议于下午五点开始。' }],
}

test('minutes: the agenda, who was to be there and was, and each candidate’s own tally and resolution', async () => {
  const candidates = [candidate('欧阳小明', {}, long(2)), candidate('买合木提·艾则孜', { for: 9, against: 11, passed: false }), candidate('张三', { quorate: false, passed: false, present: 8, for: 8, against: 0, abstain: 0 })]
  const { text } = await render({ kind: 'branch-minutes', about, minutes: { branchName: about.orgName, date: '2026-05-15', shouldAttend: 21, present: 20, candidates } })
  for (const part of ['表决方式无记名投票', '应到21人实到20人', '1.介绍人介绍', '1欧阳小明初三（1）班', '2120181', '欧阳小明：应到21人，实到20人，无记名投票，赞成18票、反对1票、弃权1票，同意加入中国共产主义青年团', '买合木提·艾则孜：应到21人，实到20人，无记名投票，赞成9票、反对11票、弃权1票，赞成票未达到规定票数，未通过', '张三：应到21人，实到8人', '到会人数未达到规定人数，表决无效']) expect(text).toContain(part)
  const whole = await render({ kind: 'branch-minutes', about, minutes: planned })
  for (const part of ['表决方式举手表决', '主持人祝卿安记录人欧阳䶮', '到会祝卿安、欧阳䶮，另有名册以外的团员1人缺席张三', '名单说明班主任也是团员', '2.通报团费收缴：全部交齐', '会议于下午四点开始。欧阳小明（记名表决）赞成：祝卿安；反对：欧阳䶮', '2李四未表决', '第1次更正2026年5月16日10:00祝卿安原因：时间写错更正前的记录：会议于下午五点开始。']) expect(whole.text).toContain(part)
  expect(whole.text).not.toContain('李四：应到')
  expect((await render({ kind: 'branch-minutes', about, minutes: { branchName: about.orgName, date: '2026-05-15', shouldAttend: 40, present: 40, candidates: Array.from({ length: 40 }, (_, i) => candidate(`候选人${i}`)) } })).text).toContain('候选人39：应到21人')
})

test('a notice: masked names, the days by the procedure, where to object, and nobody’s full name in the file', async () => {
  const { text, bytes } = await render({ kind: 'public-notice', about: { ...about, name: '欧**明' }, notice: { committeeName: '东河第一中学团委', from: '2026-05-06', until: '2026-05-13', workingDays: 5, place: '教学楼一楼公告栏', people: [{ shown: '欧**明', branchName: '初三（1）班团支部' }, { shown: '张三', branchName: '高一（2）班团支部' }] } })
  for (const part of ['以下2名同志', '1欧**明初三（1）班团支部2张三高一（2）班团支部', '2026年5月6日至2026年5月13日，不少于5个工作日', '教学楼一楼公告栏', '向东河第一中学团委反映']) expect(text).toContain(part)
  expect(text).not.toContain('欧阳小明')
  expect(bytes.toString('latin1')).not.toContain(Buffer.from('欧阳小明', 'utf16le').swap16().toString('latin1'))
})

test('the e-file: each section is on the page that the table of contents says, whatever its length; the whole trail and the signature are there', async () => {
  for (const [words, letter] of [[1, long(1)], [9, long(30)]] as const) {
    const dossier = dossierOf({ words, letter, talks: words + 1 })
    const { read, text } = await render({ kind: 'e-file', dossier })
    const [cover, contents] = read
    expect(plain(cover?.text ?? '')).toContain('电子团员档案扫码核验证明编码K7M4-2QXD-9TPA-RW3H欧阳小明')
    const pieces = (contents?.pieces ?? []).map((piece) => piece.trim()).filter(Boolean)
    const begin = pieces.indexOf('目录') + 1
    const entries = Array.from({ length: 12 }, (_, i) => pieces.slice(begin + 3 * i, begin + 3 * i + 3))
    expect(entries.map(([, name]) => name)).toEqual(['发展历程', '入团申请书', '谈话记录', '入团积极分子的确定', '培养教育考察', '发展对象的确定和预审', '公示', '入团志愿书', '支部大会和审批', '备案和宣誓', '过程留痕与签名', '附件清单'])
    for (const [n = '', name = '', page = ''] of entries) expect(plain(read[Number(page) - 1]?.text ?? '').startsWith(plain(`${n}${name}`))).toBe(true)
    // Each page that begins a section is in the contents once.
    expect(new Set(entries.map(([, , page]) => page)).size).toBe(entries.length)
    for (const { hash } of dossier.application.steps) expect(text).toContain(hash)
    for (const part of [dossier.head?.signature ?? '', dossier.head?.keyId ?? '', `${dossier.application.steps.length}步`, 'ab'.repeat(32), '3.5MB', '异议不成立', '古丽娜扎尔·阿卜杜热合曼、欧阳䶮', '志愿服务24小时20小时已满足', '积分52分60分未满足']) expect(text).toContain(part)
    expect(read.flatMap(({ pieces: all }) => beginsWithMark(all))).toEqual([])
  }
})

describe('looked at', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  }, 120_000)
  afterAll(() => browser?.close())

  const papers: [string, PaperContent][] = [
    ['letter', { kind: 'application-letter', dossier: dossierOf({ letter: long(20) }) }],
    ['form', { kind: 'admission-form', dossier: dossierOf() }],
    ['form-early', { kind: 'admission-form', dossier: dossierOf({ words: 14, until: 'form-filled' }) }],
    ['minutes', { kind: 'branch-minutes', about, minutes: { branchName: about.orgName, date: '2026-05-15', shouldAttend: 21, present: 20, candidates: [candidate('欧阳小明', {}, long(2)), candidate('买合木提·艾则孜', { passed: false })] } }],
    ['minutes-planned', { kind: 'branch-minutes', about, minutes: { ...planned, minutes: long(5) } }],
    ['notice', { kind: 'public-notice', about, notice: { committeeName: '东河第一中学团委', from: '2026-05-06', until: '2026-05-13', workingDays: 5, place: '教学楼一楼公告栏', people: [{ shown: '欧**明', branchName: about.orgName }] } }],
    ['e-file', { kind: 'e-file', dossier: dossierOf({ words: 3 }) }],
  ]
  test.each(papers)('%s: something stands on each page, and nothing so near the edge that a printer would cut it off', async (name, content) => {
    const { bytes } = await pdfRenderer.renderPaper(content)
    for (const [i, { inked, atEdge }] of (await pictureOfPages(browser, bytes, `paper-${name}`)).entries()) expect([i + 1, inked > 1000, atEdge]).toEqual([i + 1, true, 0])
  }, 60_000)
})

import type { ActName, ApplicationStep, CollectiveDecision, StepOf } from '@shared/model/application'
import { noticeOf } from '@shared/rules/application-order'
import { footOf, writeHead } from './about'
import { actWords, routeWords, sizeWords, stateWords } from './admission-words'
import { writeBox, writeGrid } from './box'
import { type Dossier, dateOfStep, last } from './dossier'
import { dateWords, momentWords } from './moment'
import { colours, inner, left, openPaper, type Paper, type Style } from './paper'
import { resolutionWords, writeAdmissionForm } from './render-admission-form'
import { writeLetter } from './render-letter'
import { type TableCell, writeTable } from './table'
import { amount, requirementName, titles } from './words'

const title = titles['e-file']
const body: Style = { size: 10.5, leading: 1.7 }

const all = <A extends ActName>({ application }: Dossier, act: A): StepOf<A>[] => application.steps.filter((step): step is StepOf<A> => step.act === act)
const meeting = ({ body: of, date, attendance, minutes }: CollectiveDecision): string => `${of}于 ${dateWords(date)}讨论决定，到会 ${attendance} 人，记录：${minutes}。`

/** What a step decided or said in a line; texts that were erased are left out. */
const said = ({ nameOf }: Dossier, step: ApplicationStep): string => {
  switch (step.act) {
    case 'record-route':
      return routeWords[step.facts.route]
    case 'introduce':
      return nameOf(step.facts.introducer)
    case 'vote':
      return `应到${step.facts.shouldAttend} 实到${step.facts.present} 赞成${step.facts.for} 反对${step.facts.against} 弃权${step.facts.abstain}`
    case 'open-notice':
      return `${step.facts.from} 至 ${step.facts.until}`
    case 'pre-review':
      return `发展编号 ${step.facts.number}`
    case 'answer-objection':
      return step.facts.upheld ? '异议成立' : '异议不成立'
    case 'return':
      return step.texts?.reason ?? ''
    default:
      return 'decision' in step.facts ? `${step.facts.decision.body}，到会 ${step.facts.decision.attendance} 人` : ''
  }
}

const late = (step: StepOf<'talk'> | StepOf<'file'>): string => (step.facts.late ? '（超过规定期限，已注明）' : '')

const writeHistory = (paper: Paper, dossier: Dossier): void => {
  const { application: { steps }, about: { timeZone }, nameOf } = dossier
  writeTable(paper, [{ head: '序号', width: 26, align: 'right' }, { head: '日期', width: 60 }, { head: '事项', width: 92 }, { head: '决定或内容' }, { head: '录入', width: 88 }],
    steps.map((step): TableCell[] => [String(step.seq), dateOfStep(dossier, step), { text: actWords[step.act], note: stateWords[step.to] }, said(dossier, step), { text: nameOf(step.by), note: `${step.onBehalf ? '代录 ' : ''}${momentWords(step.at, timeZone)}` }]))
}

const writeTalk = (paper: Paper, dossier: Dossier): void => {
  for (const step of all(dossier, 'talk')) writeBox(paper, `${dateWords(step.facts.date)}　谈话人：${step.texts?.talker ?? ''}${late(step)}`, step.texts?.notes ?? '')
}

const writeActivist = (paper: Paper, dossier: Dossier): void => {
  for (const { facts, texts } of all(dossier, 'record-route')) {
    const told = facts.route === 'points' ? `积分 ${facts.points} 分，要求 ${facts.needed} 分，按规则第 ${facts.ruleSet.version} 版计算。` : facts.route === 'peer-review' ? `到会 ${facts.tally.present} 人，赞成 ${facts.tally.for} 票，反对 ${facts.tally.against} 票，弃权 ${facts.tally.abstain} 票。` : `推荐单位：${texts?.unit ?? ''}。推优材料照片 ${facts.photos.length} 张。`
    writeBox(paper, `${routeWords[facts.route]}　${dateWords(facts.date)}`, [told, texts?.words].filter(Boolean).join('\n'))
  }
  for (const { facts, texts } of all(dossier, 'name-activist')) writeBox(paper, '确定为入团积极分子', `${meeting(facts.decision)}\n依据：${facts.routes.map((route) => routeWords[route]).join('、')}。\n培养联系人：${texts?.mentors.join('、') ?? ''}。`)
}

const writeTalks = (paper: Paper, dossier: Dossier): void => {
  const mentors = last(dossier, 'name-activist')?.texts?.mentors ?? []
  for (const { facts, texts } of all(dossier, 'mentor-talk')) writeBox(paper, `${dateWords(facts.date)}　培养联系人：${mentors[facts.mentor] ?? ''}`, texts?.notes ?? '')
}

/** What the rules said when it was decided, as it is kept with the decision. */
const writeFigures = (paper: Paper, dossier: Dossier, step: StepOf<'propose-candidate'> | StepOf<'vote'>): void => {
  const { evaluated } = step
  if (!evaluated) return
  const ruleSet = dossier.rulesOf(evaluated.ruleSet.version)
  const words = (key: string, n: number) => {
    const rule = ruleSet?.requirements.find((one) => one.key === key)
    return rule && ruleSet ? amount(n, rule, ruleSet) : String(n)
  }
  paper.write(`截至 ${momentWords(evaluated.asOf, dossier.about.timeZone)}，按规则第 ${evaluated.ruleSet.version} 版核对：`, body)
  writeTable(paper, [{ head: '条件' }, { head: '已完成', width: 110 }, { head: '要求', width: 110 }, { head: '结果', width: 60 }],
    evaluated.figures.map(({ key, achieved, required, met }) => [requirementName(key), words(key, achieved), words(key, required), { text: met ? '已满足' : '未满足', colour: met ? colours.green : colours.amber }]))
  paper.y += 14
}

const writeCandidate = (paper: Paper, dossier: Dossier): void => {
  for (const step of all(dossier, 'propose-candidate')) {
    writeBox(paper, '推荐为发展对象', meeting(step.facts.decision))
    writeFigures(paper, dossier, step)
  }
  for (const { facts, texts } of all(dossier, 'pre-review')) writeBox(paper, '上级团委预审', `${meeting(facts.decision)}\n发展编号：${facts.number}。\n${texts?.reply ?? ''}`)
}

const writeNotices = (paper: Paper, dossier: Dossier): void => {
  const { opened, closed, objections } = noticeOf(dossier.application)
  if (!opened) return
  writeGrid(paper, [
    { name: '公示时间', value: `${dateWords(opened.facts.from)}至 ${dateWords(closed?.facts.date ?? opened.facts.until)}`, wide: true }, { name: '公示地点', value: opened.texts?.place ?? '', wide: true },
    { name: '姓名', value: opened.facts.masked ? '隐去中间字' : '全名' }, { name: '工作日', value: closed ? `${closed.facts.workingDays} 个` : '' },
  ])
  if (!objections.length) paper.write('公示期间没有收到异议。', body)
  for (const { step, answer } of objections) writeBox(paper, `异议　${dateWords(step.facts.date)}`, [step.texts?.words, answer && `答复（${dateWords(answer.facts.date)}，${answer.facts.upheld ? '异议成立' : '异议不成立'}）：${answer.texts?.finding ?? ''}`].filter(Boolean).join('\n'))
  if (closed?.texts?.words) paper.flow(closed.texts.words, body)
}

const writeVote = (paper: Paper, dossier: Dossier): void => {
  const vote = last(dossier, 'vote')
  if (!vote) return
  writeBox(paper, '支部大会决议', resolutionWords(dossier))
  if (vote.texts?.words) writeBox(paper, '讨论情况', vote.texts.words)
  writeFigures(paper, dossier, vote)
  const approval = last(dossier, 'approve')
  if (approval) writeBox(paper, '上级团委审批', [meeting(approval.facts.decision), `批准加入中国共产主义青年团。${approval.texts?.words ?? ''}`].join('\n'))
}

const writeFiling = (paper: Paper, dossier: Dossier): void => {
  const filed = last(dossier, 'file')
  const oath = last(dossier, 'swear-in')
  if (filed) writeBox(paper, '县级团委备案', `${momentWords(filed.at, dossier.about.timeZone)} 由${dossier.nameOf(filed.by)}核对，发展编号 ${filed.facts.number}，入团志愿书扫描件 ${sizeWords(filed.facts.bytes)}。${late(filed)}`)
  if (oath) writeBox(paper, '入团宣誓', `${dateWords(oath.facts.date)}，${oath.texts?.place ?? ''}。`)
}

/** A long run of signs without a space, in fours of sixteen, so that two can be compared by eye. */
const inParts = (text: string): string => text.replaceAll(/(.{16})(?=.)/g, '$1 ')

const writeTrail = (paper: Paper, dossier: Dossier): void => {
  const { application: { applicationId, steps }, head, about: { timeZone } } = dossier
  paper.flow('每一步都连同前一步的哈希（SHA-256）一起计算，最后一步的哈希由密钥签名：删去、改动、截断或重算其中任何一步，都能用公钥查出来。文字内容以加盐的哈希计入，可以按规定删除而不影响校验。', { ...body, size: 9.5 })
  paper.y += 8
  writeTable(paper, [{ head: '序号', width: 26, align: 'right' }, { head: '事项' }, { head: '录入时间', width: 104 }, { head: '哈希（SHA-256）', width: 170 }],
    steps.map((step): TableCell[] => [String(step.seq), actWords[step.act], momentWords(step.at, timeZone), { text: '', note: inParts(step.hash) }]))
  paper.y += 12
  if (head) {
    writeGrid(paper, [
      { name: '申请编号', value: applicationId, wide: true }, { name: '步数', value: `${head.count} 步` }, { name: '签名密钥', value: head.keyId.split('/').at(-1) ?? head.keyId },
      { name: '末步哈希', value: inParts(head.hash), wide: true }, { name: '签名', value: inParts(head.signature), wide: true },
    ])
  }
}

const writeAttachments = (paper: Paper, { attachments }: Dossier): void => {
  if (!attachments.length) return paper.write('没有附件。', body)
  writeTable(paper, [{ head: '序号', width: 26, align: 'right' }, { head: '附件' }, { head: '大小', width: 60, align: 'right' }, { head: 'SHA-256', width: 170 }],
    attachments.map(({ what, sha256, bytes, pages }, i) => [String(i + 1), { text: what, note: pages === undefined ? undefined : `${pages} 页` }, bytes === undefined ? '' : sizeWords(bytes), { text: '', note: inParts(sha256) }]))
}

interface Section {
  name: string
  has: boolean
  write(paper: Paper, dossier: Dossier): void
}
const sectionsOf = (dossier: Dossier): Section[] => [
  { name: '发展历程', has: true, write: writeHistory },
  { name: '入团申请书', has: true, write: writeLetter },
  { name: '谈话记录', has: Boolean(last(dossier, 'talk')), write: writeTalk },
  { name: '入团积极分子的确定', has: Boolean(last(dossier, 'name-activist')), write: writeActivist },
  { name: '培养教育考察', has: Boolean(last(dossier, 'mentor-talk')), write: writeTalks },
  { name: '发展对象的确定和预审', has: Boolean(last(dossier, 'propose-candidate')), write: writeCandidate },
  { name: '公示', has: Boolean(last(dossier, 'open-notice')), write: writeNotices },
  { name: '入团志愿书', has: Boolean(last(dossier, 'fill-form')), write: writeAdmissionForm },
  { name: '支部大会和审批', has: Boolean(last(dossier, 'vote')), write: writeVote },
  { name: '备案和宣誓', has: Boolean(last(dossier, 'file')), write: writeFiling },
  { name: '过程留痕与签名', has: true, write: writeTrail },
  { name: '附件清单', has: true, write: writeAttachments },
]

const writeCover = (paper: Paper, { about, birthDate, branchName, committeeName, application, head }: Dossier): void => {
  writeHead(paper, title, about)
  paper.y += 110
  for (const [text, style] of [[about.name, { size: 34, weight: 'medium', leading: 1.5, align: 'center' }], [branchName, { size: 13, leading: 1.8, align: 'center', colour: colours.soft }]] as [string, Style][]) {
    const lines = paper.lines(text, inner, style)
    paper.draw(lines, left, paper.y, inner, style)
    paper.y += paper.heightOf(lines, style) + 4
  }
  paper.y += 60
  const on = (date: string | undefined) => (date === undefined ? '' : dateWords(date))
  const applied = last({ application }, 'apply')
  writeGrid(paper, [
    { name: '出生日期', value: dateWords(birthDate) }, { name: '班级', value: about.className ?? '' }, { name: '发展编号', value: last({ application }, 'pre-review')?.facts.number ?? '' }, { name: '当前状态', value: stateWords[application.state] },
    { name: '申请日期', value: applied ? on(dateOfStep({ about }, applied)) : '' }, { name: '入团日期', value: on(last({ application }, 'vote')?.facts.date) }, { name: '宣誓日期', value: on(last({ application }, 'swear-in')?.facts.date) }, { name: '制作时间', value: momentWords(about.issuedAt, about.timeZone) },
    { name: '上级团委', value: committeeName, wide: true }, { name: '末步哈希', value: inParts(head?.hash ?? application.steps.at(-1)?.hash ?? ''), wide: true },
  ])
}

const entry: Style = { size: 12, leading: 2.4 }
const indent = 32

/** Each section with the page it begins on, which is known when all are written. */
const writeContents = (paper: Paper, sections: readonly { name: string; page: number }[]): void => {
  paper.draw(['目录'], left, 60, inner, { size: 20, weight: 'medium', align: 'center' })
  let y = 120
  for (const [i, { name, page }] of sections.entries()) {
    const at = String(page)
    paper.draw([String(i + 1)], left, y, 18, { ...entry, align: 'right' })
    paper.draw([name], left + indent, y, inner - indent, entry)
    paper.draw([at], left, y, inner, { ...entry, align: 'right' })
    const [from, to] = [left + indent + paper.widthOf(name, entry) + 10, left + inner - paper.widthOf(at, entry) - 10]
    const middle = y + (entry.size * 2.4) / 2 + 4
    paper.doc.moveTo(from, middle).lineTo(to, middle).lineWidth(0.8).dash(0.8, { space: 3 }).strokeColor(colours.soft).stroke().undash()
    paper.doc.goTo(left, y, inner, entry.size * 2.4, `section-${i + 1}`)
    y += entry.size * 2.4
  }
}

/** 电子团员档案: everything of an application in order, with its trail and the hashes of what belongs to it. */
export const renderEFile = async (dossier: Dossier): Promise<{ bytes: Buffer; pages: number }> => {
  const { about } = dossier
  const paper = openPaper({ title: `${title} · ${about.name}`, subject: about.code, createdAt: new Date(about.issuedAt) })
  writeCover(paper, dossier)
  paper.nextPage()
  const contentsAt = paper.doc.bufferedPageRange().count - 1
  const sections = sectionsOf(dossier).filter(({ has }) => has).map(({ name, write }, i) => {
    paper.nextPage()
    const page = paper.doc.bufferedPageRange().count
    paper.doc.addNamedDestination(`section-${i + 1}`)
    paper.doc.outline.addItem(`${i + 1} ${name}`)
    paper.write(`${i + 1}　${name}`, { size: 17, weight: 'medium', colour: colours.green })
    paper.rule(paper.y + 2, colours.green, 1)
    paper.y += 18
    write(paper, dossier)
    return { name, page }
  })
  paper.doc.switchToPage(contentsAt)
  writeContents(paper, sections)
  return paper.end(footOf(title, about))
}

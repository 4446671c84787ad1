import { footOf, writeHead } from './about'
import { writeBox, writeGrid } from './box'
import { type Dossier, dateOfStep, introductions, last } from './dossier'
import { dateWords } from './moment'
import { openPaper, type Paper } from './paper'
import { titles } from './words'

const title = titles['admission-form']
const line = '＿＿＿＿＿＿＿'
const noDate = '＿＿年＿＿月＿＿日'

/** What the branch's meeting resolved, as its minutes and the form say it. */
export const resolutionWords = (dossier: Pick<Dossier, 'about' | 'application'>): string => {
  const vote = last(dossier, 'vote')
  if (!vote) return ''
  const { date, shouldAttend, present, secret, quorate, passed, for: yes, against, abstain } = vote.facts
  const tally = `赞成 ${yes} 票，反对 ${against} 票，弃权 ${abstain} 票`
  const result = passed ? `同意${dossier.about.name}同志加入中国共产主义青年团，报上级团委审批。` : `${quorate ? '赞成票未达到规定票数' : '到会人数未达到规定人数'}，不同意${dossier.about.name}同志加入中国共产主义青年团。`
  return `支部大会于 ${dateWords(date)}召开。应到会有表决权的团员 ${shouldAttend} 人，实到会 ${present} 人。大会讨论后${secret ? '以无记名投票方式' : ''}逐一表决：${tally}。大会决议：${result}`
}

/** Person, form, introducers, resolution and approval, each with room to sign and stamp: what is printed, stamped, scanned and filed. */
export const writeAdmissionForm = (paper: Paper, dossier: Dossier): void => {
  const { about, birthDate, branchName, committeeName } = dossier
  const form = last(dossier, 'fill-form')
  const words = form?.texts?.form
  const number = last(dossier, 'pre-review')?.facts.number
  const applied = last(dossier, 'apply')
  writeGrid(paper, [
    { name: '姓名', value: about.name }, { name: '民族', value: words?.ethnicity ?? '' }, { name: '出生日期', value: dateWords(birthDate) }, { name: '班级', value: about.className ?? '' }, { name: '团支部', value: branchName, wide: true },
    { name: '发展编号', value: number ?? '' }, { name: '申请日期', value: applied ? dateWords(dateOfStep(dossier, applied)) : '' },
  ])
  writeBox(paper, '学习经历', words?.education ?? '')
  writeBox(paper, '家庭主要成员', words?.family ?? '')
  writeBox(paper, '曾受奖励', words?.honours ?? '', { empty: '无' })
  writeBox(paper, '入团志愿', words?.statement ?? '', { room: 10, sign: [`申请人签名：${line}`, form ? dateWords(form.facts.date) : noDate] })
  for (const [i, { name, opinion, date }] of introductions(dossier).entries()) {
    writeBox(paper, `介绍人意见（${['一', '二', '三', '四', '五'][i] ?? i + 1}）　${name}`, opinion ?? '', { room: opinion === undefined ? 40 : 10, sign: [`介绍人签名：${line}`, date ? dateWords(date) : noDate] })
  }
  const vote = last(dossier, 'vote')
  writeBox(paper, '支部大会决议', resolutionWords(dossier), { room: vote ? 24 : 60, sign: [`${branchName}（盖章）　支部书记签名：${line}`, vote ? dateWords(vote.facts.date) : noDate] })
  const approval = last(dossier, 'approve')
  const { decision } = approval?.facts ?? {}
  writeBox(paper, '上级团委审批意见', decision ? `经${decision.body} ${dateWords(decision.date)}会议讨论（到会 ${decision.attendance} 人，记录：${decision.minutes}），批准${about.name}同志加入中国共产主义青年团，入团时间从 ${vote ? dateWords(vote.facts.date) : ''}支部大会通过之日算起。${approval?.texts?.words ?? ''}` : '', {
    room: decision ? 40 : 70, sign: [`${committeeName}（盖章）`, decision ? dateWords(decision.date) : noDate],
  })
}

/** 入团志愿书 */
export const renderAdmissionForm = (dossier: Dossier): Promise<{ bytes: Buffer; pages: number }> => {
  const { about } = dossier
  const paper = openPaper({ title: `${title} · ${about.name}`, subject: about.code, createdAt: new Date(about.issuedAt) })
  writeHead(paper, title, about)
  writeAdmissionForm(paper, dossier)
  return paper.end(footOf(title, about))
}

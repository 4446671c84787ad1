import type { Requirement, RequirementResult, Result, RuleSet } from '@shared/model/rules'
import { type About, footOf, whoWords, writeClosing, writeFigures, writeHead } from './about'
import { momentWords } from './moment'
import { colours, openPaper } from './paper'
import { type TableCell, writeTable } from './table'
import { amount, categoryName, missingWords, requirementName, ruleWords, titles } from './words'

const title = titles['progress-report']

const rowOf = (ruleSet: RuleSet, rule: Requirement, found: RequirementResult): TableCell[] => [
  { text: requirementName(found.key), note: ruleWords(rule) },
  { text: amount(Number(found.achieved), rule, ruleSet) },
  { text: amount(found.required, rule, ruleSet) },
  found.met ? { text: '已满足', colour: colours.green } : { text: missingWords(found, rule, ruleSet), colour: colours.amber },
]

/** Issues that were not learnt and where points come from: what a table of figures leaves out. */
const detailsOf = (found: RequirementResult): string | undefined => {
  if (found.kind === 'coverage' && found.missing.length) return `${requirementName(found.key)}：还没有学习的期次 ${found.missing.join('、')}。`
  if (found.kind === 'points') return `${requirementName(found.key)}：${Object.entries(found.byCategory).map(([category, n]) => `${categoryName(category)} ${n} 分`).join('，')}。`
  return undefined
}

/** A progress report: each requirement with what is achieved, what is asked and what is missing, by which version of the rules and as of when. */
export const renderProgressReport = (about: About, ruleSet: RuleSet, result: Result): Promise<{ bytes: Buffer; pages: number }> => {
  const paper = openPaper({ title: `${title} · ${about.name}`, subject: about.code, createdAt: new Date(about.issuedAt) })
  const rules = new Map(ruleSet.requirements.map((rule) => [rule.key, rule]))
  const required = result.requirements.filter(({ enforcement }) => enforcement === 'required')
  const unmet = required.filter(({ met }) => !met).length
  writeHead(paper, title, about)
  paper.write(`截至 ${momentWords(result.asOf, about.timeZone)}，${whoWords(about)}按本县规则第 ${result.ruleSet.version} 版的入团条件进度如下。`, { size: 11.5, leading: 1.8 })
  paper.y += 12
  writeFigures(paper, [{ label: '必需条件', value: `${required.length} 项` }, { label: '已满足', value: `${required.length - unmet} 项` }, { label: '还差', value: unmet ? `${unmet} 项` : '没有' }])
  for (const [heading, enforcement] of [['必需条件', 'required'], ['参考项（供支部参考，不作为门槛）', 'advisory']] as const) {
    const found = result.requirements.filter((one) => one.enforcement === enforcement)
    if (!found.length) continue
    writeTable(paper, [{ head: heading }, { head: '已完成', width: 92 }, { head: '要求', width: 72 }, { head: '结果', width: 124 }], found.map((one) => rowOf(ruleSet, rules.get(one.key) as Requirement, one)))
    paper.y += 18
  }
  for (const details of result.requirements.flatMap((one) => detailsOf(one) ?? [])) paper.write(details, { size: 9.5, leading: 1.7 })
  writeClosing(paper, about, [
    '本报告只反映出具时的进度，不是入团决定；是否发展由团支部和上级团组织按程序讨论决定。',
    '各项按出具时的规则版本计算；规则更新或有新记录后，进度会变化。',
    '出具之后若有计入的记录被撤销或更正，扫码核验的页面会说明。',
  ])
  return paper.end(footOf(title, about))
}

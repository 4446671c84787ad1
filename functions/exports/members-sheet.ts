import type { ApplicationState } from '@shared/model/application'
import type { Figure } from '@shared/contract/home'
import type { Requirement, RuleSet } from '@shared/model/rules'
import { amount, requirementName, unitName } from '../documents/words'
import type { OutCell, OutColumn, OutSheet } from './write-sheet'

export interface MemberRow {
  name: string
  className?: string | undefined
  studentNumber?: string | undefined
  branchName: string
  figures: Figure[]
  eligible: boolean
  pending: number
  application?: string | undefined
  bound: boolean
}

const applications: Record<ApplicationState, string> = {
  applied: '已递交申请', talked: '已谈话', activist: '入团积极分子', cultivating: '培养考察中', 'candidate-proposed': '拟定发展对象', 'pre-reviewed': '已预审', 'public-notice': '公示', 'form-filled': '已填志愿书', 'branch-voted': '支部大会通过', 'committee-approved': '上级已批准', filed: '已备案', 'sworn-in': '已宣誓', archived: '已归档',
  returned: '已退回', withdrawn: '本人撤回', terminated: '已终止', rejected: '未通过',
}
const yes = (value: boolean) => (value ? '是' : '否')
/** Hours of minutes, to two places. */
const hours = (minutes: number) => Math.round(minutes / 0.6) / 100
const inMinutes = (rule: Requirement, ruleSet: RuleSet) => rule.kind === 'quantity' && ruleSet.counting[rule.category]?.unit === 'minute'

const columnOf = (rule: Requirement, ruleSet: RuleSet): OutColumn =>
  inMinutes(rule, ruleSet) ? { head: rule.key === 'volunteer-hours' ? '志愿时长(小时)' : `${requirementName(rule.key)}(小时)`, width: 14, format: '0.##' } : { head: `${requirementName(rule.key)}(${unitName(rule, ruleSet)})`, width: 13 }

const missing = (figures: readonly Figure[], rules: Map<string, Requirement>, ruleSet: RuleSet): string =>
  figures.filter(({ enforcement, met }) => enforcement === 'required' && !met).map(({ key, achieved, required }) => {
    const rule = rules.get(key)
    // The figures do not say whether an exam is lacking: where the amount is there, it is.
    const words = rule && achieved < required ? `还差 ${amount(required - achieved, rule, ruleSet)}` : rule?.kind === 'age' ? '年龄不符' : '考试还没通过'
    return `${requirementName(key)}：${words}`
  }).join('；')

/** Members in the columns that secretaries keep: one a requirement in the rule set's order, and what is missing in words. No identity number, no birth date. */
export const membersSheet = (members: readonly MemberRow[], ruleSet: RuleSet): OutSheet => {
  const shown = ruleSet.requirements.filter(({ enforcement }) => enforcement !== 'off')
  const rules = new Map(shown.map((rule) => [rule.key, rule]))
  const figure = (figures: readonly Figure[], rule: Requirement): OutCell => {
    const achieved = figures.find(({ key }) => key === rule.key)?.achieved
    return achieved !== undefined && inMinutes(rule, ruleSet) ? hours(achieved) : achieved
  }
  return {
    name: '成员',
    columns: [
      { head: '姓名', width: 12 }, { head: '班级', width: 14 }, { head: '学号', width: 16 }, { head: '团支部', width: 28 }, ...shown.map((rule) => columnOf(rule, ruleSet)),
      { head: '必需条件已满足', width: 15 }, { head: '还缺', width: 48 }, { head: '待审核(条)', width: 11 }, { head: '入团申请', width: 10 }, { head: '已绑定微信', width: 11 },
    ],
    rows: members.map(({ name, className, studentNumber, branchName, figures, eligible, pending, application, bound }) => [
      name, className, studentNumber, branchName, ...shown.map((rule) => figure(figures, rule)),
      yes(eligible), missing(figures, rules, ruleSet), pending, application === undefined ? '' : (applications[application as ApplicationState] ?? application), yes(bound),
    ]),
  }
}

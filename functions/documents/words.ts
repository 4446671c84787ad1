import type { RecordSource } from '@shared/model/ledger'
import type { Requirement, RequirementResult, RuleSet, Window } from '@shared/model/rules'

/** The words of printed documents. They are in Chinese: whoever asks for such a paper in the county reads Chinese. */
export const titles = {
  transcript: '志愿服务证明', 'progress-report': '入团条件进度报告', 'application-letter': '入团申请书', 'admission-form': '入团志愿书', 'branch-minutes': '支部大会记录', 'public-notice': '发展对象公示', 'e-file': '电子团员档案',
} as const
export const sources: Record<RecordSource, string> = { attendance: '现场签到', 'self-reported': '自己申报', 'on-behalf': '团支书代为录入', granted: '班级登记', imported: '其他平台导入' }

const requirements: Record<string, string> = {
  age: '年龄', 'civics-class': '思政课', 'league-class': '团课', 'volunteer-hours': '志愿服务', 'youth-study': '青年大学习', 'youth-study-coverage': '大学习参学率', 'quality-activity': '素质拓展', points: '积分',
}
const categories: Record<string, string> = { volunteering: '志愿服务', 'civics-class': '思政课', 'league-class': '团课', 'youth-study': '青年大学习', 'quality-activity': '素质拓展活动', 'youth-home': '青年之家' }
/** A county's own key stands as it is: it has no other name. */
export const requirementName = (key: string): string => requirements[key] ?? key
export const categoryName = (key: string): string => categories[key] ?? key

/** 1 170 → 19 小时 30 分钟 */
export const duration = (minutes: number): string => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return [hours > 0 && `${hours} 小时`, (rest > 0 || hours === 0) && `${rest} 分钟`].filter(Boolean).join(' ')
}

const units: Record<string, string> = { minute: '分钟', lesson: '课时', issue: '期', activity: '次', visit: '次', year: '岁', point: '分' }
/** A unit's word; nothing for one of the county's own. */
export const unitWords = (unit: string | undefined): string => (unit === undefined ? '' : (units[unit] ?? ''))
const unitOf = (rule: Requirement, ruleSet: RuleSet): string | undefined => (rule.kind === 'quantity' ? ruleSet.counting[rule.category]?.unit : { coverage: 'issue', age: 'year', points: 'point' }[rule.kind])
export const unitName = (rule: Requirement, ruleSet: RuleSet): string => unitWords(unitOf(rule, ruleSet))

/** An amount in a requirement's unit. */
export const amount = (n: number, rule: Requirement, ruleSet: RuleSet): string => (unitOf(rule, ruleSet) === 'minute' ? duration(n) : `${n} ${unitName(rule, ruleSet)}`.trim())

const windows = (window: Window): string => {
  switch (window.kind) {
    case 'ever':
      return '历来'
    case 'trailing':
      return `最近 ${window.months} 个月`
    case 'calendar-year':
      return '今年'
    case 'school-year':
      return '本学年'
  }
}

/** What a requirement asks for, in one line. */
export const ruleWords = (rule: Requirement): string => {
  switch (rule.kind) {
    case 'quantity':
      return `${windows(rule.window)}累计${rule.exam ? `，考试 ${rule.exam.passMark} 分及格` : ''}`
    case 'coverage':
      return `${windows(rule.window)}发布的期次，至少学习 ${rule.atLeastPercent}%`
    case 'age':
      return `年满 ${rule.atLeast} 岁、未满 ${rule.below} 岁`
    case 'points':
      return '各类积分相加'
  }
}

/** What is still missing of a requirement that is not met. */
export const missingWords = (found: RequirementResult, rule: Requirement, ruleSet: RuleSet): string => {
  const missing = Number(found.required) - Number(found.achieved)
  const parts = [missing > 0 && `还差 ${amount(missing, rule, ruleSet)}`, found.kind === 'quantity' && found.examPassed === false && '考试还没通过', missing <= 0 && found.kind === 'age' && '超过年龄']
  return parts.filter(Boolean).join('，')
}

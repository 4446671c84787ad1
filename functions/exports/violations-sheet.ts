import type { FoundViolations } from '@shared/contract/violations'
import { requirementName } from '../documents/words'
import { actWords, violationWords } from './violation-words'
import type { OutSheet } from './write-sheet'

/** One line for each thing that did not hold. */
export const violationsSheet = (found: readonly FoundViolations[]): OutSheet => ({
  name: '违规发展核查',
  columns: [{ head: '姓名', width: 12 }, { head: '团支部', width: 28 }, { head: '发展编号', width: 16 }, { head: '入团日期', width: 12 }, { head: '环节', width: 16 }, { head: '环节日期', width: 12 }, { head: '核查发现', width: 40 }, { head: '实际', width: 24 }, { head: '要求', width: 24 }],
  rows: found.flatMap(({ person, number, admittedOn, violations }) => violations.map(({ code, act, key, date, found: was, asked }) => [person.name, person.branchName, number, admittedOn, act === undefined ? '' : (actWords[act] ?? act), date, key === undefined ? violationWords[code] : `${violationWords[code]}：${requirementName(key)}`, was, asked])),
})

import type { Answer } from '@shared/contract/index'
import { pl } from '../text/plan'
import { allGrades } from './quota-form'

// A spreadsheet program takes a text that begins so for a formula.
const cell = (value: string | number | undefined): string => {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value ?? '')
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Every branch's every line as CSV for a spreadsheet program, with the mark by which it knows UTF-8; a branch without a line has its members alone. */
export const planCsv = ({ committees }: Pick<Answer<'showPlan'>, 'committees'>): string => {
  const heads = [pl('headCommittee'), pl('stage'), pl('headBranch'), pl('headYouth'), pl('headMembers'), pl('headGrade'), pl('quota'), pl('reserved'), pl('used'), pl('headLeft')]
  const rows = committees.flatMap(({ name, branches, lines }) =>
    branches.flatMap((branch) => {
      const own = lines.filter((line) => line.branch === branch.id)
      const about = [name, branch.stage && pl(`stage-${branch.stage}`), branch.name, branch.youth, branch.leagueMembers]
      return own.length ? own.map((line) => [...about, line.grade === allGrades ? pl('allGrades') : line.grade, line.quota, line.reserved, line.used, line.left]) : [[...about, '', '', '', '', '']]
    }),
  )
  return `﻿${[heads, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

import type { SchoolStage } from '@shared/model/procedure'
import type { SchoolFigures } from '../core/league-school'
import type { OutSheet } from './write-sheet'

const stages: Record<SchoolStage, string> = { 'junior-middle': '初中', senior: '高中', vocational: '职业学校' }

interface Line extends SchoolFigures {
  name: string
  kind: string
  stage?: SchoolStage | undefined
}

/** The League schools of a year: courses held, planned and due, who is behind, and the applicants' classes. Nothing is asked of a township. */
export const leagueSchoolsSheet = (rows: readonly Line[], atLeast: number): OutSheet => ({
  name: '团校',
  columns: [{ head: '学校/乡镇', width: 24 }, { head: '类别', width: 12 }, { head: '全年要办(期)', width: 13 }, { head: '已办(期)', width: 10 }, { head: '已计划(期)', width: 11 }, { head: '到今天应办(期)', width: 15 }, { head: '落后(期)', width: 10 }, { head: '团课(次)', width: 10 }, { head: '团课人次', width: 10 }, { head: '最近一次', width: 12 }, { head: '下一次', width: 12 }],
  rows: rows.map(({ name, kind, stage, held, coming, due, behind, lessons, attended, lastSession, nextSession }) => {
    const asked = kind === 'school'
    return [name, asked ? stage && stages[stage] : '乡镇', asked ? atLeast : undefined, held, coming, asked ? due : undefined, asked ? behind : undefined, lessons, attended, lastSession, nextSession]
  }),
})

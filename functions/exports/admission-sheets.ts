import type { ApplicationState } from '@shared/model/application'
import { stateWords } from '../documents/admission-words'
import type { OutSheet } from './write-sheet'

/** One applicant's way in dates, as the trail has them; a date that is not there yet is left out. */
export interface AdmissionRow {
  name: string
  birthDate?: string | undefined
  className?: string | undefined
  branchName: string
  state: ApplicationState
  number?: string | undefined
  ethnicity?: string | undefined
  introducers: readonly string[]
  mentors: readonly string[]
  dates: Partial<Record<'applied' | 'talked' | 'activist' | 'candidate' | 'pre-reviewed' | 'notice-from' | 'notice-until' | 'form' | 'voted' | 'approved' | 'filed' | 'sworn-in', string>>
}

const stages = [
  ['applied', '申请日期'], ['talked', '谈话日期'], ['activist', '确定积极分子日期'], ['candidate', '推荐发展对象日期'], ['pre-reviewed', '预审日期'], ['notice-from', '公示开始'], ['notice-until', '公示结束'], ['form', '填写志愿书日期'], ['voted', '支部大会日期(入团日期)'], ['approved', '审批日期'], ['filed', '备案日期'], ['sworn-in', '宣誓日期'],
] as const

/** 发展团员花名册, in the columns that secretaries keep. The roster does not know anybody's sex: the column is there to be filled in by hand. */
export const developmentSheet = (rows: readonly AdmissionRow[]): OutSheet => ({
  name: '发展团员花名册',
  columns: [
    { head: '序号', width: 6 }, { head: '姓名', width: 12 }, { head: '性别', width: 6 }, { head: '民族', width: 8 }, { head: '出生日期', width: 12 }, { head: '班级', width: 14 }, { head: '团支部', width: 28 }, { head: '发展编号', width: 15 }, { head: '当前状态', width: 14 },
    ...stages.map(([, head]) => ({ head, width: head.length > 6 ? 22 : 13 })), { head: '培养联系人', width: 16 }, { head: '入团介绍人', width: 16 }, { head: '备注', width: 16 },
  ],
  rows: rows.map(({ name, birthDate, className, branchName, state, number, ethnicity, introducers, mentors, dates }, i) => [
    i + 1, name, '', ethnicity, birthDate, className, branchName, number, stateWords[state], ...stages.map(([key]) => dates[key]), mentors.join('、'), introducers.join('、'), '',
  ]),
})

/** One of those whose notice runs, as the public may have the name. */
export interface NoticeRow {
  shown: string
  className?: string | undefined
  branchName: string
  from: string
  until: string
  place: string
}

/** 发展对象公示名单: what is posted, so nothing more than that. */
export const noticeSheet = (rows: readonly NoticeRow[]): OutSheet => ({
  name: '发展对象公示名单',
  columns: [{ head: '序号', width: 6 }, { head: '姓名', width: 14 }, { head: '班级', width: 14 }, { head: '团支部', width: 28 }, { head: '公示开始', width: 13 }, { head: '公示结束', width: 13 }, { head: '公示地点', width: 24 }],
  rows: rows.map(({ shown, className, branchName, from, until, place }, i) => [i + 1, shown, className, branchName, from, until, place]),
})

import type { DestinationKind, Transfer, TransferState } from '@shared/model/turn'
import type { OutSheet } from './write-sheet'

const states: Record<TransferState, string> = { 'to-do': '待转接', sent: '已发起', confirmed: '已接收', exception: '特殊情况' }
const kinds: Record<DestinationKind, string> = { committee: '县内学校/乡镇', outside: '县外', unit: '单位' }

/** Graduates in the columns of a transfer register (学社衔接台账): where each went, when it was sent, what confirms it. No identity number, no birth date. */
export const transfersSheet = (rows: readonly (Transfer & { schoolName: string; branchName: string })[]): OutSheet => ({
  name: '学社衔接',
  columns: [{ head: '姓名', width: 12 }, { head: '毕业年份', width: 10 }, { head: '学校', width: 22 }, { head: '原团支部', width: 24 }, { head: '原班级', width: 14 }, { head: '状态', width: 10 }, { head: '去向类型', width: 14 }, { head: '去向', width: 26 }, { head: '发起日期', width: 12 }, { head: '转接编号', width: 18 }, { head: '说明', width: 30 }],
  rows: rows.map(({ name, year, schoolName, branchName, className, state, destination, sentOn, number, reason }) => [name, year, schoolName, branchName, className, states[state], destination && kinds[destination.kind], destination?.name, sentOn, number, reason]),
})

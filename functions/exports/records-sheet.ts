import { platformName } from '@shared/model/import'
import type { FoldedRecord } from '@shared/model/ledger'
import type { RuleSet } from '@shared/model/rules'
import { localParts } from '../documents/moment'
import { categoryName, sources, unitWords } from '../documents/words'
import type { OutSheet } from './write-sheet'

const states: Record<FoldedRecord['status'], string> = { pending: '待审核', approved: '已通过', rejected: '未通过', withdrawn: '已撤回', revoked: '已撤销' }

export interface RecordRow {
  name: string
  className?: string | undefined
  studentNumber?: string | undefined
  record: FoldedRecord
}

/** Records by member, each as it was entered: minutes, source and certificate, and where it stands. Local times of the rule set's zone. */
export const recordsSheet = (rows: readonly RecordRow[], { counting, timeZone }: RuleSet): OutSheet => ({
  name: '记录',
  columns: [
    { head: '姓名', width: 12 }, { head: '班级', width: 14 }, { head: '学号', width: 16 }, { head: '类别', width: 14 }, { head: '活动', width: 32 }, { head: '地点', width: 20 }, { head: '开始', width: 17 }, { head: '结束', width: 17 },
    { head: '数量', width: 8 }, { head: '单位', width: 8 }, { head: '状态', width: 10 }, { head: '来源', width: 16 }, { head: '证书号', width: 20 },
  ],
  rows: rows.map(({ name, className, studentNumber, record: { category, title, place, startedAt, endedAt, quantity, status, source, origin } }) => {
    const at = (instant: string) => Object.values(localParts(instant, timeZone)).join(' ')
    return [name, className, studentNumber, categoryName(category), title, place, at(startedAt), at(endedAt), quantity, unitWords(counting[category]?.unit), states[status], origin ? platformName(origin.platform) : sources[source], origin?.certificate]
  }),
})

import type { FoldedRecord } from '@shared/model/ledger'
import type { Case } from '@shared/model/rules'
import { defaultRuleSet } from '@shared/rules/default-rule-set'
import { caseOf } from '../../functions/core/case-of'
import type { FoldedLedger } from '../../functions/core/fold-ledger'
import type { About } from '../../functions/documents/about'

export const about: About = {
  name: '欧阳小明', orgName: '旺苍县东河第一中学初三（1）班团支部', className: '初三（1）班', issuedAt: '2026-06-30T04:00:00.000Z', timeZone: 'Asia/Shanghai',
  code: 'K7M4-2QXD-9TPA-RW3H', verifyUrl: 'https://api.test/verify/K7M4-2QXD-9TPA-RW3H',
}

const activities = [
  ['东河镇青年之家图书整理', '东河镇青年之家'], ['敬老院陪伴老人、打扫卫生', '旺苍县社会福利中心'], ['“清洁家园”河道清理志愿服务活动（第三次）', '白水镇河堤'],
  ['春节期间在汽车站为返乡的人指路、搬行李并讲解防火知识，和社区工作人员一起走访了十二户', undefined], ['图书馆 English Corner 志愿者 2026', '县图书馆'],
] as const
const sources = ['attendance', 'self-reported', 'granted', 'imported'] as const

/** `n` approved records of voluntary service, one every other day from September 2025. */
export const service = (n: number): FoldedRecord[] =>
  Array.from({ length: n }, (_, i) => {
    const [title = '', place] = activities[i % activities.length] ?? []
    const start = Date.parse('2025-03-01T01:00:00Z') + i * 50 * 3_600_000
    const hours = (i % 3) + 1
    return {
      id: `record-${i}`, source: sources[i % 4] ?? 'granted', category: 'volunteering', status: 'approved', startedAt: new Date(start).toISOString(), endedAt: new Date(start + hours * 3_600_000).toISOString(),
      quantity: hours * 60, title, place, ...(sources[i % 4] === 'imported' && { origin: { platform: 'zhiyuan-sichuan', certificate: `SC${2_026_000 + i}`, importId: 'import-1' } }), photoIds: [], submittedAt: '', submittedBy: '', decisions: [],
    }
  })

/** A ledger of these records and its case as of 30 June 2026, noon. */
export const caseWith = (records: FoldedRecord[]): { folded: FoldedLedger; aCase: Case } => {
  const folded = { records, exams: [], decisions: 0, entries: records.length }
  const studyIssues = ['2026-20', '2026-21'].map((id) => ({ id, publishedAt: '2026-05-11T00:00:00Z' }))
  return { folded, aCase: caseOf({ personId: 'p1', birthDate: '2011-05-04' }, folded, { ruleSet: defaultRuleSet, studyIssues }, '2026-06-30T04:00:00.000Z') }
}

import type { RecordView } from '@shared/contract/records'
import { whyWords } from '@/features/list-records/record-words'
import { t } from '@/text'
import { localDateTime } from '@/text/format'
import { s } from '../text'

type Decision = RecordView['decisions'][number]
const did = { approved: 'wasApproved', rejected: 'wasRejected', appealed: 'wasAppealed', revoked: 'wasRevoked' } as const

/** When a decision was made, by whom, and why. */
export const decisionLine = (one: Decision): string => {
  const decided = one.verdict === 'withdrawn' ? s('wasWithdrawnBy', { who: one.byName }) : t(did[one.verdict], { who: one.byName })
  return `${localDateTime(one.at)} · ${[decided, whyWords(one)].filter(Boolean).join('：')}`
}

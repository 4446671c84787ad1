import type { RecordView } from '@shared/contract/records'
import { decisionWords } from '@/features/list-records/decision-words'
import { localDateTime } from '@/text/format'

/** When a decision was made, by whom, and why. */
export const decisionLine = (one: RecordView['decisions'][number]): string => `${localDateTime(one.at)} · ${decisionWords(one)}`

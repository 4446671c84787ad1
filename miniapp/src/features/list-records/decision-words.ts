import type { RecordView } from '@shared/contract/records'
import { t } from '@/text'
import { changesOf, whyWords } from './record-words'

type Decision = RecordView['decisions'][number]
const did = { approved: 'wasApproved', rejected: 'wasRejected', appealed: 'wasAppealed', withdrawn: 'wasWithdrawn', revoked: 'wasRevoked', corrected: 'wasCorrected', kept: 'wasKept' } as const

/** What was decided, by whom, and why; below it, one a line, what a correction changed. */
export const decisionWords = (one: Decision): string => {
  const decided = [t(did[one.verdict], { who: one.byName }), whyWords(one)].filter(Boolean).join(t('colon'))
  return [decided, ...(one.correction ? changesOf(one.correction.from, one.correction.to) : [])].join('\n')
}

/** How a record came in: from the student, or from whom on their behalf, and why. */
export const enteredWords = ({ enteredBy }: Pick<RecordView, 'enteredBy'>): string => (enteredBy ? `${t('wasEntered', { who: enteredBy.name })}${t('colon')}${enteredBy.why}` : t('wasSubmitted'))

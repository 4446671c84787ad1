import type { RecordContentView, RecordView } from '@shared/contract/records'
import { t, type TextKey, tOr } from '@/text'
import { categoryName } from '@/text/figure-words'
import { amount, span } from '@/text/format'
import { Tag, type Tone } from '@/ui/parts'

const tones: Record<RecordView['status'], Tone> = { pending: 'wait', approved: 'good', rejected: 'bad', withdrawn: 'plain', revoked: 'bad' }
/** Where a record stands; one that waits anew says that it was appealed. */
export const StatusTag = ({ record: { status, decisions } }: { record: RecordView }) => (
  <Tag tone={tones[status]}>{t(status === 'pending' && decisions.at(-1)?.verdict === 'appealed' ? 'status-appealed' : `status-${status}`)}</Tag>
)

/** How a record came in; of an imported one, from which platform and by which certificate. */
export const originWords = ({ source, origin }: RecordView): string =>
  origin ? [t('fromPlatform', { name: origin.platform }), origin.certificate && t('certificateNo', { n: origin.certificate }), origin.timesChosen && t('timesChosen')].filter(Boolean).join(' · ') : t(`source-${source}`)

const units: Record<string, string> = { volunteering: 'minute', 'civics-class': 'lesson', 'league-class': 'lesson', 'youth-study': 'issue', 'quality-activity': 'activity', 'youth-home': 'visit' }
/** A quantity in its category's unit (spec/admission-rules.md, "Counting"). */
export const recordAmount = (record: Pick<RecordView, 'category' | 'quantity'>): string => amount(record.quantity, units[record.category])

const facts: readonly [TextKey, (one: RecordContentView) => string | undefined][] = [
  ['whatKind', (one) => categoryName(one.category)], ['whatTitle', (one) => one.title], ['time', (one) => span(one.startedAt, one.endedAt)],
  ['amount', recordAmount], ['lessonKey', (one) => one.distinctKey], ['place', (one) => one.place],
]
/** What a correction changes, one sentence a fact: before and after. */
export const changesOf = (from: RecordContentView, to: RecordContentView): string[] =>
  facts.flatMap(([what, said]) => (said(from) === said(to) ? [] : [t('changed', { what: t(what), from: said(from) ?? t('blank'), to: said(to) ?? t('blank') })]))

type Decision = RecordView['decisions'][number]
/** Why a decision was made: its reason and words, or the student's words of an appeal. */
export const whyWords = ({ reason, words }: Pick<Decision, 'reason' | 'words'>): string => [reason && tOr(`reason-${reason}`), words].filter(Boolean).join(t('colon'))

import type { RecordView } from '@shared/contract/records'
import { t } from '@/text'
import { amount } from '@/text/format'
import { Tag, type Tone } from '@/ui/parts'

const tones: Record<RecordView['status'], Tone> = { pending: 'wait', approved: 'good', rejected: 'bad', withdrawn: 'plain', revoked: 'bad' }
export const StatusTag = ({ status }: { status: RecordView['status'] }) => <Tag tone={tones[status]}>{t(`status-${status}`)}</Tag>

const units: Record<string, string> = { volunteering: 'minute', 'civics-class': 'lesson', 'league-class': 'lesson', 'youth-study': 'issue', 'quality-activity': 'activity', 'youth-home': 'visit' }
/** A quantity in its category's unit (spec/admission-rules.md, "Counting"). */
export const recordAmount = (record: Pick<RecordView, 'category' | 'quantity'>): string => amount(record.quantity, units[record.category])

import { memo } from 'react'
import type { RecordView } from '@shared/contract/records'
import { go } from '@/platform/navigate'
import { t } from '@/text'
import { categoryName } from '@/text/figure-words'
import { span } from '@/text/format'
import { Card, Row } from '@/ui/parts'
import { Text } from '@/ui/primitives'
import { recordAmount, StatusTag, whyWords } from './record-words'

/** One record of a list; a tap opens its page, unless `onOpen` does something else. */
export const RecordRow = memo(({ record, onOpen }: { record: RecordView; onOpen?: (record: RecordView) => void }) => {
  const refused = record.status === 'rejected' || record.status === 'revoked' ? record.decisions.at(-1) : undefined
  return (
    <Card onTap={() => onOpen ? onOpen(record) : go('mine/record', { id: record.recordId, person: record.personId })}>
      <Row><Text className='q-grow q-strong q-cut'>{record.title}</Text><StatusTag record={record} /></Row>
      <Row><Text className='q-grow q-soft'>{span(record.startedAt, record.endedAt)}</Text><Text className='q-num q-strong'>{recordAmount(record)}</Text></Row>
      <Text className='q-soft q-block'>{categoryName(record.category)} · {t(`source-${record.source}`)}{record.decisions.some(({ correction }) => correction) ? ` · ${t('status-corrected')}` : ''}</Text>
      {refused?.reason && <Text className='q-red q-small q-block'>{whyWords(refused)}</Text>}
    </Card>
  )
})

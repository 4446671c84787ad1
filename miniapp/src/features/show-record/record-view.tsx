import type { RecordView as Record } from '@shared/contract/records'
import { RecordPhotos } from './photos'
import { decisionWords, enteredWords } from '@/features/list-records/decision-words'
import { originWords, recordAmount, StatusTag, whyWords } from '@/features/list-records/record-words'
import { t } from '@/text'
import { categoryName } from '@/text/figure-words'
import { localDateTime, span } from '@/text/format'
import { Card, Heading, Row } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'

const Fact = ({ label, children }: { label: string; children: string }) => <Box className='record-fact'><Text className='q-soft record-label'>{label}</Text><Text className='q-grow q-lines'>{children}</Text></Box>

/** A record with its photos, where it stands, and everything that was decided about it. */
export const RecordView = ({ record }: { record: Record }) => {
  const last = record.decisions.at(-1)
  return (
    <>
      <Card>
        <Row><Text className='q-grow q-title'>{record.title}</Text><StatusTag record={record} /></Row>
        <Fact label={t('whatKind')}>{categoryName(record.category)}</Fact>
        <Fact label={t('time')}>{span(record.startedAt, record.endedAt)}</Fact>
        <Fact label={t('amount')}>{recordAmount(record)}</Fact>
        {record.distinctKey && <Fact label={t('lessonKey')}>{record.distinctKey}</Fact>}
        {record.place && <Fact label={t('place')}>{record.place}</Fact>}
        <Fact label={t('source')}>{originWords(record)}</Fact>
        {record.description && <Fact label={t('describe')}>{record.description}</Fact>}
      </Card>
      {last && (last.verdict === 'rejected' || last.verdict === 'revoked') && (
        <Card className='record-refused'>
          <Text className='q-strong q-red q-block'>{t('rejectedWhy')}</Text>
          <Text className='q-block'>{whyWords(last)}</Text>
        </Card>
      )}
      {record.coveredBy && record.asGiven && (
        <Card>
          <Text className='q-block'>{record.status === 'rejected' ? t('coveredAll') : t('coveredPart', { given: span(record.asGiven.startedAt, record.asGiven.endedAt) })}</Text>
          {record.coveredBy.map((one) => <Text key={one.recordId} className='q-soft q-block'>{`${one.title} · ${span(one.startedAt, one.endedAt)}`}</Text>)}
        </Card>
      )}
      <RecordPhotos photos={record.photos} />
      <Heading>{t('history')}</Heading>
      <Card>
        <Fact label={localDateTime(record.submittedAt)}>{enteredWords(record)}</Fact>
        {record.decisions.map((d) => <Fact key={d.decisionId} label={localDateTime(d.at)}>{decisionWords(d)}</Fact>)}
      </Card>
    </>
  )
}

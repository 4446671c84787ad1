import { useRef, useState } from 'react'
import type { RecordView } from '@shared/contract/records'
import { clientId } from '@/api/client-id'
import { currentPerson } from '@/api/session'
import { useSend } from '@/api/use-send'
import { enteredWords } from '@/features/list-records/decision-words'
import { originWords, recordAmount, StatusTag } from '@/features/list-records/record-words'
import { go } from '@/platform/navigate'
import { categoryName } from '@/text/figure-words'
import { localDateTime, span } from '@/text/format'
import { Button, Row } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { Confirm, Sheet } from '@/ui/sheet'
import { Refused } from '@/ui/states'
import { toast } from '@/ui/toast'
import { s } from '../text'
import { decisionLine } from './decision-line'
import { PhotoStrip } from './photo-strip'

/** What one entered for a member and nobody decided on yet: somebody else will, or it is taken back. */
const Entered = ({ record, onWithdrawn }: { record: RecordView; onWithdrawn: () => void }) => {
  const [asking, setAsking] = useState(false)
  const id = useRef(clientId())
  const { send, sending, trouble } = useSend('withdrawRecordFor')
  const withdraw = async () => {
    const reply = await send({ personId: record.personId, recordId: record.recordId, id: id.current })
    setAsking(false)
    if (!reply?.ok) return
    toast(s('entryWithdrawn'))
    onWithdrawn()
  }
  return (
    <>
      <Box className='s-warn'>{s('ownEntry')}</Box>
      <Refused trouble={trouble} />
      <Button kind='danger' onTap={() => setAsking(true)}>{s('withdrawEntry')}</Button>
      {asking && <Confirm title={s('withdrawEntry')} words={s('withdrawEntryAsk')} yes={s('withdrawEntry')} danger busy={sending} onYes={() => void withdraw()} onNo={() => setAsking(false)} />}
    </>
  )
}

/** One record with its photos and what was decided about it. What stands can be corrected or taken back from here; `own`: the reader's own, which nobody decides about themselves. */
export const OpenedRecord = ({ record, own, onRevoke, onWithdrawn, onClose }: { record: RecordView; own: boolean; onRevoke: () => void; onWithdrawn: () => void; onClose: () => void }) => {
  const entered = record.enteredBy !== undefined && record.enteredBy.personId === currentPerson()?.personId
  const stands = !own && !entered && (record.status === 'approved' || (record.status === 'rejected' && record.coveredBy !== undefined))
  // Closed first: who comes back must not find what the record said before.
  const correct = () => {
    onClose()
    go('staff/correct-record', { id: record.recordId, person: record.personId })
  }
  return (
    <Sheet title={record.title} onClose={onClose}>
      <Row><Text className='q-grow'>{`${categoryName(record.category)} · ${recordAmount(record)}`}</Text><StatusTag record={record} /></Row>
      <Text className='q-soft q-block'>{`${span(record.startedAt, record.endedAt)}${record.place ? ` · ${record.place}` : ''}`}</Text>
      {record.description && <Text className='q-block'>{record.description}</Text>}
      {record.photos.length > 0 && <PhotoStrip photos={record.photos} />}
      <Text className='q-soft q-small q-block'>{`${localDateTime(record.submittedAt)} · ${record.enteredBy ? enteredWords(record) : originWords(record)}`}</Text>
      {record.decisions.map((one) => <Text key={one.decisionId} className='q-soft q-small q-block q-lines'>{decisionLine(one)}</Text>)}
      {entered && record.status === 'pending' && <Entered record={record} onWithdrawn={onWithdrawn} />}
      {stands && (
        <Box className='s-actions'>
          {record.source !== 'attendance' && <Button kind='plain' onTap={correct}>{s('correct')}</Button>}
          <Button kind='danger' onTap={onRevoke}>{s('revoke')}</Button>
        </Box>
      )}
    </Sheet>
  )
}

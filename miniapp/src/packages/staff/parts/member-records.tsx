import { useState } from 'react'
import type { RecordView } from '@shared/contract/records'
import { clientId } from '@/api/client-id'
import { usePages } from '@/api/use-pages'
import { useSend } from '@/api/use-send'
import { RecordRow } from '@/features/list-records/record-row'
import { originWords, recordAmount, StatusTag } from '@/features/list-records/record-words'
import { t, troubleWords } from '@/text'
import { categoryName } from '@/text/figure-words'
import { localDateTime, span } from '@/text/format'
import type { RefusalCode } from '@shared/model/refusal'
import type { ReviewReason } from '@shared/model/ledger'
import { Button, Heading, Row } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { Empty } from '@/ui/states'
import { Sheet } from '@/ui/sheet'
import { toast } from '@/ui/toast'
import { ListEnd, WithQuery } from '@/ui/with-query'
import { s } from '../text'
import { decisionLine } from './decision-line'
import { PhotoStrip } from './photo-strip'
import { ReasonSheet } from './reason-sheet'

/** One record with its photos and what was decided about it; an approval can be taken back from here. */
const Opened = ({ record, mayRevoke, onRevoke, onClose }: { record: RecordView; mayRevoke: boolean; onRevoke: () => void; onClose: () => void }) => (
  <Sheet title={record.title} onClose={onClose}>
    <Row><Text className='q-grow'>{`${categoryName(record.category)} · ${recordAmount(record)}`}</Text><StatusTag record={record} /></Row>
    <Text className='q-soft q-block'>{`${span(record.startedAt, record.endedAt)}${record.place ? ` · ${record.place}` : ''}`}</Text>
    {record.description && <Text className='q-block'>{record.description}</Text>}
    {record.photos.length > 0 && <PhotoStrip photos={record.photos} />}
    <Text className='q-soft q-small q-block'>{`${localDateTime(record.submittedAt)} · ${originWords(record)}`}</Text>
    {record.decisions.map((one) => <Text key={one.decisionId} className='q-soft q-small q-block'>{decisionLine(one)}</Text>)}
    {mayRevoke && <Box className='s-actions'><Button kind='danger' onTap={onRevoke}>{s('revoke')}</Button></Box>}
  </Sheet>
)

/** A member's records, newest first. `own`: the reader's own, which nobody decides about themselves. */
export const MemberRecords = ({ personId, own, onChanged }: { personId: string; own: boolean; onChanged: () => void }) => {
  const records = usePages('listRecords', { personId })
  const [opened, setOpened] = useState<RecordView>()
  const [revoking, setRevoking] = useState<RecordView>()
  const { send, sending, trouble } = useSend('reviewRecords')
  const revoke = async (reason: ReviewReason, words: string) => {
    if (!revoking) return
    const reply = await send({ decisions: [{ id: clientId(), personId, recordId: revoking.recordId, verdict: 'revoked', reason, ...(words && { words }) }] })
    if (!reply?.ok) return
    const [outcome] = reply.value.outcomes
    toast(outcome?.ok ? s('revoked') : troubleWords(outcome?.code as RefusalCode))
    setRevoking(undefined)
    await records.refresh()
    onChanged()
  }
  const askRevoke = (record: RecordView) => {
    setOpened(undefined)
    setRevoking(record)
  }
  return (
    <>
      <Heading>{s('records')}</Heading>
      <Box><WithQuery query={{ ...records, value: records.items }}>{(items) => (items.length === 0 ? <Empty title={s('noRecords')} /> : items.map((one) => <RecordRow key={one.recordId} record={one} onOpen={setOpened} />))}</WithQuery></Box>
      <Box><ListEnd pages={records} /></Box>
      <Box>
        {opened && <Opened record={opened} mayRevoke={!own && opened.status === 'approved'} onRevoke={() => askRevoke(opened)} onClose={() => setOpened(undefined)} />}
        {revoking && <ReasonSheet title={`${s('revoke')}：${revoking.title}`} yes={s('revoke')} busy={sending} trouble={trouble} onYes={(reason, words) => void revoke(reason, words)} onClose={() => setRevoking(undefined)} />}
      </Box>
    </>
  )
}

import { useState } from 'react'
import type { RecordView } from '@shared/contract/records'
import { clientId } from '@/api/client-id'
import { usePages } from '@/api/use-pages'
import { useSend } from '@/api/use-send'
import { RecordRow } from '@/features/list-records/record-row'
import { go } from '@/platform/navigate'
import { t, troubleWords } from '@/text'
import type { RefusalCode } from '@shared/model/refusal'
import type { ReviewReason } from '@shared/model/ledger'
import { Button, Heading, Row } from '@/ui/parts'
import { Box } from '@/ui/primitives'
import { Empty } from '@/ui/states'
import { toast } from '@/ui/toast'
import { ListEnd, WithQuery } from '@/ui/with-query'
import { s } from '../text'
import { OpenedRecord } from './opened-record'
import { ReasonSheet } from './reason-sheet'

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
  const withdrawn = async () => {
    setOpened(undefined)
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
      {!own && <Row className='s-select'><Button kind='plain' onTap={() => go('staff/submit-record-for', { id: personId })}>{`＋ ${s('submitFor')}`}</Button></Row>}
      <Box><WithQuery query={{ ...records, value: records.items }}>{(items) => (items.length === 0 ? <Empty title={s('noRecords')} /> : items.map((one) => <RecordRow key={one.recordId} record={one} onOpen={setOpened} />))}</WithQuery></Box>
      <Box><ListEnd pages={records} /></Box>
      <Box>
        {opened && <OpenedRecord record={opened} own={own} onRevoke={() => askRevoke(opened)} onWithdrawn={() => void withdrawn()} onClose={() => setOpened(undefined)} />}
        {revoking && <ReasonSheet title={`${s('revoke')}${t('colon')}${revoking.title}`} yes={s('revoke')} busy={sending} trouble={trouble} onYes={(reason, words) => void revoke(reason, words)} onClose={() => setRevoking(undefined)} />}
      </Box>
    </>
  )
}

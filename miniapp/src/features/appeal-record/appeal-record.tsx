import { useRef, useState } from 'react'
import type { RecordView } from '@shared/contract/records'
import { appealEnds } from '@shared/model/appeal'
import { clientId } from '@/api/client-id'
import { useSend } from '@/api/use-send'
import { t } from '@/text'
import { localDateTime } from '@/text/format'
import { Button, Field } from '@/ui/parts'
import { Box, Text, TextArea } from '@/ui/primitives'
import { Sheet } from '@/ui/sheet'
import { Refused } from '@/ui/states'
import { toast } from '@/ui/toast'

/** Appeals one's own rejected record in words, which stay while the sheet is closed; says why where that is no longer possible. */
export const AppealRecord = ({ record, onDone }: { record: RecordView; onDone: (record: RecordView) => void }) => {
  const [open, setOpen] = useState(false)
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const id = useRef(clientId())
  const { send, sending, trouble, clear } = useSend('appealRecord')
  const ends = appealEnds(record.decisions)
  if (ends === undefined || Date.now() > ends) return <Text className='q-soft q-block'>{t(ends === undefined ? 'appealFinal' : 'appealTooLate')}</Text>
  const empty = words.trim() === ''
  const write = (text: string) => {
    setWords(text)
    id.current = clientId()
  }
  const appeal = async () => {
    setTried(true)
    if (empty) return
    const reply = await send({ recordId: record.recordId, id: id.current, words })
    if (!reply?.ok) return
    toast(t('appealSent'))
    onDone(reply.value)
  }
  const close = () => {
    clear()
    setOpen(false)
  }
  return (
    <Box style={{ marginBottom: '12px' }}>
      <Button onTap={() => setOpen(true)}>{t('appeal')}</Button>
      {open && (
        <Sheet title={t('appeal')} onClose={close} closeWords={t('cancel')}>
          <Field label={t('appealWords')} hint={t('appealHint', { time: localDateTime(ends) })} fault={tried && empty ? t('appealNeedsWords') : undefined} id='appeal'>
            <TextArea id='appeal' label={t('appealWords')} value={words} onValue={write} placeholder={t('appealExample')} maxLength={500} rows={5} invalid={tried && empty} describedBy='appeal-note' />
          </Field>
          <Refused trouble={trouble} />
          <Button busy={sending} onTap={() => void appeal()}>{t('appealSend')}</Button>
        </Sheet>
      )}
    </Box>
  )
}

import { useRef, useState } from 'react'
import type { RecordView } from '@shared/contract/records'
import { clientId } from '@/api/client-id'
import { useSend } from '@/api/use-send'
import { t } from '@/text'
import { Button } from '@/ui/parts'
import { Confirm } from '@/ui/sheet'
import { Refused } from '@/ui/states'
import { toast } from '@/ui/toast'

/** Takes back one's own pending record, after asking. */
export const WithdrawRecord = ({ recordId, onDone }: { recordId: string; onDone: (record: RecordView) => void }) => {
  const [asking, setAsking] = useState(false)
  const id = useRef(clientId())
  const { send, sending, trouble } = useSend('withdrawRecord')
  const withdraw = async () => {
    const reply = await send({ recordId, id: id.current })
    setAsking(false)
    if (!reply?.ok) return
    toast(t('withdrawn'))
    onDone(reply.value)
  }
  return (
    <>
      <Refused trouble={trouble} />
      <Button kind='danger' onTap={() => setAsking(true)}>{t('withdraw')}</Button>
      {asking && <Confirm title={t('withdraw')} words={t('withdrawAsk')} yes={t('withdraw')} danger busy={sending} onYes={() => void withdraw()} onNo={() => setAsking(false)} />}
    </>
  )
}

import { useSend } from '@/api/use-send'
import { replace } from '@/platform/navigate'
import { t } from '@/text'
import { toast } from '@/ui/toast'
import { newDraft } from './kept-draft'
import { RecordForm } from './record-form'
import { startOwn } from './use-photos'
import { useSubmitRecord } from './use-submit-record'

/** A student's own record. */
export const SubmitRecord = ({ personId }: { personId: string }) => {
  const { send, sending, trouble } = useSend('submitRecord')
  const form = useSubmitRecord({
    owner: personId, blank: newDraft, send,
    onDone: ({ recordId }) => {
      toast(t('submitted'))
      replace('mine/record', { id: recordId })
    },
  })
  return <RecordForm form={form} start={startOwn} sending={sending} trouble={trouble} />
}

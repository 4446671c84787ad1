import '@/features/submit-record/photo-field.css'
import '../parts/staff.css'
import { useCallback } from 'react'
import { call } from '@/api/call'
import { useQuery } from '@/api/use-query'
import { useSend } from '@/api/use-send'
import { newDraft } from '@/features/submit-record/kept-draft'
import { RecordForm } from '@/features/submit-record/record-form'
import type { StartUpload } from '@/features/submit-record/use-photos'
import { useSubmitRecord } from '@/features/submit-record/use-submit-record'
import { back, useParams } from '@/platform/navigate'
import { t } from '@/text'
import { Page } from '@/ui/page'
import { Field } from '@/ui/parts'
import { Text, TextArea } from '@/ui/primitives'
import { toast } from '@/ui/toast'
import { GuardianFirst } from '../parts/guardian-first'
import { useStaff } from '../parts/use-staff'
import { s } from '../text'

const Form = ({ personId, owner }: { personId: string; owner: string }) => {
  const { send, sending, trouble } = useSend('submitRecordFor')
  const start = useCallback<StartUpload>((photo) => call('startUploadFor', { personId, ...photo }), [personId])
  const form = useSubmitRecord({
    owner, blank: () => ({ ...newDraft(), why: '' }), send: ({ why = '', ...input }) => send({ personId, ...input, why }),
    onDone: () => {
      toast(s('submittedFor'))
      back('staff/members')
    },
  })
  return (
    <RecordForm form={form} start={start} sending={sending} trouble={trouble} photosHint={s('proofHint')}>
      <Field label={s('whyFor')} hint={s('whyForHint')} fault={form.faults.why && t(form.faults.why)} id='why'><TextArea id='why' label={s('whyFor')} value={form.draft.why ?? ''} onValue={(why) => form.put('why', why)} maxLength={300} rows={2} invalid={Boolean(form.faults.why)} describedBy='why-note' /></Field>
    </RecordForm>
  )
}

/** A record of a member who cannot enter it: the student's own form, and why. */
export default function SubmitRecordFor() {
  const staff = useStaff(true)
  const { id } = useParams()
  const person = useQuery('showProgress', staff && id ? { personId: id } : undefined).value?.person
  return (
    <Page title={person ? s('submitForName', { name: person.name }) : s('submitFor')}>
      <Text className='q-soft q-block s-under-title'>{s('submitForWords')}</Text>
      <GuardianFirst birthDate={person?.birthDate} />
      {staff && id && <Form key={id} personId={id} owner={`${staff.person.personId}:${id}`} />}
    </Page>
  )
}

import '@/features/submit-record/photo-field.css'
import '../parts/staff.css'
import { useCallback, useRef, useState } from 'react'
import { call } from '@/api/call'
import { clientId } from '@/api/client-id'
import { useQuery } from '@/api/use-query'
import type { DraftPhoto } from '@/features/submit-record/draft'
import { PhotoField } from '@/features/submit-record/photo-field'
import type { StartUpload } from '@/features/submit-record/use-photos'
import { buzz } from '@/platform/haptic'
import { back, useParams } from '@/platform/navigate'
import { localDate } from '@/text/format'
import { Page } from '@/ui/page'
import { Button, Field } from '@/ui/parts'
import { DateInput, Text } from '@/ui/primitives'
import { Refused } from '@/ui/states'
import { toast } from '@/ui/toast'
import { useStaff } from '../parts/use-staff'
import { s } from '../text'
import { type Faults, faultsFrom, faultsOf, useApplyFor } from './use-apply-for'

const Form = ({ personId }: { personId: string }) => {
  const [date, setDate] = useState('')
  const [photos, setPhotos] = useState<DraftPhoto[]>([])
  const [checked, setChecked] = useState(false)
  const [told, setTold] = useState<Faults>({})
  const id = useRef(clientId())
  const { send, sending, waiting, trouble } = useApplyFor()
  const start = useCallback<StartUpload>((photo) => call('startUploadFor', { personId, ...photo }), [personId])
  const change = () => {
    id.current = clientId()
    setTold({})
  }
  const changePhotos = useCallback((to: (photos: DraftPhoto[]) => DraftPhoto[]) => {
    change()
    setPhotos(to)
  }, [])
  const faults: Faults = { ...told, ...(checked && faultsOf(date, photos)) }
  const submit = async () => {
    setChecked(true)
    if (Object.keys(faultsOf(date, photos)).length) return buzz(false)
    const reply = await send({ personId, id: id.current, date, photoIds: photos.map(({ photoId }) => photoId) })
    if (!reply) return
    if (!reply.ok) return setTold(faultsFrom(reply.trouble.errors))
    toast(s('applyForDone'))
    back('staff/applications')
  }
  return (
    <>
      <Field label={s('letterDate')} fault={faults.date && s(faults.date)} id='date'><DateInput id='date' label={s('letterDate')} value={date} onValue={(value) => { change(); setDate(value) }} max={localDate(Date.now())} placeholder={s('needLetterDate')} invalid={Boolean(faults.date)} describedBy='date-note' /></Field>
      <PhotoField photos={photos} change={changePhotos} start={start} label={s('letterPhotos')} hint={s('letterPhotosHint')} fault={faults.photos && s(faults.photos)} />
      <Refused trouble={trouble} />
      <Button busy={sending} onTap={() => void submit()}>{s(waiting ? 'letterChecking' : 'applyForSend')}</Button>
    </>
  )
}

/** The letter of a member who wrote it on paper. */
export default function ApplyFor() {
  const staff = useStaff(true)
  const { id } = useParams()
  const person = useQuery('showApplication', staff && id ? { personId: id } : undefined).value?.person
  return (
    <Page title={person ? s('applyForName', { name: person.name }) : s('applyFor')}>
      <Text className='q-soft q-block s-under-title'>{s('applyForWords')}</Text>
      {staff && id && <Form key={id} personId={id} />}
    </Page>
  )
}

import '@/features/submit-record/photo-field.css'
import '../parts/staff.css'
import type { HomeView } from '@shared/contract/youth-homes'
import { useCallback, useState } from 'react'
import type { Query } from '@/api/use-query'
import type { DraftPhoto } from '@/features/submit-record/draft'
import { PhotoField } from '@/features/submit-record/photo-field'
import { startOwn } from '@/features/submit-record/use-photos'
import { buzz } from '@/platform/haptic'
import { back, useParams } from '@/platform/navigate'
import { t } from '@/text'
import { Page } from '@/ui/page'
import { Button, Field } from '@/ui/parts'
import { Box, TextArea, TextInput } from '@/ui/primitives'
import { Refused } from '@/ui/states'
import { WithQuery } from '@/ui/with-query'
import { draftOf } from '../parts/shown-photo'
import { useHome, useHomeWrite } from '../parts/use-home'
import { useStaff } from '../parts/use-staff'
import { yh } from '../text/homes'
import { HoursFields } from './hours-fields'
import { type Faults, type Field as FieldName, faultsFrom, faultsOf, formOf, inputOf, type ProfileForm } from './profile-form'

const Form = ({ query, home }: { query: Query<HomeView>; home: HomeView }) => {
  const [form, setForm] = useState(() => formOf(home.profile))
  const [cover, setCover] = useState<DraftPhoto[]>(() => (home.profile.cover ? [draftOf(home.profile.cover)] : []))
  const [checked, setChecked] = useState(false)
  const [saved, setSaved] = useState<Faults>({})
  const { write, sending, told, trouble } = useHomeWrite('saveHomeProfile', query)
  const waiting = cover.some(({ uploaded }) => !uploaded)
  const faults: Faults = { ...saved, ...(checked && { ...faultsOf(form), ...(waiting && { cover: 'photosWaiting' as const }) }) }
  const said = (field: FieldName) => faults[field] && yh(faults[field])
  const put = <K extends keyof ProfileForm>(key: K, value: ProfileForm[K]) => {
    setSaved({})
    setForm((now) => ({ ...now, [key]: value }))
  }
  const changeCover = useCallback((to: (photos: DraftPhoto[]) => DraftPhoto[]) => {
    setSaved({})
    setCover(to)
  }, [])
  const save = async () => {
    setChecked(true)
    if (waiting || Object.keys(faultsOf(form)).length) return buzz(false)
    const done = await write({ org: home.homeId, revision: home.profile.revision, ...inputOf(form), ...(cover[0] && { coverId: cover[0].photoId }) }, yh('saved'))
    if (done === 'done') return back('staff/youth-home')
    if (done) setSaved(faultsFrom(done.errors))
  }
  return (
    <>
      <Box role='status' live='polite'>{told && <Box className='s-warn'>{told}</Box>}</Box>
      <PhotoField photos={cover} change={changeCover} start={startOwn} label={yh('cover')} hint={yh('coverHint')} fault={said('cover')} most={1} />
      <Field label={yh('introduction')} hint={yh('introductionHint')} fault={said('introduction')} id='introduction'><TextArea id='introduction' label={yh('introduction')} value={form.introduction} onValue={(value) => put('introduction', value)} maxLength={1000} rows={4} /></Field>
      <Field label={yh('address')} fault={said('address')} id='address'><TextInput id='address' label={yh('address')} value={form.address} onValue={(value) => put('address', value)} placeholder={yh('addressHint')} maxLength={120} /></Field>
      <Field label={`${yh('contact')}${t('optional')}`} hint={yh('contactHint')} fault={said('contact')} id='contact'><TextInput id='contact' label={yh('contact')} value={form.contact} onValue={(value) => put('contact', value)} maxLength={60} /></Field>
      <Field label={`${yh('notice')}${t('optional')}`} hint={yh('noticeHint')} id='notice'><TextInput id='notice' label={yh('notice')} value={form.notice} onValue={(value) => put('notice', value)} maxLength={200} /></Field>
      <HoursFields hours={form.hours} onHours={(hours) => put('hours', hours)} fault={said('hours')} />
      <Refused trouble={trouble} />
      <Button busy={sending} onTap={() => void save()}>{yh('save')}</Button>
    </>
  )
}

/** What a home says of itself. */
export default function HomeProfile() {
  const staff = useStaff()
  const { id } = useParams()
  const query = useHome(staff && (id ?? staff.role.scope))
  return <Page title={yh('profile')}><WithQuery query={query} rows={4}>{(home) => <Form key={home.homeId} query={query} home={home} />}</WithQuery></Page>
}

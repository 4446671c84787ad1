import '../parts/staff.css'
import { useRef, useState } from 'react'
import { inScope } from '@shared/model/org'
import { clientId } from '@/api/client-id'
import { useQuery } from '@/api/use-query'
import { useSend } from '@/api/use-send'
import { buzz } from '@/platform/haptic'
import { replace } from '@/platform/navigate'
import { t } from '@/text'
import { duration, localDate } from '@/text/format'
import { Page } from '@/ui/page'
import { Button, Field } from '@/ui/parts'
import { Box, DateInput, Select, TextArea, TextInput, TimeInput } from '@/ui/primitives'
import { Refused } from '@/ui/states'
import { toast } from '@/ui/toast'
import { useStaff } from '../parts/use-staff'
import { s } from '../text'
import { CreditFields } from './credit-fields'
import { type Draft, type Faults, type Field as FieldName, faultsFrom, faultsOf, inputOf, newDraft, timesOf } from './draft'

/** "2 h in all", and the day of an end after midnight, which two times alone do not say. */
const lengthWords = (draft: Draft): string | undefined => {
  const { start, end } = timesOf(draft)
  if (Number.isNaN(end - start)) return undefined
  const time = duration((end - start) / 60_000)
  return localDate(end) === draft.day ? s('lasts', { time }) : s('lastsOver', { time, day: localDate(end) })
}

/** The draft, checked here and by the server, and sent under one id for as long as it is the same. */
const usePublishEvent = (ownScope: string) => {
  const [draft, setDraft] = useState(() => newDraft(Date.now()))
  const [checked, setChecked] = useState(false)
  const [told, setTold] = useState<Faults>({})
  const id = useRef(clientId())
  const { send, sending, trouble } = useSend('publishEvent')
  const org = draft.org || ownScope
  const put = <K extends keyof Draft>(key: K, value: Draft[K]) => {
    id.current = clientId()
    setTold({})
    setDraft((now) => ({ ...now, [key]: value }))
  }
  const publish = async () => {
    setChecked(true)
    if (Object.keys(faultsOf(draft, Date.now())).length) return buzz(false)
    const reply = await send(inputOf(draft, id.current, org))
    if (!reply) return
    if (!reply.ok) return setTold(faultsFrom(reply.trouble.errors))
    toast(s('published'))
    replace('staff/check-in', { id: reply.value.eventId })
  }
  return { draft, put, org, faults: { ...told, ...(checked && faultsOf(draft, Date.now())) }, publish, sending, trouble }
}

/** A new event: two hours from the next whole hour, unless said otherwise. */
export default function PublishEvent() {
  const staff = useStaff()
  const orgs = useQuery('listOrgs', {})
  const hosts = (orgs.value ?? []).filter((org) => staff && inScope(staff.role.scope, org.id))
  const { draft, put, org, faults, publish, sending, trouble } = usePublishEvent(staff?.role.scope ?? '')
  const said = (field: FieldName) => faults[field] && s(faults[field])
  return (
    <Page title={s('publish')}>
      {hosts.length > 1 && <Field label={s('host')} fault={said('org')}><Select label={s('host')} value={org} onValue={(value) => put('org', value)} options={hosts.map((one) => [one.id, one.name] as const)} /></Field>}
      <Field label={s('eventTitle')} fault={said('title')} id='title'><TextInput id='title' label={s('eventTitle')} value={draft.title} onValue={(value) => put('title', value)} placeholder={s('eventTitleHint')} maxLength={60} /></Field>
      <Field label={t('day')}><DateInput label={t('day')} value={draft.day} onValue={(value) => put('day', value)} min={localDate(Date.now())} /></Field>
      <Field label={`${t('from')} – ${t('until')}`} hint={lengthWords(draft)} fault={said('time')} id='time'>
        <Box className='q-row'><Box className='q-grow'><TimeInput label={t('from')} value={draft.from} onValue={(value) => put('from', value)} /></Box><Box className='q-grow'><TimeInput label={t('until')} value={draft.until} onValue={(value) => put('until', value)} /></Box></Box>
      </Field>
      <Field label={t('where')} fault={said('place')} id='place'><TextInput id='place' label={t('where')} value={draft.place} onValue={(value) => put('place', value)} placeholder={s('placeHint')} maxLength={80} /></Field>
      <CreditFields draft={draft} put={put} faults={faults} />
      <Field label={s('capacity')} hint={s('capacityHint')} fault={said('capacity')} id='capacity'><TextInput id='capacity' type='number' label={s('capacity')} value={draft.capacity} onValue={(value) => put('capacity', value)} maxLength={5} /></Field>
      <Field label={s('about')} fault={said('about')}><TextArea label={s('about')} value={draft.about} onValue={(value) => put('about', value)} placeholder={s('aboutHint')} maxLength={1000} rows={3} /></Field>
      <Refused trouble={trouble} />
      <Button busy={sending} onTap={() => void publish()}>{s('publishNow')}</Button>
    </Page>
  )
}

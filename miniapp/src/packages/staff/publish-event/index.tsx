import '../parts/staff.css'
import { useRef, useState } from 'react'
import { clientId } from '@/api/client-id'
import { useQuery } from '@/api/use-query'
import { useSend } from '@/api/use-send'
import { replace } from '@/platform/navigate'
import { inScope } from '@shared/model/org'
import { categoryName } from '@/text/figure-words'
import { instantOf, localDate } from '@/text/format'
import { Page } from '@/ui/page'
import { Button, Chips, Field } from '@/ui/parts'
import { Box, DateInput, Select, TextArea, TextInput, TimeInput } from '@/ui/primitives'
import { Refused } from '@/ui/states'
import { toast } from '@/ui/toast'
import { t } from '@/text'
import { useStaff } from '../parts/use-staff'
import { type StaffKey, s } from '../text'

const categories = ['volunteering', 'quality-activity', 'civics-class', 'league-class', 'youth-home'] as const
type Draft = { org: string; title: string; category: (typeof categories)[number]; day: string; from: string; until: string; place: string; capacity: string; about: string }

const faultsOf = (draft: Draft): Partial<Record<keyof Draft, StaffKey>> => {
  const [start, end] = [Date.parse(instantOf(draft.day, draft.from)), Date.parse(instantOf(draft.day, draft.until))]
  return {
    ...(draft.title.trim() === '' && { title: 'needTitle' as const }), ...(draft.place.trim() === '' && { place: 'needPlace' as const }),
    ...(!(end > start) ? { until: 'wrongTimes' as const } : end < Date.now() ? { until: 'isPast' as const } : {}),
    ...(draft.capacity !== '' && !/^[1-9]\d{0,4}$/.test(draft.capacity) && { capacity: 'wholeNumber' as const }),
  }
}

/** A new event, tomorrow morning unless said otherwise. */
export default function PublishEvent() {
  const staff = useStaff()
  const orgs = useQuery('listOrgs', {})
  const hosts = (orgs.value ?? []).filter((org) => staff && inScope(staff.role.scope, org.id))
  const [draft, setDraft] = useState<Draft>({ org: '', title: '', category: 'volunteering', day: localDate(Date.now() + 86_400_000), from: '09:00', until: '11:00', place: '', capacity: '', about: '' })
  const [checked, setChecked] = useState(false)
  const id = useRef(clientId())
  const { send, sending, trouble } = useSend('publishEvent')
  const put = (key: keyof Draft) => (value: string) => {
    id.current = clientId()
    setDraft((d) => ({ ...d, [key]: value }))
  }
  const faults = checked ? faultsOf(draft) : {}
  const said = (key: keyof Draft) => faults[key] && s(faults[key])
  const org = draft.org || staff?.role.scope || ''
  const publish = async () => {
    setChecked(true)
    if (Object.keys(faultsOf(draft)).length) return
    const { title, category, place, capacity, about } = draft
    const reply = await send({ id: id.current, org, title, category, place, startsAt: instantOf(draft.day, draft.from), endsAt: instantOf(draft.day, draft.until), ...(capacity && { capacity: Number(capacity) }), ...(about && { description: about }) })
    if (!reply?.ok) return
    toast(s('published'))
    replace('staff/check-in', { id: reply.value.eventId })
  }
  return (
    <Page title={s('publish')}>
      {hosts.length > 1 && <Field label={s('host')}><Select label={s('host')} value={org} onValue={put('org')} options={hosts.map((one) => [one.id, one.name] as const)} /></Field>}
      <Field label={s('eventTitle')} fault={said('title')} id='title'><TextInput id='title' label={s('eventTitle')} value={draft.title} onValue={put('title')} placeholder={s('eventTitleHint')} maxLength={60} /></Field>
      <Field label={s('creditFor')}><Chips label={s('creditFor')} value={draft.category} onValue={put('category')} options={categories.map((one) => [one, categoryName(one)] as const)} /></Field>
      <Field label={t('day')}><DateInput label={t('day')} value={draft.day} onValue={put('day')} min={localDate(Date.now())} /></Field>
      <Field label={`${t('from')} – ${t('until')}`} fault={said('until')} id='time'>
        <Box className='q-row'><Box className='q-grow'><TimeInput label={t('from')} value={draft.from} onValue={put('from')} /></Box><Box className='q-grow'><TimeInput label={t('until')} value={draft.until} onValue={put('until')} /></Box></Box>
      </Field>
      <Field label={t('where')} fault={said('place')} id='place'><TextInput id='place' label={t('where')} value={draft.place} onValue={put('place')} maxLength={80} /></Field>
      <Field label={s('capacity')} hint={s('capacityHint')} fault={said('capacity')} id='capacity'><TextInput id='capacity' type='number' label={s('capacity')} value={draft.capacity} onValue={put('capacity')} maxLength={5} /></Field>
      <Field label={s('about')}><TextArea label={s('about')} value={draft.about} onValue={put('about')} placeholder={s('aboutHint')} maxLength={1000} rows={3} /></Field>
      <Refused trouble={trouble} />
      <Button busy={sending} onTap={() => void publish()}>{s('publishNow')}</Button>
    </Page>
  )
}

import { useRef, useState } from 'react'
import { inScope } from '@shared/model/org'
import { clientId } from '@/api/client-id'
import { useSend } from '@/api/use-send'
import { buzz } from '@/platform/haptic'
import { back } from '@/platform/navigate'
import { localDate } from '@/text/format'
import { Button, Field } from '@/ui/parts'
import { Box, DateInput, Select, Text, TextArea, TextInput } from '@/ui/primitives'
import { Refused } from '@/ui/states'
import { toast } from '@/ui/toast'
import type { Staff } from '../parts/use-staff'
import { tu, type TurnKey } from '../text/turns'
import { type Chosen, PlaceFields, type Places, schoolOf } from './place-fields'

const codes: Record<string, TurnKey> = { unknown: 'unknownPerson', several: 'severalPeople', 'not-a-branch': 'notBranch', 'unknown-class': 'unknownClass', required: 'chooseClass', 'same-place': 'samePlace' }

/** Somebody who comes from another school: by what they say of themselves, for that school's branch to confirm. */
export const Claim = ({ staff, places }: { staff: Staff; places: Places }) => {
  const own = places.filter(({ id, kind }) => kind === 'branch' && inScope(staff.role.scope, id))
  const [draft, setDraft] = useState({ name: '', birthDate: '', to: own.length === 1 ? (own[0]?.id ?? '') : '', className: '', why: '' })
  const [from, setFrom] = useState<Chosen>({ school: '', branch: '', className: '' })
  const [checked, setChecked] = useState(false)
  const [told, setTold] = useState<Record<string, TurnKey>>({})
  const id = useRef(clientId())
  const { send, sending, trouble } = useSend('claimMember')
  const put = (next: Partial<typeof draft>) => {
    id.current = clientId()
    setTold({})
    setDraft((now) => ({ ...now, ...next }))
  }
  const empty: Record<string, TurnKey> = {
    ...(draft.name.trim() === '' && { name: 'needPerson' }), ...(draft.birthDate === '' && { birthDate: 'needDate' }), ...(from.branch === '' && { from: 'needBranch' }), ...(draft.to === '' && { to: 'needBranch' }), ...(draft.why.trim() === '' && { why: 'needWhy' }),
  }
  const faults: Record<string, TurnKey> = { ...(checked && empty), ...told }
  const said = (field: string) => (faults[field] ? tu(faults[field]) : undefined)
  const classes = own.find((one) => one.id === draft.to)?.classes ?? []
  const save = async () => {
    setChecked(true)
    if (Object.keys(empty).length) return buzz(false)
    const reply = await send({ id: id.current, org: draft.to, ...(draft.className !== '' && { className: draft.className }), name: draft.name.trim(), birthDate: draft.birthDate, from: from.branch, why: draft.why.trim() })
    if (!reply) return
    if (!reply.ok) return setTold(Object.fromEntries(reply.trouble.errors.map(({ path, code }) => [path, codes[code] ?? 'fieldWrong'])))
    toast(tu(reply.value.state === 'done' ? 'moved' : 'proposed'))
    back('staff/turns')
  }
  return (
    <Box className='s-narrow'>
      <Text className='q-soft q-block s-intro'>{tu('claimWords')}</Text>
      <Field label={tu('claimName')} id='name' fault={said('name')}><TextInput id='name' label={tu('claimName')} value={draft.name} onValue={(name) => put({ name })} maxLength={40} /></Field>
      <Field label={tu('claimBirth')} id='birth' fault={said('birthDate')}><DateInput id='birth' label={tu('claimBirth')} value={draft.birthDate} max={localDate(Date.now())} onValue={(birthDate) => put({ birthDate })} /></Field>
      <PlaceFields places={places.filter((one) => one.kind !== 'branch' || schoolOf(one.id) !== schoolOf(draft.to || `${staff.role.scope}.`))} value={from} onChange={(next) => { put({}); setFrom(next) }} faults={faults.from ? { branch: faults.from } : {}} words={{ school: tu('claimSchool'), branch: tu('claimFrom') }} withClass={false} />
      <Field label={tu('claimTo')} id='to' fault={said('to')}><Select id='to' label={tu('claimTo')} value={draft.to} placeholder={tu('chooseBranch')} onValue={(to) => put({ to, className: '' })} options={own.map((one) => [one.id, `${places.find((school) => school.id === schoolOf(one.id))?.name ?? ''}${one.name}`] as const)} /></Field>
      {classes.length > 1 && <Field label={tu('className')} id='class' fault={said('className')}><Select id='class' label={tu('className')} value={draft.className} placeholder={tu('chooseClass')} onValue={(className) => put({ className })} options={classes.map((one) => [one, one] as const)} /></Field>}
      <Field label={tu('why')} id='why' hint={tu('whyHint')} fault={said('why')}><TextArea id='why' label={tu('why')} value={draft.why} onValue={(why) => put({ why })} maxLength={200} rows={2} /></Field>
      <Refused trouble={trouble?.code === 'invalid-input' ? undefined : trouble} />
      <Button busy={sending} onTap={() => void save()}>{tu('claimNow')}</Button>
    </Box>
  )
}

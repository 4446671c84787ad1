import '../parts/staff.css'
import { useRef, useState } from 'react'
import type { Answer } from '@shared/contract/index'
import { clientId } from '@/api/client-id'
import { useQuery } from '@/api/use-query'
import { useSend } from '@/api/use-send'
import { buzz } from '@/platform/haptic'
import { back, useParams } from '@/platform/navigate'
import { Page } from '@/ui/page'
import { Button, Card, Field, Heading } from '@/ui/parts'
import { Box, Text, TextArea } from '@/ui/primitives'
import { Refused } from '@/ui/states'
import { toast } from '@/ui/toast'
import { WithQuery } from '@/ui/with-query'
import { placeWords, StayLines } from '../parts/stays'
import { type Staff, useStaff } from '../parts/use-staff'
import { tu, type TurnKey } from '../text/turns'
import { Claim } from './claim'
import { type Chosen, PlaceFields, type Places, schoolOf } from './place-fields'

const codes: Record<string, TurnKey> = { 'not-a-branch': 'notBranch', 'same-place': 'samePlace', 'unknown-class': 'unknownClass', required: 'chooseClass' }

/** A member to another class or branch: at once within the school, else proposed to the other one. */
const Move = ({ personId, stays, places, onStale }: { personId: string; stays: Answer<'listStays'>; places: Places; onStale: () => void }) => {
  const { now, items } = stays
  const [place, setPlace] = useState<Chosen>({ school: now ? schoolOf(now.branch) : '', branch: now?.branch ?? '', className: '' })
  const [why, setWhy] = useState('')
  const [checked, setChecked] = useState(false)
  const [told, setTold] = useState<Partial<Record<'branch' | 'className', TurnKey>>>({})
  const id = useRef(clientId())
  const { send, sending, trouble } = useSend('moveMember')
  if (!now) return null
  const fresh = <T,>(put: (value: T) => void) => (value: T) => {
    id.current = clientId()
    setTold({})
    put(value)
  }
  const away = place.school !== '' && place.school !== schoolOf(now.branch)
  const faults = { ...(checked && place.branch === '' && { branch: 'needBranch' as const }), ...told }
  const save = async () => {
    setChecked(true)
    if (place.branch === '' || why.trim() === '') return buzz(false)
    const reply = await send({ personId, id: id.current, from: { branch: now.branch, ...(now.className !== undefined && { className: now.className }) }, to: place.branch, ...(place.className !== '' && { className: place.className }), why: why.trim() })
    if (!reply) return
    if (reply.ok) {
      toast(tu(reply.value.state === 'done' ? 'moved' : 'proposed'))
      return back('staff/turns')
    }
    const [error] = reply.trouble.errors
    if (error) setTold({ [error.path === 'className' ? 'className' : 'branch']: codes[error.code] ?? 'fieldWrong' })
    if (reply.trouble.code === 'member-moved') {
      id.current = clientId()
      onStale()
    }
  }
  const schoolName = places.find(({ id: one }) => one === place.school)?.name ?? ''
  return (
    <Box className='s-two'>
      <Box>
        <Card><Text className='q-soft q-small q-block'>{tu('now')}</Text><Text className='q-strong q-block'>{placeWords(now)}</Text></Card>
        <PlaceFields places={places} value={place} onChange={fresh(setPlace)} faults={faults} />
        <Field label={tu('why')} hint={tu('whyHint')} id='why' fault={checked && why.trim() === '' ? tu('needWhy') : undefined}><TextArea id='why' label={tu('why')} value={why} onValue={fresh(setWhy)} maxLength={200} rows={2} /></Field>
        <Text className='q-soft q-small q-block s-intro'>{away ? tu('proposeHint', { school: schoolName }) : tu('recordsStay')}</Text>
        <Refused trouble={trouble?.code === 'invalid-input' ? undefined : trouble} />
        <Button busy={sending} onTap={() => void save()}>{tu(away ? 'propose' : 'moveNow')}</Button>
      </Box>
      <Box><Heading>{tu('history')}</Heading><Card><StayLines items={items} /></Card></Box>
    </Box>
  )
}

const Known = ({ staff, personId }: { staff: Staff; personId: string }) => {
  const stays = useQuery('listStays', { personId })
  const places = useQuery('listPlaces', { org: staff.role.scope })
  return <WithQuery query={stays} rows={3}>{(value) => <WithQuery query={places} rows={3}>{(all) => <Move key={`${value.now?.branch} ${value.now?.className}`} personId={personId} stays={value} places={all} onStale={() => void stays.refresh()} />}</WithQuery>}</WithQuery>
}

const Unknown = ({ staff }: { staff: Staff }) => {
  const places = useQuery('listPlaces', { org: staff.role.scope })
  return <WithQuery query={places} rows={3}>{(all) => <Claim staff={staff} places={all} />}</WithQuery>
}

/** A member's move; without one, somebody who comes from another school. */
export default function MoveMember() {
  const staff = useStaff(true)
  const { id } = useParams()
  return <Page title={tu(id ? 'move' : 'claim')} wide>{staff && (id ? <Known staff={staff} personId={id} /> : <Unknown staff={staff} />)}</Page>
}

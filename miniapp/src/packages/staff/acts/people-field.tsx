import { useState } from 'react'
import { Button, Card, Field, Row } from '@/ui/parts'
import { Box, Tap, Text, TextInput } from '@/ui/primitives'
import { ac } from './text'

export interface Chosen { personId?: string; name: string }
interface Props { label: string; chosen: readonly Chosen[]; change: (to: Chosen[]) => void; members: readonly { personId: string; name: string }[]; most: number; typed: boolean; fault: string | undefined }

/** People of the branch, looked for by name; with `typed` also somebody who is in no list, by name alone. */
export const PeopleField = ({ label, chosen, change, members, most, typed, fault }: Props) => {
  const [name, setName] = useState('')
  const wanted = name.trim()
  const rest = members.filter((one) => !chosen.some(({ personId }) => personId === one.personId))
  const found = rest.filter((one) => one.name.includes(wanted)).slice(0, 8)
  const add = (one: Chosen) => {
    change([...chosen, one])
    setName('')
  }
  return (
    <Field label={label} fault={fault} id='people'>
      {chosen.map((one, i) => <Row key={one.personId ?? one.name} className='s-line'><Text className='q-grow q-strong'>{one.name}</Text><Tap className='s-check' label={ac('removeOne', { name: one.name })} onTap={() => change(chosen.filter((_, j) => j !== i))}>✕</Tap></Row>)}
      {chosen.length < most && (
        <Box className='s-under-field'>
          <TextInput id='people' label={ac(typed ? 'typeName' : 'findMember')} value={name} onValue={setName} placeholder={ac(typed ? 'typeName' : 'findMember')} maxLength={40} describedBy='people-note' />
          {found.map((one) => <Card key={one.personId} className='s-candidate' onTap={() => add(one)}><Text className='q-block'>{one.name}</Text></Card>)}
          {found.length === 0 && <Text className='q-soft q-small q-block s-under-field'>{ac(typed ? 'noMember' : 'noMemberHere')}</Text>}
          {typed && wanted !== '' && !found.some((one) => one.name === wanted) && <Box className='s-under-field'><Button small kind='plain' onTap={() => add({ name: wanted })}>{ac('addTyped', { name: wanted })}</Button></Box>}
        </Box>
      )}
    </Field>
  )
}

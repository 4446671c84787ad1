import { useState } from 'react'
import { call } from '@/api/call'
import type { Trouble } from '@/api/reply'
import { Button, Field } from '@/ui/parts'
import { Box, Tap, Text, TextInput } from '@/ui/primitives'
import { Refused } from '@/ui/states'
import { tu } from '../text/turns'

export interface Picked { personId: string; name: string; where: string }

/** One member of an organisation, found by a part of the name. */
export const PickMember = ({ org, label, picked, fault, onPick }: { org: string; label: string; picked: Picked | undefined; fault?: string | undefined; onPick: (one: Picked | undefined) => void }) => {
  const [name, setName] = useState('')
  const [state, setState] = useState<{ found?: Picked[]; busy: boolean; trouble?: Trouble }>({ busy: false })
  const find = async () => {
    if (name.trim() === '' || state.busy) return
    onPick(undefined)
    setState({ busy: true })
    const reply = await call('listMembers', { org, name: name.trim(), limit: 20 })
    setState(reply.ok ? { busy: false, found: reply.value.items.map(({ personId, name: full, branchName, className }) => ({ personId, name: full, where: [branchName, className].filter(Boolean).join(' · ') })) } : { busy: false, trouble: reply.trouble })
  }
  return (
    <Field label={label} hint={picked ? undefined : tu('findHint')} fault={fault} id='find'>
      <Box className='q-row'><Box className='q-grow'><TextInput id='find' label={label} value={name} onValue={setName} onDone={() => void find()} maxLength={40} /></Box><Button small kind='plain' busy={state.busy} onTap={() => void find()}>{tu('find')}</Button></Box>
      <Refused trouble={state.trouble} />
      {state.found?.length === 0 && <Text className='q-soft q-block s-under-field'>{tu('noMatch')}</Text>}
      <Box role='radiogroup' label={label}>
        {(state.found ?? (picked ? [picked] : [])).map((one) => {
          const on = one.personId === picked?.personId
          return <Tap key={one.personId} role='radio' selected={on} className={`q-card s-candidate ${on ? 's-row-on' : ''}`} onTap={() => onPick(one)}><Text className='q-strong q-block'>{one.name}</Text><Text className='q-soft q-small q-block'>{one.where}</Text></Tap>
        })}
      </Box>
    </Field>
  )
}

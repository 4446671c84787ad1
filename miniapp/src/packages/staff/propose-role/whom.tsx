import { useState } from 'react'
import { Button, Chips, Field } from '@/ui/parts'
import { Box, Tap, Text, TextInput } from '@/ui/primitives'
import { Refused } from '@/ui/states'
import { s } from '../text'
import type { Draft } from './draft'
import { mostCandidates, useCandidates } from './use-candidates'

/** Whom it is for: somebody found by name, or someone new. */
export const Whom = ({ org, draft, put, fault }: { org: string; draft: Draft; put: (change: Partial<Draft>) => void; fault: string | undefined }) => {
  const [name, setName] = useState('')
  const { found, searching, trouble, search } = useCandidates(org)
  const find = () => {
    if (name.trim() === '') return
    put({ person: undefined })
    void search(name.trim())
  }
  return (
    <>
      <Field label={s('whom')}><Chips label={s('whom')} value={draft.whom} onValue={(whom) => put({ whom })} options={[['known', s('whomKnown')], ['new', s('whomNew')]]} /></Field>
      {draft.whom === 'new' ? (
        <Field label={s('col-name')} hint={s('whomNewHint')} fault={fault} id='name'><TextInput id='name' label={s('col-name')} value={draft.newName} onValue={(newName) => put({ newName })} maxLength={40} /></Field>
      ) : (
        <Field label={s('findName')} hint={draft.person ? undefined : s('findNameHint')} fault={fault} id='find'>
          <Box className='q-row'><Box className='q-grow'><TextInput id='find' label={s('findName')} value={name} onValue={setName} onDone={find} maxLength={40} /></Box><Button small kind='plain' busy={searching} onTap={find}>{s('find')}</Button></Box>
          <Refused trouble={trouble} />
          {found && found.length === 0 && <Text className='q-soft q-block s-under-field'>{s('noMatch')}</Text>}
          <Box role='radiogroup' label={s('whom')}>
            {(found ?? (draft.person ? [draft.person] : [])).map((one) => {
              const on = one.personId === draft.person?.personId
              return <Tap key={one.personId} role='radio' selected={on} className={`q-card s-candidate ${on ? 's-row-on' : ''}`} onTap={() => put({ person: one })}><Text className='q-strong q-block'>{one.name}</Text><Text className='q-soft q-small q-block'>{one.where}</Text></Tap>
            })}
          </Box>
          {found && found.length >= mostCandidates && <Text className='q-soft q-small q-block'>{s('moreNamed')}</Text>}
        </Field>
      )}
    </>
  )
}

import { useState } from 'react'
import type { Answer } from '@shared/contract/index'
import { useQuery } from '@/api/use-query'
import { Button, Card, Field } from '@/ui/parts'
import { Box, Text, TextInput } from '@/ui/primitives'
import { WithQuery } from '@/ui/with-query'
import { k } from '../text/conflicts'

export type Found = Answer<'listEventPeople'>['people'][number]

/** Which member a noted name means: looked for among those who may come to the event, by name or pinyin initials. */
export const PersonPick = ({ eventId, named, chosen, fault, onChoose }: { eventId: string; named: string; chosen: Found | undefined; fault: boolean; onChoose: (one: Found) => void }) => {
  const [typed, setTyped] = useState(named)
  const [asked, setAsked] = useState(named)
  const query = useQuery('listEventPeople', asked ? { eventId, name: asked } : undefined)
  const find = () => setAsked(typed.trim())
  return (
    <>
      <Field label={k('whoIs')} hint={k('whoHint')} fault={fault ? k('needWho') : undefined} id='who'><TextInput id='who' label={k('whoIs')} value={typed} onValue={setTyped} maxLength={40} onDone={find} describedBy='who-note' invalid={fault} /></Field>
      <Box>{typed.trim() !== asked && <Button small kind='plain' onTap={find}>{k('find')}</Button>}</Box>
      <Box>{asked && (
        <WithQuery query={query} rows={1}>
          {({ people, more }) => (
            <>
              {people.length === 0 && <Text className='q-block q-soft'>{k('nobodyFound')}</Text>}
              {people.map((one) => (
                <Card key={one.personId} className={`s-candidate ${chosen?.personId === one.personId ? 's-row-on' : ''}`} onTap={() => onChoose(one)}>
                  <Text className='q-strong q-block'>{`${chosen?.personId === one.personId ? '✓ ' : ''}${one.name}`}</Text>
                  <Text className='q-soft q-small q-block'>{[one.branchName, one.className].filter(Boolean).join(' · ')}</Text>
                </Card>
              ))}
              {more && <Text className='q-block q-soft q-small'>{k('moreFound')}</Text>}
            </>
          )}
        </WithQuery>
      )}</Box>
    </>
  )
}

import type { CourseKind } from '@shared/model/league-school'
import { useState } from 'react'
import { useQuery } from '@/api/use-query'
import { Button, Chips, Field, Row } from '@/ui/parts'
import { Box, Select, Tap, Text, TextInput } from '@/ui/primitives'
import { WithQuery } from '@/ui/with-query'
import { lg } from '../text/league-school'

type Chosen = ReadonlyMap<string, string>
const whole = 'all'
const isNamed = (one: { name: string; initials?: string | undefined }, typed: string): boolean => one.name.includes(typed) || (one.initials?.includes(typed.toLowerCase()) ?? false)

/** Who came: the school's people by branch, name and whether they are members; everyone shown at once, or one by one. Names go with the ids, for what is told of them later. */
export const Pick = ({ org, kind, on, chosen, setChosen }: { org: string; kind: CourseKind; on: ReadonlySet<string>; chosen: Chosen; setChosen: (to: Chosen) => void }) => {
  const [branch, setBranch] = useState(whole)
  const [name, setName] = useState('')
  const [who, setWho] = useState<'those' | 'everybody'>('those')
  const of = branch === whole ? { org } : { org, branch }
  const all = useQuery('findAttenders', of)
  const typed = name.trim()
  // A list too long to be here whole is asked for by name; a short one is narrowed without asking.
  const named = useQuery('findAttenders', all.value?.more && typed ? { ...of, name: typed } : undefined)
  const query = all.value?.more && typed ? named : all
  return (
    <>
      <Field label={lg('branch')}><Select label={lg('branch')} value={branch} onValue={setBranch} options={[[whole, lg('allBranches')] as const, ...(all.value?.branches ?? []).map(({ id, name: words }) => [id, words] as const)]} /></Field>
      <Field label={lg('find')}><TextInput label={lg('find')} value={name} onValue={setName} placeholder={lg('findHint')} maxLength={40} /></Field>
      <Field label={lg('filter')}><Chips label={lg('filter')} value={who} onValue={setWho} options={[['those', lg(kind === 'members' ? 'only-members' : 'only-others')] as const, ['everybody', lg('everybody')] as const]} /></Field>
      <WithQuery query={query} rows={3}>
        {({ people, more }) => {
          const shown = people.filter((one) => !on.has(one.personId) && (typed === '' || isNamed(one, typed)) && (who === 'everybody' || one.leagueMember === (kind === 'members')))
          const toggle = (personId: string, words: string) => setChosen(chosen.has(personId) ? new Map([...chosen].filter(([id]) => id !== personId)) : new Map([...chosen, [personId, words]]))
          return (
            <>
              <Row className='s-select'>
                <Text className='q-grow q-soft q-num'>{lg('pickedN', { n: chosen.size })}</Text>
                <Button small kind='plain' disabled={shown.length === 0} onTap={() => setChosen(new Map([...chosen, ...shown.map((one) => [one.personId, one.name] as const)]))}>{lg('all')}</Button>
                <Button small kind='plain' disabled={chosen.size === 0} onTap={() => setChosen(new Map())}>{lg('clear')}</Button>
              </Row>
              {more && <Text className='q-soft q-small q-block s-under-field'>{lg('moreFound')}</Text>}
              {shown.length === 0 && <Text className='q-soft q-block s-under-field'>{lg('noneFound')}</Text>}
              <Box className='s-people'>
                {shown.map(({ personId, name: words, className }) => {
                  const ticked = chosen.has(personId)
                  return (
                    <Tap key={personId} role='checkbox' selected={ticked} className={`s-row s-person ${ticked ? 's-row-on' : ''}`} onTap={() => toggle(personId, words)}>
                      <Box className='s-check'><Box className={`s-box ${ticked ? 's-box-on' : ''}`}>{ticked ? '✓' : ''}</Box></Box>
                      <Box className='q-grow'><Text className='q-strong'>{words}</Text>{className && <Text className='q-soft q-small q-block'>{className}</Text>}</Box>
                    </Tap>
                  )
                })}
              </Box>
            </>
          )
        }}
      </WithQuery>
    </>
  )
}

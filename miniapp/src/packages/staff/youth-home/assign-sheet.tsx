import type { Answer } from '@shared/contract/index'
import type { HomeView } from '@shared/contract/youth-homes'
import { useState } from 'react'
import { call } from '@/api/call'
import type { Trouble } from '@/api/reply'
import type { Query } from '@/api/use-query'
import { buzz } from '@/platform/haptic'
import { t } from '@/text'
import { localDate } from '@/text/format'
import { Button, Card, Field, Row } from '@/ui/parts'
import { Box, DateInput, Text, TextInput } from '@/ui/primitives'
import { Sheet } from '@/ui/sheet'
import { Refused } from '@/ui/states'
import { useHomeWrite } from '../parts/use-home'
import { yh } from '../text/homes'
import type { Post } from './posts'

type Found = Answer<'findPostHolders'>
type Person = Found['people'][number]

/** Finds who may hold the post, by name. */
const Find = ({ homeId, onPick }: { homeId: string; onPick: (person: Person) => void }) => {
  const [name, setName] = useState('')
  const [found, setFound] = useState<Found>()
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble>()
  const find = async () => {
    if (busy || name.trim().length < 2) return buzz(false)
    setBusy(true)
    const reply = await call('findPostHolders', { org: homeId, name: name.trim() })
    setBusy(false)
    setTrouble(reply.ok ? undefined : reply.trouble)
    if (reply.ok) setFound(reply.value)
  }
  return (
    <>
      <Field label={yh('findName')} hint={yh('findHint')} id='find'><Row><Box className='q-grow'><TextInput id='find' label={yh('findName')} value={name} onValue={setName} onDone={() => void find()} maxLength={40} /></Box><Button small busy={busy} onTap={() => void find()}>{yh('search')}</Button></Row></Field>
      <Refused trouble={trouble} />
      <Box role='status' live='polite'>{found && found.people.length === 0 && <Text className='q-soft q-block s-intro'>{yh('noneFound')}</Text>}{found?.more && <Text className='q-soft q-block s-intro'>{yh('moreFound')}</Text>}</Box>
      <Box>{found?.people.map((person) => <Card key={person.personId} className='s-candidate' onTap={() => onPick(person)}><Text className='q-strong q-block'>{person.name}</Text><Text className='q-soft q-small q-block'>{person.branchName ?? ''}</Text></Card>)}</Box>
    </>
  )
}

/** Gives a post to somebody from a day on. */
export const AssignSheet = ({ query, homeId, post, onClose }: { query: Query<HomeView>; homeId: string; post: Post; onClose: () => void }) => {
  const [person, setPerson] = useState<Person>()
  const [from, setFrom] = useState(localDate(Date.now()))
  const [to, setTo] = useState('')
  const [fault, setFault] = useState<'holdsIt' | 'fieldWrong'>()
  const { write, sending, told, trouble } = useHomeWrite('assignPost', query)
  const wrong = from === '' || (to !== '' && to < from)
  const assign = async () => {
    if (!person || wrong) return buzz(false)
    const done = await write({ org: homeId, postId: post.postId, personId: person.personId, from, ...(to && { to }) }, yh('assigned'))
    if (done === 'done') return onClose()
    if (done) setFault(done.errors.some(({ code }) => code === 'holds-it') ? 'holdsIt' : done.errors.length ? 'fieldWrong' : undefined)
  }
  return (
    <Sheet title={yh('assignTitle', { post: post.title })} onClose={onClose} closeWords={t('cancel')}>
      <Box role='status' live='polite'>{told && <Box className='s-warn'>{told}</Box>}</Box>
      {!person && <Find homeId={homeId} onPick={setPerson} />}
      {person && (
        <>
          <Field label={person.name} hint={person.branchName} fault={fault && yh(fault)}><Button small kind='plain' onTap={() => { setPerson(undefined); setFault(undefined) }}>{yh('findName')}</Button></Field>
          <Field label={yh('from')} fault={from === '' ? yh('needDate') : undefined}><DateInput label={yh('from')} value={from} onValue={setFrom} /></Field>
          <Field label={`${yh('to')}${t('optional')}`} hint={yh('toHint')} fault={wrong && from !== '' ? yh('dayOrder') : undefined}><DateInput label={yh('to')} value={to} onValue={setTo} min={from} placeholder={yh('toHint')} /></Field>
          <Refused trouble={trouble} />
          <Button busy={sending} onTap={() => void assign()}>{yh('assign')}</Button>
        </>
      )}
    </Sheet>
  )
}

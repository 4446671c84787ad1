import type { Answer } from '@shared/contract/index'
import { Button, Field, Heading, Row } from '@/ui/parts'
import { Box, DateInput, Tap, TextInput } from '@/ui/primitives'
import { Empty } from '@/ui/states'
import { mt, type MeetingKey } from '../text/meetings'
import { CandidateLine } from './candidate-line'

export interface Agenda {
  date: string
  place: string
  host: string
  recorder: string
  candidates: string[]
  items: { title: string; outcome: string }[]
}
type Faults = Partial<Record<'date' | 'place' | 'host' | 'recorder' | 'items', MeetingKey>>

/** When, where, who leads, whom it votes on, and what else. `fixed`: the date stays, and so do these candidates, for votes were recorded. */
export const AgendaFields = <A extends Agenda>({ agenda, put, faults, people, fixed = [] }: { agenda: A; put: (change: Partial<Agenda>) => void; faults: Faults; people: Answer<'prepareMeeting'>['candidates']; fixed?: readonly string[] }) => {
  const said = (key: keyof Faults) => faults[key] && mt(faults[key])
  const { candidates, items } = agenda
  const toggle = (id: string) => put({ candidates: candidates.includes(id) ? candidates.filter((one) => one !== id) : [...candidates, id] })
  const change = (at: number, to: Partial<Agenda['items'][number]>) => put({ items: items.map((one, i) => (i === at ? { ...one, ...to } : one)) })
  return (
    <>
      {fixed.length > 0 ? <Field label={mt('date')} hint={mt('locked')}><Box className='q-strong q-num'>{agenda.date}</Box></Field> : <Field label={mt('date')} fault={said('date')} id='date'><DateInput id='date' label={mt('date')} value={agenda.date} onValue={(date) => put({ date })} /></Field>}
      <Field label={mt('place')} fault={said('place')} id='place'><TextInput id='place' label={mt('place')} value={agenda.place} onValue={(place) => put({ place })} placeholder={mt('placeHint')} maxLength={60} /></Field>
      <Box className='s-filters s-filters-two'>
        <Field label={mt('host')} fault={said('host')} id='host'><TextInput id='host' label={mt('host')} value={agenda.host} onValue={(host) => put({ host })} placeholder={mt('nameHint')} maxLength={40} /></Field>
        <Field label={mt('recorder')} fault={said('recorder')} id='recorder'><TextInput id='recorder' label={mt('recorder')} value={agenda.recorder} onValue={(recorder) => put({ recorder })} placeholder={mt('nameHint')} maxLength={40} /></Field>
      </Box>
      <Heading>{mt('candidates')}</Heading>
      {people.length === 0 && <Empty title={mt('noCandidates')} words={mt('noCandidatesWords')} />}
      {people.map((one) => {
        const on = candidates.includes(one.personId)
        return (
          <Tap key={one.personId} role='checkbox' selected={on} label={one.name} disabled={fixed.includes(one.personId)} className={`s-row s-person ${on ? 's-row-on' : ''}`} onTap={() => toggle(one.personId)}>
            <Box className='s-check'><Box className={`s-box ${on ? 's-box-on' : ''}`}>{on ? '✓' : ''}</Box></Box>
            <CandidateLine one={one} />
          </Tap>
        )
      })}
      <Heading>{mt('items')}</Heading>
      {items.map(({ title }, i) => (
        <Row key={i} className='mt-item'>
          <Box className='q-grow'><TextInput label={mt('itemN', { n: i + 1 })} value={title} onValue={(to) => change(i, { title: to })} placeholder={mt('itemHint')} maxLength={100} /></Box>
          <Button small kind='plain' label={mt('removeItem', { n: i + 1 })} onTap={() => put({ items: items.filter((_, at) => at !== i) })}>✕</Button>
        </Row>
      ))}
      {said('items') && <Box className='q-fault' role='alert'>{said('items')}</Box>}
      <Box>{items.length < 20 && <Button small kind='plain' onTap={() => put({ items: [...items, { title: '', outcome: '' }] })}>{mt('addItem')}</Button>}</Box>
    </>
  )
}

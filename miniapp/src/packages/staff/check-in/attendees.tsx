import { memo, useState } from 'react'
import { duration, localTime } from '@/text/format'
import { t } from '@/text'
import { Button, Card, Chips, Heading, Row } from '@/ui/parts'
import { Box, Text, TextInput } from '@/ui/primitives'
import { Empty } from '@/ui/states'
import { s } from '../text'
import { type Attendee, countsOf, type Direction, type Where, whereIs } from './attendance'

const whereWords = ({ entryAt, exitAt, minutes }: Attendee) => {
  if (!entryAt) return s('notYet')
  const when = exitAt ? s('inAndOut', { from: localTime(entryAt), to: localTime(exitAt) }) : s('inAt', { time: localTime(entryAt) })
  return exitAt && minutes !== undefined ? `${when} · ${s('minutesHere', { time: duration(minutes) })}` : when
}

type OnTap = (personId: string, direction: Direction) => void

/** One person of the list, with the way in or out by a tap. */
const AttendeeRow = memo(({ one, open, onTap }: { one: Attendee; open: boolean; onTap: OnTap }) => (
  <Box className='s-line'>
    <Row>
      <Box className='q-grow'><Text className='q-strong q-block'>{`${one.name}${one.signedUp ? '' : ` · ${s('walkIn')}`}`}</Text><Text className='q-soft q-small q-block'>{whereWords(one)}</Text></Box>
      {open && !one.entryAt && <Button small label={s('tapIn', { name: one.name })} onTap={() => onTap(one.personId, 'entry')}>{s('entry')}</Button>}
      {open && one.entryAt && !one.exitAt && <Button small kind='plain' label={s('tapOut', { name: one.name })} onTap={() => onTap(one.personId, 'exit')}>{s('exit')}</Button>}
    </Row>
  </Box>
))

const step = 50

/** Everybody, by where they are and by name. The first 50 are drawn; a long list is looked through by name. */
export const Attendees = ({ items, complete, open, onTap }: { items: Attendee[]; complete: boolean; open: boolean; onTap: OnTap }) => {
  const [where, setWhere] = useState<Where | 'all'>('all')
  const [name, setName] = useState('')
  const [most, setMost] = useState(step)
  const counts = countsOf(items)
  // Counts of half a list would be wrong ones.
  const words = (key: Where | 'all') => `${s(key)} ${complete ? (key === 'all' ? items.length : counts[key]) : '…'}`
  const found = items.filter((one) => (where === 'all' || whereIs(one) === where) && one.name.includes(name.trim()))
  return (
    <>
      <Heading>{s('listTitle')}</Heading>
      <Box className='s-tools'><Chips label={s('listTitle')} value={where} onValue={setWhere} options={(['all', 'expected', 'here', 'left'] as const).map((one) => [one, words(one)] as const)} /></Box>
      <Box className='s-tools'><TextInput label={s('findName')} value={name} onValue={setName} placeholder={s('findName')} maxLength={40} /></Box>
      <Box>{found.length === 0 ? <Empty title={s(items.length ? 'noMatch' : 'noAttendees')} /> : <Card>{found.slice(0, most).map((one) => <AttendeeRow key={one.personId} one={one} open={open} onTap={onTap} />)}</Card>}</Box>
      {found.length > most && <Box className='q-foot'><Button small kind='plain' onTap={() => setMost(most + 2 * step)}>{t('more')}</Button></Box>}
    </>
  )
}

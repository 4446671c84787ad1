import { memo, useState } from 'react'
import { duration, localTime } from '@/text/format'
import { t } from '@/text'
import { Button, Card, Chips, Heading, Row } from '@/ui/parts'
import { Box, Tap, Text, TextInput } from '@/ui/primitives'
import { Empty } from '@/ui/states'
import { s } from '../text'
import { type Attendee, countsOf, type Direction, fits, type Where, whereIs } from './attendance'
import { PersonSheet } from './person-sheet'
import { c } from './text'
import type { Who } from './use-check-in'

const whereWords = ({ entryAt, exitAt, minutes, waiting }: Attendee) => {
  if (!entryAt) return waiting ? c('waitingOne') : s('notYet')
  const when = exitAt ? s('inAndOut', { from: localTime(entryAt), to: localTime(exitAt) }) : s('inAt', { time: localTime(entryAt) })
  return exitAt && minutes !== undefined ? `${when} · ${s('minutesHere', { time: duration(minutes) })}` : when
}

type OnMove = (who: Who, direction: Direction) => void

/** One person of the list, with the way in or out by a tap; more by a tap on the name. */
const AttendeeRow = memo(({ one, open, onMove, onOpen }: { one: Attendee; open: boolean; onMove: OnMove; onOpen: (one: Attendee) => void }) => {
  const { personId, name } = one
  const words = <><Text className='q-strong q-block'>{`${name}${one.signedUp || one.waiting ? '' : ` · ${s('walkIn')}`}`}</Text><Text className='q-soft q-small q-block'>{whereWords(one)}</Text></>
  return (
    <Box className='s-line'>
      <Row>
        <Box className='q-grow'><Tap className='s-person' onTap={() => onOpen(one)}>{words}</Tap></Box>
        {open && !one.entryAt && <Button small label={s('tapIn', { name })} onTap={() => onMove({ personId, name }, 'entry')}>{s('entry')}</Button>}
        {open && one.entryAt && !one.exitAt && <Button small kind='plain' label={s('tapOut', { name })} onTap={() => onMove({ personId, name }, 'exit')}>{s('exit')}</Button>}
      </Row>
    </Box>
  )
})

const step = 50

/** Everybody, by where they are and by name or initials; who is in no list is noted by name. The first 50 are drawn; a long list is looked through by name. */
export const Attendees = ({ items, complete, open, endsAt, direction, onMove }: { items: Attendee[]; complete: boolean; open: boolean; endsAt: string; direction: Direction; onMove: OnMove }) => {
  const [where, setWhere] = useState<Where | 'all'>('all')
  const [name, setName] = useState('')
  const [most, setMost] = useState(step)
  const [opened, setOpened] = useState<Attendee>()
  const counts = countsOf(items)
  // Counts of half a list would be wrong ones.
  const words = (key: Where | 'all') => `${key === 'waiting' ? c('waitlist') : s(key)} ${complete ? (key === 'all' ? items.length : counts[key]) : '…'}`
  const sought = name.trim()
  const found = items.filter((one) => (where === 'all' || whereIs(one) === where) && fits(one, sought))
  const byName = () => {
    onMove({ name: sought }, direction)
    setName('')
  }
  return (
    <>
      <Heading>{s('listTitle')}</Heading>
      <Box className='s-tools s-where'><Chips label={s('listTitle')} value={where} onValue={setWhere} options={(['all', 'expected', 'here', 'left', 'waiting'] as const).filter((one) => one !== 'waiting' || counts.waiting > 0).map((one) => [one, words(one)] as const)} /></Box>
      <Box className='s-tools'><TextInput label={s('findName')} value={name} onValue={setName} placeholder={c('findHint')} maxLength={40} /></Box>
      <Box>{found.length === 0 ? <Empty title={s(items.length ? 'noMatch' : 'noAttendees')} /> : <Card>{found.slice(0, most).map((one) => <AttendeeRow key={one.personId} one={one} open={open} onMove={onMove} onOpen={setOpened} />)}</Card>}</Box>
      <Box>{open && sought.length > 1 && !/^[a-z]+$/i.test(sought) && !found.some((one) => one.name === sought) && <Card><Text className='q-soft q-small q-block s-under-field'>{c('byNameWords')}</Text><Button kind='plain' onTap={byName}>{c('byName', { name: sought })}</Button></Card>}</Box>
      {found.length > most && <Box className='q-foot'><Button small kind='plain' onTap={() => setMost(most + 2 * step)}>{t('more')}</Button></Box>}
      <Box>{opened && <PersonSheet one={opened} open={open} endsAt={endsAt} onClose={() => setOpened(undefined)} onMove={(way, statedTime) => { setOpened(undefined); onMove({ personId: opened.personId, name: opened.name, ...(statedTime !== undefined && { statedTime }) }, way) }} />}</Box>
    </>
  )
}

import { useState } from 'react'
import type { EventView } from '@shared/contract/events'
import { go } from '@/platform/navigate'
import { t } from '@/text'
import { duration, localDate, localTime } from '@/text/format'
import { instantOf } from '@/text/local-time'
import { Button, Card, Field, Heading, Row } from '@/ui/parts'
import { Box, Text, TimeInput } from '@/ui/primitives'
import { Sheet } from '@/ui/sheet'
import { type Attendee, whereIs } from '../check-in/attendance'
import { useCheckIn } from '../check-in/use-check-in'
import { ShownVerdict } from '../check-in/verdict'
import { timeOn } from '../parts/scan-words'
import { k } from '../text/conflicts'

const drawn = 50

/** When somebody left, by the manager's word: between their entry and the event's end. */
const ExitSheet = ({ one, event, onYes, onClose }: { one: Attendee; event: EventView; onYes: (statedTime: string) => void; onClose: () => void }) => {
  const [time, setTime] = useState('')
  const [fault, setFault] = useState(false)
  const yes = () => {
    // An event over midnight ends on the next date.
    const stated = [event.startsAt, event.endsAt].map((day) => Date.parse(instantOf(localDate(day), time || '99:99'))).find((ms) => ms > Date.parse(one.entryAt ?? '') && ms <= Date.parse(event.endsAt))
    if (stated === undefined) return setFault(true)
    onYes(new Date(stated).toISOString())
  }
  const range = k('exitRange', { from: localTime(one.entryAt ?? event.startsAt), to: localTime(event.endsAt) })
  return (
    <Sheet title={k('exitOf', { name: one.name })} onClose={onClose} closeWords={t('cancel')}>
      <Field label={k('exitAt')} hint={range} fault={fault ? range : undefined} id='exit'><TimeInput id='exit' label={k('exitAt')} value={time} onValue={(next) => { setTime(next); setFault(false) }} placeholder='--:--' invalid={fault} describedBy='exit-note' /></Field>
      <Button onTap={yes}>{k('stateExit')}</Button>
    </Sheet>
  )
}

const Missing = ({ event }: { event: EventView }) => {
  // Nobody is scanned here.
  const { items, check, shown, checking } = useCheckIn(event.eventId, event.endsAt, false)
  const [asked, setAsked] = useState<Attendee>()
  const missing = (items ?? []).filter((one) => whereIs(one) === 'here')
  const state = (one: Attendee, statedTime: string) => {
    setAsked(undefined)
    void check({ personId: one.personId, name: one.name, statedTime }, 'exit')
  }
  return (
    <>
      <Box>{shown && <ShownVerdict one={shown} checking={checking} />}</Box>
      {missing.length > 0 && (
        <>
          <Heading>{k('missingN', { n: missing.length })}</Heading>
          <Card>
            <Text className='q-block q-soft s-intro'>{event.minimumMinutes ? k('missingWords', { time: duration(event.minimumMinutes) }) : k('missingNone')}</Text>
            {missing.slice(0, drawn).map((one) => (
              <Box key={one.personId} className='s-line'>
                <Row>
                  <Box className='q-grow'><Text className='q-strong q-block'>{one.name}</Text><Text className='q-soft q-small q-block'>{[one.branchName, k('inSince', { time: timeOn(one.entryAt ?? '', localDate(event.startsAt)) })].filter(Boolean).join(' · ')}</Text></Box>
                  <Button small kind='plain' label={`${k('toScans')} ${one.name}`} onTap={() => go('staff/person-scans', { id: event.eventId, person: one.personId })}>{k('toScans')}</Button>
                  <Button small label={`${k('fillExit')} ${one.name}`} onTap={() => setAsked(one)}>{k('fillExit')}</Button>
                </Row>
              </Box>
            ))}
          </Card>
        </>
      )}
      <Box>{asked && <ExitSheet one={asked} event={event} onYes={(time) => state(asked, time)} onClose={() => setAsked(undefined)} />}</Box>
    </>
  )
}

/** Who came and has no exit once the event is over: asked about, and never given the whole length by itself (spec/check-in.md, 7). Where no minutes are credited nothing depends on it. */
export const MissingExits = ({ event }: { event: EventView }) => (event.quantity === undefined && Date.parse(event.endsAt) < Date.now() ? <Missing event={event} /> : null)

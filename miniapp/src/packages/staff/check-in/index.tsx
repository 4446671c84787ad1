import '../parts/staff.css'
import { useState } from 'react'
import { useQuery } from '@/api/use-query'
import { useParams } from '@/platform/navigate'
import { usePulled } from '@/platform/page-events'
import { span } from '@/text/format'
import { Page } from '@/ui/page'
import { Button, Card, Chips, Field } from '@/ui/parts'
import { Box, Text, TextInput } from '@/ui/primitives'
import { Refused } from '@/ui/states'
import { WithQuery } from '@/ui/with-query'
import { Scanner } from '../parts/scanner'
import { useStaff } from '../parts/use-staff'
import { s } from '../text'
import { type Attendee, countsOf, type Direction, whereIs } from './attendance'
import { Attendees } from './attendees'
import { CloseEvent } from './close-event'
import { useCheckIn } from './use-check-in'
import { EarlierVerdicts, ShownVerdict, type Told } from './verdict'

type CheckInOf = ReturnType<typeof useCheckIn>

/** By the code on their phone: with the camera, or typed where that fails. */
const ByCode = ({ check, told, sending }: Pick<CheckInOf, 'check' | 'told' | 'sending'>) => {
  const [direction, setDirection] = useState<Direction>('entry')
  const [typed, setTyped] = useState('')
  // What was told when the camera was opened: the dialog shows what came after.
  const [scanningSince, setScanningSince] = useState<{ told: Told | undefined }>()
  const confirm = () => {
    setTyped('')
    void check({ code: typed.trim() }, direction)
  }
  return (
    <Card>
      <Field label={s('direction')}><Chips label={s('direction')} value={direction} onValue={setDirection} options={[['entry', s('entry')], ['exit', s('exit')]] as const} /></Field>
      <Button onTap={() => setScanningSince({ told: told[0] })}>{s(direction === 'entry' ? 'scanIn' : 'scanOut')}</Button>
      <Box className='s-typed'>
        <Field label={s('typeCode')} hint={s('typeCodeHint')} id='code'><TextInput id='code' label={s('typeCode')} value={typed} onValue={setTyped} maxLength={400} onDone={confirm} /></Field>
        {typed.trim() !== '' && <Button kind='plain' busy={sending} onTap={confirm}>{s('confirmCode')}</Button>}
      </Box>
      <Box>{scanningSince && <Scanner onCode={(code) => check({ code }, direction)} onClose={() => setScanningSince(undefined)}>{told[0] && told[0] !== scanningSince.told && <ShownVerdict told={told[0]} />}</Scanner>}</Box>
    </Card>
  )
}

/** What came of an event that is closed. `checkedOut`: by the close that was just made here. */
const Result = ({ items, checkedOut, byMinutes }: { items: Attendee[]; checkedOut: number | undefined; byMinutes: boolean }) => {
  const { here, left, expected } = countsOf(items)
  return (
    <Card>
      <Text className='q-strong q-block'>{s('closedResult')}</Text>
      {checkedOut ? <Text className='q-block'>{s('closedDone', { n: checkedOut })}</Text> : null}
      <Text className='q-block'>{s('resultCame', { n: here + left })} · {s('resultAbsent', { n: expected })}</Text>
      {byMinutes && here > 0 && <Text className='q-block q-amber'>{s('resultNoExit', { n: here })}</Text>}
    </Card>
  )
}

/** People in and out of one event: by the code on their phone, or by the list. */
export default function CheckIn() {
  const staff = useStaff()
  const { id } = useParams()
  const event = useQuery('showEvent', staff && id ? { eventId: id } : undefined)
  const { people, items, check, tapped, told, waiting, upload, sending, trouble } = useCheckIn(staff && id)
  const pulled = usePulled(async () => { await event.refresh(); await people.refresh() })
  const [closing, setClosing] = useState(false)
  const [checkedOut, setCheckedOut] = useState<number>()
  const open = event.value?.state === 'open'
  const byMinutes = event.value?.quantity === undefined
  const complete = !people.more
  const closed = (n: number) => {
    setCheckedOut(n)
    setClosing(false)
    void event.refresh()
    void people.refresh()
  }
  return (
    <Page title={event.value?.title ?? s('checkIn')} wide pulled={pulled}>
      <WithQuery query={event} rows={1}>{(one) => <Text className='q-soft q-block s-under-title'>{span(one.startsAt, one.endsAt)} · {one.place}</Text>}</WithQuery>
      <Box>{open && told[0] && <><ShownVerdict told={told[0]} /><EarlierVerdicts told={told.slice(1)} /></>}</Box>
      <Box>
        <Refused trouble={trouble} />
        {waiting > 0 && <Box className='s-warn' role='status'><Text className='q-block'>{s('waitingToSend', { n: waiting })}</Text><Button small kind='plain' busy={sending} onTap={() => void upload()}>{s('sendNow')}</Button></Box>}
      </Box>
      <Box className='s-two'>
        <Box>
          {open && <ByCode check={check} told={told} sending={sending} />}
          {event.value?.state === 'closed' && items && complete && <Result items={items} checkedOut={checkedOut} byMinutes={byMinutes} />}
          {open && <Box className='s-close'><Button kind='danger' disabled={waiting > 0 || !complete} onTap={() => setClosing(true)}>{s('closeEvent')}</Button>{waiting > 0 && <Text className='q-soft q-block'>{s('pendingFirst')}</Text>}</Box>}
        </Box>
        <Box><WithQuery query={{ ...people, value: items }}>{(all) => <Attendees items={all} complete={complete} open={open} onTap={tapped} />}</WithQuery></Box>
      </Box>
      <Box>{closing && id && <CloseEvent eventId={id} byMinutes={byMinutes} inside={(items ?? []).filter((one) => whereIs(one) === 'here').map(({ name }) => name)} onCancel={() => setClosing(false)} onDone={closed} />}</Box>
    </Page>
  )
}

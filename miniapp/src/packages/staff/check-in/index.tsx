import '../parts/staff.css'
import './check-in.css'
import { useEffect, useState } from 'react'
import { useQuery } from '@/api/use-query'
import { go, useParams } from '@/platform/navigate'
import { usePulled } from '@/platform/page-events'
import { prepareReader } from '@/platform/prepare-reader'
import { unseal } from '@/platform/sealed-store'
import type { Signal } from '@/platform/signal'
import { age, span } from '@/text/format'
import { Page } from '@/ui/page'
import { Button, Card, Chips } from '@/ui/parts'
import { Box, Tap, Text, TextInput } from '@/ui/primitives'
import { ErrorState, Skeleton } from '@/ui/states'
import { toast } from '@/ui/toast'
import { WithQuery } from '@/ui/with-query'
import { isCard, useFace } from '../parts/confirm-face'
import { ConflictsLink } from '../parts/conflicts-link'
import { f } from '../parts/face-text'
import { waits } from '../parts/scan-queue'
import { scannerKey } from '../parts/scan-sender'
import { Scanner } from '../parts/scanner'
import { useKeptScanner } from '../parts/use-kept-scanner'
import { useStaff } from '../parts/use-staff'
import { s } from '../text'
import { type Attendee, countsOf, type Direction, whereIs } from './attendance'
import { Attendees } from './attendees'
import { CloseEvent } from './close-event'
import { exportScans } from './export-scans'
import { QueueBar } from './queue-bar'
import { ScanLog } from './scan-log'
import { ScannerPhones } from './scanner-phones'
import { c } from './text'
import { useCheckIn } from './use-check-in'
import { ShownVerdict } from './verdict'

type CheckInOf = ReturnType<typeof useCheckIn>

/** By the code on their phone: with the camera, or typed where that fails. */
const ByCode = ({ check, direction, setDirection, shown, checking, waiting }: Pick<CheckInOf, 'check' | 'shown' | 'checking'> & { direction: Direction; setDirection: (next: Direction) => void; waiting: number }) => {
  const [typed, setTyped] = useState('')
  const [typing, setTyping] = useState(false)
  // What was shown when the camera was opened: the dialog shows what came after.
  const [since, setSince] = useState<{ scanId: string | undefined }>()
  const face = useFace()
  const take = async (code: string): Promise<Signal> => {
    if (!isCard(code)) return check({ code }, direction)
    if (await face.ask()) return check({ code, faceConfirmed: true }, direction)
    toast(f('notOwner'))
    return 'bad'
  }
  const confirm = () => {
    setTyped('')
    void take(typed.trim())
  }
  return (
    <Card>
      <Box className='s-way'><Chips label={s('direction')} value={direction} onValue={setDirection} options={[['entry', s('entry')], ['exit', s('exit')]] as const} /></Box>
      <Box className='s-big'><Button onTap={() => setSince({ scanId: shown?.scan.scanId })}>{s(direction === 'entry' ? 'scanIn' : 'scanOut')}</Button></Box>
      {typing ? (
        <Box className='s-stack'>
          <TextInput id='code' label={s('typeCode')} value={typed} onValue={setTyped} maxLength={400} placeholder={s('typeCodeHint')} onDone={confirm} />
          {typed.trim() !== '' && <Button kind='plain' onTap={confirm}>{s('confirmCode')}</Button>}
        </Box>
      ) : <Tap className='s-link' onTap={() => setTyping(true)}>{c('typeInstead')}</Tap>}
      <Box>
        {since && (
          <Scanner title={s(direction === 'entry' ? 'scanIn' : 'scanOut')} onCode={take} onClose={() => !face.dialog && setSince(undefined)} dialog={face.dialog}>
            {shown && shown.scan.scanId !== since.scanId && <ShownVerdict one={shown} checking={checking} />}
            {waiting > 0 && <Text className='s-camera-waits'>{s('waitingToSend', { n: waiting })}</Text>}
          </Scanner>
        )}
        {!since && face.dialog}
      </Box>
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

/** What this phone can say with no network. */
const HeldWords = ({ held, heldTrouble, offlineToo }: Pick<CheckInOf, 'held' | 'heldTrouble'> & { offlineToo: boolean }) => {
  if (heldTrouble === 'scanner-cut-off') return <Box className='q-banner q-banner-bad' role='alert'><Text>{c('cutOff')}</Text></Box>
  if (held) return <Text className='q-soft q-small q-block'>{heldTrouble === 'offline' ? c('listAsOf', { age: age(held.at) }) : c(offlineToo ? 'listOf' : 'listOnly', { n: held.people.length, age: age(held.at) })}</Text>
  return heldTrouble ? <Box className='s-warn' role='status'><Text>{c('noList')}</Text></Box> : null
}

/** This phone's own id at the event, once it has one. */
const useOwnScanner = (personId: string | undefined, eventId: string | undefined, again: unknown) => {
  const [own, setOwn] = useState<string>()
  useEffect(() => {
    if (personId && eventId) void unseal<{ id: string }>(scannerKey(personId, eventId)).then((found) => setOwn(found?.id))
  }, [personId, eventId, again])
  return own
}

/** People in and out of one event: by the code on their phone, or by the list; with a network or without. */
export default function CheckIn() {
  const staff = useStaff()
  const { id } = useParams()
  const event = useQuery('showEvent', staff && id ? { eventId: id } : undefined)
  const { people, items, held, heldTrouble, refreshHeld, sender, scans, shown, fresh, checking, check, undo, again } = useCheckIn(staff && id, event.value?.endsAt)
  const pulled = usePulled(async () => { sender?.wake(); await event.refresh(); await people.refresh() })
  const offlineToo = useKeptScanner()
  const [direction, setDirection] = useState<Direction>('entry')
  const [closing, setClosing] = useState(false)
  const [phones, setPhones] = useState(false)
  const [checkedOut, setCheckedOut] = useState<number>()
  // The camera then opens at once, also when the network has gone since.
  useEffect(() => prepareReader(), [])
  const own = useOwnScanner(staff?.person.personId, id, phones)
  const open = event.value?.state === 'open'
  const byMinutes = event.value?.quantity === undefined
  const complete = people.complete || (items !== undefined && people.items === undefined)
  const waiting = scans.filter(waits).length
  const exported = () => void exportScans(id ?? '', scans)
  const closed = (n: number) => {
    setCheckedOut(n)
    setClosing(false)
    void event.refresh()
    void people.refresh()
  }
  return (
    <Page title={event.value?.title ?? s('checkIn')} wide pulled={pulled}>
      <WithQuery query={event} rows={1}>{(one) => <Text className='q-soft q-block s-under-title'>{span(one.startsAt, one.endsAt)} · {one.place}</Text>}</WithQuery>
      <Box>{id && <QueueBar sender={sender} scans={scans} eventId={id} onExport={exported} />}</Box>
      <Box className={fresh ? 's-fresh' : ''}>{shown && <ShownVerdict one={shown} checking={checking} />}</Box>
      <Box>{event.value && <ConflictsLink event={event.value} />}</Box>
      <Box className='s-two'>
        <Box>
          {open && <ByCode check={check} direction={direction} setDirection={setDirection} shown={shown} checking={checking} waiting={waiting} />}
          {open && <Box className='s-queue s-held'><Box className='q-grow'><HeldWords held={held} heldTrouble={heldTrouble} offlineToo={offlineToo} /></Box><Button small kind='plain' onTap={() => setPhones(true)}>{c('phones')}</Button></Box>}
          <Box><ScanLog scans={scans} onUndo={(one) => void undo(one)} onAgain={(one) => void again(one)} onExport={exported} /></Box>
          {event.value?.state === 'closed' && items && complete && <Result items={items} checkedOut={checkedOut} byMinutes={byMinutes} />}
          {open && <Box className='s-close s-stack'><Button kind='plain' onTap={() => go('pass/venue-code', { id })}>{c('venueCode')}</Button><Button kind='danger' disabled={waiting > 0 || !people.complete} onTap={() => setClosing(true)}>{s('closeEvent')}</Button>{waiting > 0 && <Text className='q-soft q-block'>{s('pendingFirst')}</Text>}</Box>}
        </Box>
        <Box>
          {items ? <Attendees items={items} complete={complete} open={open} endsAt={event.value?.endsAt ?? ''} direction={direction} onMove={(who, way) => void check(who, way)} />
            : people.trouble ? <ErrorState trouble={people.trouble} onRetry={() => void people.refresh()} /> : <Skeleton />}
        </Box>
      </Box>
      <Box>{closing && id && <CloseEvent eventId={id} byMinutes={byMinutes} inside={(items ?? []).filter((one) => whereIs(one) === 'here').map(({ name }) => name)} onCancel={() => setClosing(false)} onDone={closed} />}</Box>
      <Box>{phones && id && <ScannerPhones eventId={id} own={own} onClose={() => setPhones(false)} onCutOff={() => void refreshHeld()} />}</Box>
    </Page>
  )
}

import './check-in.css'
import { useEffect, useState } from 'react'
import type { EventView } from '@shared/contract/events'
import { serverNow } from '@/api/server-clock'
import { usePerson } from '@/api/use-person'
import { useQuery } from '@/api/use-query'
import { exitMissing, mayScan, nextDirection } from '@/features/check-in/attendance'
import { useVenueScans } from '@/features/check-in/use-venue-scans'
import { type Direction, keepVenueScan, type VenueScan, waits } from '@/features/check-in/venue-scans'
import { useParams } from '@/platform/navigate'
import { usePulled } from '@/platform/page-events'
import { prepareReader } from '@/platform/prepare-reader'
import { signal } from '@/platform/signal'
import { age, span } from '@/text/format'
import { Page } from '@/ui/page'
import { Button, Card, Chips } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { WithQuery } from '@/ui/with-query'
import { ClaimExit } from './claim-exit'
import { CodeCamera } from './code-camera'
import { makeVenueScan, notVenueCode } from './make-venue-scan'
import { Record } from './record'
import { v } from './text'
import { shownOf, Verdict } from './verdict'

type Read = { scanId: string; full: boolean } | { wrong: 'own-pass' | 'not-a-venue-code' }

const Waiting = ({ scans, stopped, onSend }: { scans: VenueScan[]; stopped: string | undefined; onSend: () => void }) => {
  const oldest = scans.filter(waits).at(-1)
  if (!oldest) return null
  return (
    <Box className='q-banner' role='status'>
      <Box className='q-grow'><Text className='q-block q-strong'>{v('waiting', { n: scans.filter(waits).length, age: age(oldest.at, serverNow()) })}</Text>{stopped && <Text className='q-block'>{v(stopped === 'offline' ? 'stopped_offline' : 'stopped_other')}</Text>}</Box>
      {stopped && <Button small kind='plain' onTap={onSend}>{v('sendNow')}</Button>}
    </Box>
  )
}

/** A member scans the venue's code, sees what came of it, and says when they left where nobody saw it. */
export default function CheckInPage() {
  const person = usePerson()
  const { id, to } = useParams()
  const query = useQuery('showEvent', person && id ? { eventId: id } : undefined)
  const pulled = usePulled(query.refresh)
  const { scans, stopped, send } = useVenueScans(() => void query.refresh())
  const [chosen, setChosen] = useState<Direction>()
  const [camera, setCamera] = useState(to === 'entry' || to === 'exit')
  // The decoder comes with the page: there may be no network when it is needed.
  useEffect(() => prepareReader(), [])
  const [read, setRead] = useState<Read>()
  const event: EventView | undefined = query.value
  const proposed = event ? nextDirection(event, scans) : 'entry'
  const direction = chosen ?? (!read && (to === 'entry' || to === 'exit') ? to : proposed)
  const scanned = async (code: string) => {
    if (!person || !id) return
    const wrong = notVenueCode(code)
    if (wrong) {
      signal('bad')
      return setRead({ wrong })
    }
    const one = await makeVenueScan(person.personId, id, direction, code)
    setRead({ scanId: one.scan.scanId, full: !keepVenueScan(one) })
    setChosen(undefined)
    signal('good')
    await send()
  }
  const last = read && 'scanId' in read ? scans.find(({ scan }) => scan.scanId === read.scanId) : undefined
  const now = serverNow()
  return (
    <Page title={v('title')} pulled={pulled}>
      <Box>{read && 'wrong' in read && <Verdict tone='bad' mark='✕' word={v('rejected')} why={v(read.wrong)} />}</Box>
      <Box>{last && <Verdict {...shownOf(last, stopped === undefined)} />}</Box>
      <Box>{read && 'full' in read && read.full && last && waits(last) && <Box className='q-banner q-banner-bad' role='alert'><Text>{v('full')}</Text></Box>}</Box>
      <Waiting scans={scans} stopped={stopped} onSend={() => void send()} />
      <WithQuery query={query}>
        {(one) => (
          <>
            <Card>
              <Text className='q-block q-strong'>{one.title}</Text>
              <Text className='q-block q-soft'>{span(one.startsAt, one.endsAt)} · {one.place}</Text>
            </Card>
            {mayScan(one, now) && (
              <Card className='v-way'>
                <Chips label={v('direction')} value={direction} onValue={setChosen} options={[['entry', v('entry')], ['exit', v('exit')]] as const} />
                <Box className='v-big'><Button onTap={() => setCamera(true)}>{v(`scan_${direction}`)}</Button></Box>
                <Text className='q-block q-soft v-how'>{v('how')}</Text>
              </Card>
            )}
            {exitMissing(one, now) && one.attendance?.entryAt && !one.attendance.looks.some(({ way }) => way === 'claim') && <ClaimExit event={one} entryAt={one.attendance.entryAt} onClaimed={(attendance) => query.put({ ...one, attendance })} />}
            <Record event={one} scans={scans} />
          </>
        )}
      </WithQuery>
      <Box>{camera && person && <CodeCamera title={v(`scan_${direction}`)} onCode={(code) => void scanned(code)} onClose={() => setCamera(false)} />}</Box>
    </Page>
  )
}

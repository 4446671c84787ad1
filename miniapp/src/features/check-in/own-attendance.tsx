import type { EventView } from '@shared/contract/events'
import { serverNow } from '@/api/server-clock'
import { go } from '@/platform/navigate'
import { amount, duration, localTime } from '@/text/format'
import { Button, Card, Heading } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { exitMissing, mayScan, nextDirection, ofEvent } from './attendance'
import { k } from './text'
import { useVenueScans } from './use-venue-scans'
import { waits } from './venue-scans'

/** In and out, in a line; empty where nothing was scanned. */
export const attendanceWords = (event: EventView, now: number): string => {
  const { entryAt, exitAt } = event.attendance ?? {}
  if (!entryAt) return ''
  return `${k('inAt', { time: localTime(entryAt) })}${exitAt ? ` · ${k('outAt', { time: localTime(exitAt) })}` : exitMissing(event, now) ? ` · ${k('noExit')}` : ''}`
}

/** What it is worth so far. */
const worthWords = (event: EventView, now: number): string => {
  const { entryAt, exitAt, minutes = 0 } = event.attendance ?? {}
  if (!entryAt) return ''
  if (event.quantity !== undefined) return k('counted', { n: amount(event.quantity, event.category === 'youth-home' ? 'visit' : event.category === 'quality-activity' ? 'activity' : 'lesson') })
  if (exitAt) return k('counted', { n: duration(minutes) })
  if (!exitMissing(event, now)) return k('later')
  return minutes > 0 ? k('minimum', { n: duration(minutes) }) : k('nothingYet')
}

/** The member's own check-in at an event: what was scanned, what it is worth, and what there is to do. */
export const OwnAttendance = ({ event, onSent }: { event: EventView; onSent: () => void }) => {
  const { scans } = useVenueScans(onSent)
  const now = serverNow()
  const toSend = ofEvent(event, scans).filter(waits).length
  const waiting = event.attendance?.looks.some(({ decided }) => !decided)
  const [scan, missing] = [mayScan(event, now), exitMissing(event, now)]
  const said = [attendanceWords(event, now), toSend > 0 && k('toSend', { n: toSend }), waiting && k('looked')].filter(Boolean).join(' · ')
  if (!said && !scan) return null
  const direction = nextDirection(event, scans)
  const open = (to?: string) => go('pass/check-in', { id: event.eventId, ...(to && { to }) })
  return (
    <Card>
      <Heading>{k('mine')}</Heading>
      {said !== '' && <Text className={`q-block q-strong ${missing || waiting ? 'q-amber' : 'q-green'}`}>{said}</Text>}
      <Text className='q-block q-soft'>{worthWords(event, now)}</Text>
      <Box className='q-wrap' style={{ marginTop: '12px' }}>
        {scan && <Button kind={direction === 'entry' ? 'main' : 'plain'} onTap={() => open(direction)}>{k(`scan_${direction}`)}</Button>}
        {(said !== '' || missing) && <Button small kind='plain' onTap={() => open()}>{k(missing ? 'ask' : 'see')}</Button>}
      </Box>
    </Card>
  )
}

import type { EventView } from '@shared/contract/events'
import { usePages } from '@/api/use-pages'
import { go } from '@/platform/navigate'
import { duration, localDate } from '@/text/format'
import { Button, Card, Heading, Row } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { timeOn } from '../parts/scan-words'
import { useAll } from '../parts/use-all'
import { k } from '../text/conflicts'

const drawn = 50

/** Who came and has no exit once the event is over: asked about, and never given the whole length by itself (spec/check-in.md, 7). */
export const MissingExits = ({ event }: { event: EventView }) => {
  const asked = event.quantity === undefined && Date.parse(event.endsAt) < Date.now()
  const people = useAll(usePages('listAttendees', asked ? { eventId: event.eventId, limit: 100 } : undefined))
  const missing = (people.items ?? []).filter(({ entryAt, exitAt }) => entryAt !== undefined && exitAt === undefined)
  if (missing.length === 0) return null
  return (
    <>
      <Heading>{k('missingN', { n: missing.length })}</Heading>
      <Card>
        <Text className='q-block q-soft s-intro'>{event.minimumMinutes ? k('missingWords', { time: duration(event.minimumMinutes) }) : k('missingNone')}</Text>
        {missing.slice(0, drawn).map(({ personId, name, branchName, entryAt }) => (
          <Box key={personId} className='s-line'>
            <Row><Box className='q-grow'><Text className='q-strong q-block'>{name}</Text><Text className='q-soft q-small q-block'>{[branchName, k('inSince', { time: timeOn(entryAt ?? '', localDate(event.startsAt)) })].filter(Boolean).join(' · ')}</Text></Box><Button small kind='plain' label={`${k('toScans')} ${name}`} onTap={() => go('staff/person-scans', { id: event.eventId, person: personId })}>{k('toScans')}</Button></Row>
          </Box>
        ))}
        <Box className='s-stack'><Button kind='plain' onTap={() => go('staff/check-in', { id: event.eventId })}>{k('fillExit')}</Button></Box>
      </Card>
    </>
  )
}

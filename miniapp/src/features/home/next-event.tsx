import type { Answer } from '@shared/contract/index'
import { serverNow } from '@/api/server-clock'
import { keptAnswer } from '@/api/use-query'
import { mayScan, nextDirection } from '@/features/check-in/attendance'
import { attendanceWords } from '@/features/check-in/own-attendance'
import { k } from '@/features/check-in/text'
import { useVenueScans } from '@/features/check-in/use-venue-scans'
import { e } from '@/features/sign-up/text'
import { go } from '@/platform/navigate'
import { t } from '@/text'
import { span } from '@/text/format'
import { Button, Card, Heading, Row, Tag } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'

type EventView = Answer<'showEvent'>

/** The next event this person signed up for, else the next one at all, from what the events page last fetched: the first screen costs one call. */
const nextEvent = (now: number): EventView | undefined => {
  const coming = [keptAnswer('listEvents', { joined: 'true' }), keptAnswer('listEvents', {})].flatMap((answer) => answer?.items ?? []).filter((one) => one.state === 'open' && Date.parse(one.endsAt) > now).sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))
  return coming.find((one) => one.signUp?.state === 'signed-up') ?? coming.find((one) => one.signUp?.state === 'waiting') ?? coming[0]
}

export const NextEvent = () => {
  const now = serverNow()
  const next = nextEvent(now)
  // What its own page knew last says whether the person is there.
  const event = next && (keptAnswer('showEvent', { eventId: next.eventId }) ?? next)
  const { scans } = useVenueScans(() => {})
  const here = event && attendanceWords(event, now)
  return (
    <>
      <Heading>{t('upcoming')}</Heading>
      {event ? (
        <Card onTap={() => go('event', { id: event.eventId })}>
          <Row><Text className='q-grow q-strong q-cut'>{event.title}</Text>{event.signUp?.state === 'signed-up' && <Tag tone='good'>✓</Tag>}{event.signUp?.state === 'waiting' && <Tag tone='wait'>{e('waiting')}</Tag>}</Row>
          {event.signUp?.movedUpAt && <Text className='q-green q-block'>{e('movedUp')}</Text>}
          <Text className='q-soft q-block'>{span(event.startsAt, event.endsAt)} · {event.place}</Text>
          {here && <Text className='q-green q-strong q-block'>{here}</Text>}
        </Card>
      ) : (
        <Card onTap={() => go('events')}><Row><Box className='q-grow'>{t('nextEvents')}</Box><Text className='q-green q-strong'>›</Text></Row></Card>
      )}
      {event && mayScan(event, now) && <Box className='home-scan'><Button onTap={() => go('pass/check-in', { id: event.eventId, to: nextDirection(event, scans) })}>{k(`scan_${nextDirection(event, scans)}`)}</Button></Box>}
    </>
  )
}

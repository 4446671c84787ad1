import type { Answer } from '@shared/contract/index'
import { keptAnswer } from '@/api/use-query'
import { e } from '@/features/sign-up/text'
import { go } from '@/platform/navigate'
import { t } from '@/text'
import { span } from '@/text/format'
import { Card, Heading, Row, Tag } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'

type EventView = Answer<'showEvent'>

/** The next event this person signed up for, else the next one at all, from what the events page last fetched: the first screen costs one call. */
const nextEvent = (now: number): EventView | undefined => {
  const coming = [keptAnswer('listEvents', { joined: 'true' }), keptAnswer('listEvents', {})].flatMap((answer) => answer?.items ?? []).filter((one) => one.state === 'open' && Date.parse(one.endsAt) > now).sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))
  return coming.find((one) => one.signUp?.state === 'signed-up') ?? coming.find((one) => one.signUp?.state === 'waiting') ?? coming[0]
}

export const NextEvent = () => {
  const event = nextEvent(Date.now())
  return (
    <>
      <Heading>{t('upcoming')}</Heading>
      {event ? (
        <Card onTap={() => go('event', { id: event.eventId })}>
          <Row><Text className='q-grow q-strong q-cut'>{event.title}</Text>{event.signUp?.state === 'signed-up' && <Tag tone='good'>✓</Tag>}{event.signUp?.state === 'waiting' && <Tag tone='wait'>{e('waiting')}</Tag>}</Row>
          {event.signUp?.movedUpAt && <Text className='q-green q-block'>{e('movedUp')}</Text>}
          <Text className='q-soft q-block'>{span(event.startsAt, event.endsAt)} · {event.place}</Text>
        </Card>
      ) : (
        <Card onTap={() => go('events')}><Row><Box className='q-grow'>{t('nextEvents')}</Box><Text className='q-green q-strong'>›</Text></Row></Card>
      )}
    </>
  )
}

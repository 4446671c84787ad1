import { memo } from 'react'
import type { EventView } from '@shared/contract/events'
import { e } from '@/features/sign-up/text'
import { go } from '@/platform/navigate'
import { categoryName } from '@/text/figure-words'
import { span } from '@/text/format'
import { Card, Row, Tag } from '@/ui/parts'
import { Text } from '@/ui/primitives'

const isFull = ({ capacity, taken }: EventView) => capacity !== undefined && taken >= capacity

export const EventTag = ({ event }: { event: EventView }) => {
  if (event.state === 'closed') return <Tag>{e('closed')}</Tag>
  if (event.signUp?.state === 'signed-up') return <Tag tone='good'>✓ {e('signedUp')}</Tag>
  if (event.signUp?.state === 'waiting') return <Tag tone='wait'>{e('waiting')}</Tag>
  return isFull(event) ? <Tag tone='wait'>{e('full')}</Tag> : <Tag tone='info'>{categoryName(event.category)}</Tag>
}

export const EventRow = memo(({ event }: { event: EventView }) => (
  <Card onTap={() => go('event', { id: event.eventId })}>
    <Row><Text className='q-grow q-strong q-cut'>{event.title}</Text><EventTag event={event} /></Row>
    <Text className='q-soft q-block'>{span(event.startsAt, event.endsAt)}</Text>
    <Text className='q-soft q-block'>{event.hostName} · {event.place}</Text>
  </Card>
))

import type { ReactNode } from 'react'
import type { EventView as Event } from '@shared/contract/events'
import { EventTag } from '@/features/list-events/event-row'
import { categoryName } from '@/text/figure-words'
import { amount, span } from '@/text/format'
import { go } from '@/platform/navigate'
import { Card, Row } from '@/ui/parts'
import { Box, Tap, Text } from '@/ui/primitives'
import { e } from './text'

const units: Record<string, string> = { 'civics-class': 'lesson', 'league-class': 'lesson', 'youth-study': 'issue', 'quality-activity': 'activity', 'youth-home': 'visit' }
const Fact = ({ label, children }: { label: string; children: ReactNode }) => <Box className='q-field'><Text className='q-soft q-small q-block'>{label}</Text><Box>{children}</Box></Box>

const seatWords = ({ capacity, taken, waiting }: Event): string => {
  if (capacity === undefined) return e('taken', { taken })
  if (taken < capacity) return e('seatsLeft', { capacity, left: capacity - taken })
  return waiting > 0 ? e('seatsWaiting', { capacity, waiting }) : e('seatsGone', { capacity })
}

/** One event: when, where, by whom, and what it earns. */
export const EventView = ({ event }: { event: Event }) => (
  <Card>
    <Row><Text className='q-grow q-title'>{event.title}</Text><EventTag event={event} /></Row>
    <Fact label={e('time')}>{span(event.startsAt, event.endsAt)}</Fact>
    <Fact label={e('place')}>{event.place}</Fact>
    <Fact label={e('host')}>{event.host.endsWith('.home') ? <Tap role='link' className='q-green' onTap={() => go('homes/home', { id: event.host })}>{event.hostName} ›</Tap> : event.hostName}</Fact>
    <Fact label={e('earns')}>{`${categoryName(event.category)} · ${event.quantity === undefined ? e('minutes') : amount(event.quantity, units[event.category])}`}</Fact>
    <Fact label={e('seats')}>{seatWords(event)}</Fact>
    {event.description ? <Fact label={e('about')}>{event.description}</Fact> : null}
  </Card>
)

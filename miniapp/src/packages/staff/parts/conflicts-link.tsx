import type { EventView } from '@shared/contract/events'
import { useQuery } from '@/api/use-query'
import { go } from '@/platform/navigate'
import { Card, Row, Tag } from '@/ui/parts'
import { Text } from '@/ui/primitives'
import { k } from '../text/conflicts'

/** How many scans of an event wait for its manager, and the way there; also once it is over, for those who have no exit. */
export const ConflictsLink = ({ event }: { event: EventView }) => {
  const query = useQuery('listConflicts', { eventId: event.eventId, limit: 1 })
  const open = query.value?.open ?? 0
  const over = event.quantity === undefined && Date.parse(event.endsAt) < Date.now()
  if (open === 0 && !over) return null
  return <Card onTap={() => go('staff/conflicts', { id: event.eventId })}><Row><Text className='q-grow q-strong'>{open ? k('conflicts') : k('missing')}</Text>{open > 0 && <Tag tone='wait'>{open}</Tag>}<Text className='q-green q-strong'>›</Text></Row></Card>
}

import '../parts/staff.css'
import { usePages } from '@/api/use-pages'
import { go } from '@/platform/navigate'
import { usePulled } from '@/platform/page-events'
import { span } from '@/text/format'
import { Page } from '@/ui/page'
import { Button, Card, Row, Tag } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { Empty } from '@/ui/states'
import { ListEnd, WithQuery } from '@/ui/with-query'
import { useStaff } from '../parts/use-staff'
import { s } from '../text'

/** Events of the homes and organisations this person answers for; each opens its check-in. */
export default function StaffEvents() {
  const staff = useStaff()
  const pages = usePages('listEvents', staff && { mine: 'true' })
  const pulled = usePulled(pages.refresh)
  return (
    <Page title={s('events')} wide pulled={pulled}>
      <Box style={{ marginBottom: '12px' }}><Button onTap={() => go('staff/publish-event')}>＋ {s('publish')}</Button></Box>
      <WithQuery query={{ ...pages, value: pages.items }}>
        {(items) => (items.length === 0 ? <Empty title={s('noEvents')} words={s('noEventsWords')} /> : items.map((event) => (
          <Card key={event.eventId} onTap={() => go('staff/check-in', { id: event.eventId })} label={event.title}>
            <Row><Text className='q-grow q-strong q-cut'>{event.title}</Text><Tag tone={event.state === 'open' ? 'good' : 'plain'}>{s(event.state === 'open' ? 'open' : 'closed')}</Tag></Row>
            <Text className='q-soft q-block'>{span(event.startsAt, event.endsAt)} · {event.place}</Text>
            <Text className='q-soft q-small q-block'>{event.hostName} · {event.capacity ? s('takenOf', { n: event.taken, most: event.capacity }) : s('taken', { n: event.taken })}</Text>
          </Card>
        )))}
      </WithQuery>
      <ListEnd pages={pages} />
    </Page>
  )
}

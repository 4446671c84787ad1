import { useState } from 'react'
import type { Input } from '@shared/contract/index'
import { usePages } from '@/api/use-pages'
import { usePerson } from '@/api/use-person'
import { EventRow } from '@/features/list-events/event-row'
import { e } from '@/features/sign-up/text'
import { go } from '@/platform/navigate'
import { usePulled } from '@/platform/page-events'
import { categoryName } from '@/text/figure-words'
import { Page } from '@/ui/page'
import { Button, Chips } from '@/ui/parts'
import { Box } from '@/ui/primitives'
import { Empty } from '@/ui/states'
import { ListEnd, WithQuery } from '@/ui/with-query'

const filters = ['all', 'joined', 'volunteering', 'quality-activity', 'civics-class', 'league-class', 'youth-home'] as const
type Filter = (typeof filters)[number]

const wordsOf = (filter: Filter): string => (filter === 'all' ? e('all') : filter === 'joined' ? e('mine') : categoryName(filter))
const inputOf = (filter: Filter): Input<'listEvents'> => (filter === 'all' ? {} : filter === 'joined' ? { joined: 'true' } : { category: filter })

/** What there is to join, soonest first: all of it, of one kind, or what this person has a seat at. */
export default function EventsPage() {
  const person = usePerson(true)
  const [filter, setFilter] = useState<Filter>('all')
  const pages = usePages('listEvents', person && inputOf(filter))
  const pulled = usePulled(pages.refresh)
  return (
    <Page title={e('events')} tab='events' pulled={pulled}>
      <Box style={{ marginBottom: '12px' }}><Button small kind='plain' onTap={() => go('homes/list')}>{e('homes')}</Button></Box>
      <Box style={{ marginBottom: '12px' }}><Chips label={e('events')} value={filter} onValue={setFilter} options={filters.map((one) => [one, wordsOf(one)] as const)} /></Box>
      <WithQuery query={{ ...pages, value: pages.items }}>
        {(items) => (items.length === 0 ? <Empty title={e(filter === 'joined' ? 'noneMine' : 'none')} words={e('noneWords')} /> : items.map((event) => <EventRow key={event.eventId} event={event} />))}
      </WithQuery>
      <ListEnd pages={pages} />
    </Page>
  )
}

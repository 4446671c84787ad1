import { useState } from 'react'
import { usePages } from '@/api/use-pages'
import { usePerson } from '@/api/use-person'
import { EventRow } from '@/features/list-events/event-row'
import { e } from '@/features/sign-up/text'
import { usePulled } from '@/platform/page-events'
import { Page } from '@/ui/page'
import { Chips } from '@/ui/parts'
import { Box } from '@/ui/primitives'
import { Empty } from '@/ui/states'
import { ListEnd, WithQuery } from '@/ui/with-query'

type Filter = 'all' | 'mine'

/** What there is to join, soonest first. */
export default function EventsPage() {
  const person = usePerson(true)
  const [filter, setFilter] = useState<Filter>('all')
  const pages = usePages('listEvents', person && {})
  const pulled = usePulled(pages.refresh)
  const shown = pages.items?.filter((event) => filter === 'all' || event.signUp?.state === 'signed-up')
  return (
    <Page title={e('events')} tab='events' pulled={pulled}>
      <Box style={{ marginBottom: '12px' }}><Chips label={e('events')} value={filter} onValue={setFilter} options={[['all', e('all')], ['mine', e('mine')]] as const} /></Box>
      <WithQuery query={{ ...pages, value: shown }}>
        {(items) => (items.length === 0 ? <Empty title={e(filter === 'all' ? 'none' : 'noneMine')} words={e('noneWords')} /> : items.map((event) => <EventRow key={event.eventId} event={event} />))}
      </WithQuery>
      <ListEnd pages={pages} />
    </Page>
  )
}

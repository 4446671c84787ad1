import { usePerson } from '@/api/use-person'
import { useQuery } from '@/api/use-query'
import { OwnAttendance } from '@/features/check-in/own-attendance'
import { EventView } from '@/features/sign-up/event-view'
import { SignUp } from '@/features/sign-up/sign-up'
import { Standing } from '@/features/sign-up/standing'
import { e } from '@/features/sign-up/text'
import { useParams } from '@/platform/navigate'
import { usePulled } from '@/platform/page-events'
import { Page } from '@/ui/page'
import { WithQuery } from '@/ui/with-query'

export default function EventPage() {
  const person = usePerson()
  const { id } = useParams()
  const query = useQuery('showEvent', person && id ? { eventId: id } : undefined)
  const pulled = usePulled(query.refresh)
  return (
    <Page title={e('event')} pulled={pulled}>
      <WithQuery query={query}>{(event) => <><EventView event={event} /><Standing event={event} /><OwnAttendance event={event} onSent={() => void query.refresh()} /><SignUp event={event} onChange={query.put} /></>}</WithQuery>
    </Page>
  )
}

import '../homes.css'
import { usePerson } from '@/api/use-person'
import { useQuery } from '@/api/use-query'
import { useParams } from '@/platform/navigate'
import { usePulled } from '@/platform/page-events'
import { Page } from '@/ui/page'
import { Box, Img, Text } from '@/ui/primitives'
import { WithQuery } from '@/ui/with-query'
import { h } from '../text'
import { Posts, Profile, Projects, Standards } from './about'
import { HomeCalendar } from './calendar'
import { Visit } from './visit'

/** One Youth Home as young people look at it: is it open, what is on, what could I do there. */
export default function Home() {
  const person = usePerson()
  const { id } = useParams()
  const query = useQuery('showYouthHome', person && id ? { org: id } : undefined)
  const pulled = usePulled(query.refresh)
  return (
    <Page title={query.value?.name ?? h('homes')} pulled={pulled}>
      <WithQuery query={query} rows={4}>
        {(home) => (
          <>
            {home.profile.cover?.url && <Img className='h-cover' fit='aspectFill' src={home.profile.cover.url} alt={home.name} />}
            {home.profile.notice !== undefined && <Box className='q-banner' role='status'><Text>{home.profile.notice}</Text></Box>}
            <Profile profile={home.profile} />
            <Visit homeId={home.homeId} month={home.month} visits={home.visits} />
            <HomeCalendar homeId={home.homeId} />
            <Projects projects={home.projects} />
            <Posts posts={home.posts} />
            <Standards standards={home.standards} />
          </>
        )}
      </WithQuery>
    </Page>
  )
}

import '../parts/staff.css'
import type { HomeView } from '@shared/contract/youth-homes'
import type { Query } from '@/api/use-query'
import { OpenTag, Week } from '@/features/youth-home/hours'
import { go, useParams } from '@/platform/navigate'
import { usePulled } from '@/platform/page-events'
import { localDateTime } from '@/text/format'
import { Page } from '@/ui/page'
import { Button, Card, Heading, Row } from '@/ui/parts'
import { Box, Img, Text } from '@/ui/primitives'
import { Empty } from '@/ui/states'
import { WithQuery } from '@/ui/with-query'
import { useHome } from '../parts/use-home'
import { useStaff } from '../parts/use-staff'
import { yh } from '../text/homes'
import { Posts } from './posts'
import { Projects } from './projects'
import { Standards } from './standards'

const Month = ({ home: { month, homeId } }: { home: HomeView }) => (
  <Card onTap={() => go('staff/home-figures', { org: homeId })}>
    <Row><Text className='q-grow q-strong'>{yh('month')}</Text><Text className='q-green q-strong'>{yh('figures')} ›</Text></Row>
    <Box className='s-figures'>
      {([['distinct', month.distinct], ['came', month.came], ['held', month.events]] as const).map(([what, n]) => <Box key={what} className='s-figure'><Text className='s-figure-n'>{n}</Text><Text className='q-soft q-small'>{yh(what)}</Text></Box>)}
    </Box>
  </Card>
)

const Profile = ({ home: { homeId, profile, may, managers } }: { home: HomeView }) => {
  const { introduction, address, contact, notice, hours, cover, at, byName } = profile
  const write = may.edit && <Button small kind='plain' onTap={() => go('staff/home-profile', { id: homeId })}>{yh(introduction === undefined ? 'fill' : 'edit')}</Button>
  if (introduction === undefined) return <Card><Empty title={yh('profileEmpty')} words={yh('profileEmptyWords')} />{write && <Box className='q-wrap'>{write}</Box>}</Card>
  return (
    <Card>
      <Row><Box className='q-grow'><OpenTag hours={hours} /></Box>{write}</Row>
      {cover?.url && <Img className='s-cover' fit='aspectFill' src={cover.url} alt={yh('cover')} />}
      {notice !== undefined && <Box className='s-warn'>{notice}</Box>}
      <Text className='q-block q-lines'>{introduction}</Text>
      <Text className='q-block q-soft'>{[address, contact].filter(Boolean).join(' · ')}</Text>
      {hours && <Box className='s-under-field'><Week hours={hours} /></Box>}
      <Text className='q-block q-soft q-small s-under-field'>{`${yh('managers')} ${managers?.join('、') || yh('nobodyManages')}`}</Text>
      {at !== undefined && <Text className='q-block q-soft q-small'>{yh('wroteBy', { who: byName ?? '', time: localDateTime(at) })}</Text>}
    </Card>
  )
}

const Whole = ({ query, home }: { query: Query<HomeView>; home: HomeView }) => (
  <Box className='s-two'>
    {home.may.assess && <Box><Standards query={query} home={home} /></Box>}
    <Box>
      <Heading>{yh('profile')}</Heading>
      <Profile home={home} />
      <Month home={home} />
      <Card onTap={() => go('homes/home', { id: home.homeId })}><Row><Text className='q-grow q-strong'>{yh('studentSide')}</Text><Text className='q-green q-strong'>›</Text></Row></Card>
      <Projects query={query} home={home} />
      <Posts query={query} home={home} />
    </Box>
    {!home.may.assess && <Box><Standards query={query} home={home} /></Box>}
  </Box>
)

/** A Youth Home as its staff works on it: managers write, the county assesses, others of the county look. */
export default function YouthHomePage() {
  const staff = useStaff()
  const { id } = useParams()
  const homeId = staff && (id ?? staff.role.scope)
  const query = useHome(homeId)
  const pulled = usePulled(query.refresh)
  return <Page title={query.value?.name ?? yh('homes')} wide pulled={pulled}><WithQuery query={query} rows={4}>{(home) => <Whole query={query} home={home} />}</WithQuery></Page>
}

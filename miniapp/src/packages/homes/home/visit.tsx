import type { HomeView } from '@shared/contract/youth-homes'
import { isVisitDay } from '@shared/model/event'
import { serverNow } from '@/api/server-clock'
import { useQuery } from '@/api/use-query'
import { go } from '@/platform/navigate'
import { instantOf, localDate } from '@/text/local-time'
import { Button, Card, Heading } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { h } from '../text'

const day = 86_400_000

/** This month's visits, today's, and how one counts. */
export const Visit = ({ homeId, month: { distinct, came, events }, visits }: Pick<HomeView, 'homeId' | 'month' | 'visits'>) => {
  const today = localDate(serverNow())
  const range = { from: instantOf(today, '00:00'), to: instantOf(localDate(serverNow() + day), '00:00') }
  const open = useQuery('listEvents', { host: homeId, category: 'youth-home', limit: 5, ...range }).value?.items.find(({ eventId, startsAt, state }) => isVisitDay(eventId) && state === 'open' && localDate(startsAt) === today)
  return (
    <>
      <Heading>{h('visit')}</Heading>
      <Card>
        {visits !== undefined && <Text className='q-strong q-block'>{visits > 0 ? h('visited', { n: visits }) : h('notVisited')}</Text>}
        {came > 0 && <Text className='q-soft q-block'>{h('monthly', { distinct, came, events })}</Text>}
        {visits !== undefined && open && <Box className='h-gap'><Button onTap={() => go('event', { id: open.eventId })}>{h('todayOpen')}</Button></Box>}
        <Text className='q-block q-strong h-gap'>{h('howTitle')}</Text>
        <Box className='h-steps' role='list'>{(['how1', 'how2', 'how3'] as const).map((step) => <Box key={step} role='listitem' className='q-soft'>{h(step)}</Box>)}</Box>
      </Card>
    </>
  )
}

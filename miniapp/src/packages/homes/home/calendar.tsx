import type { EventView } from '@shared/contract/events'
import { isVisitDay } from '@shared/model/event'
import { useState } from 'react'
import { serverNow } from '@/api/server-clock'
import { usePages } from '@/api/use-pages'
import { EventRow } from '@/features/list-events/event-row'
import { dayName } from '@/features/youth-home/hours'
import { localDate } from '@/text/local-time'
import { Button, Card, Heading } from '@/ui/parts'
import { Box, Tap, Text } from '@/ui/primitives'
import { Empty } from '@/ui/states'
import { ListEnd, WithQuery } from '@/ui/with-query'
import { h } from '../text'
import { monthAfter, monthsAhead, rangeOf, weeksOf } from './month'

const Turn = ({ to, words, sign, onTurn }: { to: string | undefined; words: string; sign: string; onTurn: (month: string) => void }) => (
  <Tap className='h-turn' label={words} disabled={to === undefined} onTap={() => to && onTurn(to)}>{sign}</Tap>
)

interface Shown { month: string; today: string; events: readonly EventView[]; chosen: string | undefined; onChoose: (date: string | undefined) => void }
const Grid = ({ month, today, events, chosen, onChoose }: Shown) => {
  const numbers = new Map<string, number>()
  for (const { startsAt } of events) numbers.set(localDate(startsAt), (numbers.get(localDate(startsAt)) ?? 0) + 1)
  return (
    <Box className='h-grid'>
      {Array.from({ length: 7 }, (_, i) => <Box key={i} className='h-day h-week' hidden>{dayName(i).slice(-1)}</Box>)}
      {weeksOf(month).map((date, i) => {
        if (date === '') return <Box key={`none ${i}`} className='h-day' />
        const n = numbers.get(date) ?? 0
        const looks = `h-day ${date === chosen ? 'h-on' : date === today ? 'h-today' : date < today ? 'h-past' : ''}`
        const inside = <><Text>{Number(date.slice(8))}</Text><Box className={`h-dot ${n ? '' : 'h-nodot'}`} hidden /></>
        return n ? <Tap key={date} className={looks} label={h('dayWith', { day: date, n })} selected={date === chosen} onTap={() => onChoose(date === chosen ? undefined : date)}>{inside}</Tap> : <Box key={date} className={looks}>{inside}</Box>
      })}
    </Box>
  )
}

/** A home's events by month, as a grid and as a list; a day of the grid narrows the list. */
export const HomeCalendar = ({ homeId }: { homeId: string }) => {
  const today = localDate(serverNow())
  const [month, setMonth] = useState(today.slice(0, 7))
  const [chosen, setChosen] = useState<string>()
  const range = rangeOf(month, today)
  const pages = usePages('listEvents', range && { host: homeId, limit: 100, ...range })
  // The visit day is there every day: it is told above.
  const events = (pages.items ?? []).filter(({ eventId }) => !isVisitDay(eventId))
  const shown = chosen === undefined ? events : events.filter(({ startsAt }) => localDate(startsAt) === chosen)
  const turn = (to: string) => {
    setChosen(undefined)
    setMonth(to)
  }
  const [year = '', number = ''] = month.split('-')
  const [before, after] = [monthAfter(month, -1), monthAfter(month, 1)]
  return (
    <>
      <Heading>{h('calendar')}</Heading>
      <Card>
        <Box className='h-month'>
          <Turn words={h('before')} sign='‹' to={before < today.slice(0, 7) ? undefined : before} onTurn={turn} />
          <Text className='q-strong' >{h('monthOf', { year, month: Number(number) })}</Text>
          <Turn words={h('after')} sign='›' to={after > monthAfter(today.slice(0, 7), monthsAhead) ? undefined : after} onTurn={turn} />
        </Box>
        <Grid month={month} today={today} events={events} chosen={chosen} onChoose={setChosen} />
        {chosen !== undefined && <Box className='h-month h-gap'><Text className='q-soft'>{h('onDay', { day: chosen })}</Text><Button small kind='plain' onTap={() => setChosen(undefined)}>{h('wholeMonth')}</Button></Box>}
      </Card>
      <WithQuery query={{ ...pages, value: pages.items }} rows={2}>
        {() => (shown.length === 0 ? <Card><Empty title={h('noEvents')} words={h('noEventsWords')} /></Card> : shown.map((event) => <EventRow key={event.eventId} event={event} />))}
      </WithQuery>
      {pages.more && <ListEnd pages={pages} />}
    </>
  )
}

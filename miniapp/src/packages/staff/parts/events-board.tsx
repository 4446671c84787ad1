import { memo, useState } from 'react'
import type { EventView } from '@shared/contract/events'
import { usePages } from '@/api/use-pages'
import { go } from '@/platform/navigate'
import { usePulled } from '@/platform/page-events'
import { span } from '@/text/format'
import { Button, Card, Chips, Row, Tag } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { Empty } from '@/ui/states'
import { ListEnd, WithQuery } from '@/ui/with-query'
import { s } from '../text'
import { k } from '../text/conflicts'
import { rangeOf, shownIn, stageOf, type When } from './event-range'
import { useAll } from './use-all'
import { useKeptScanner } from './use-kept-scanner'

const tones = { closed: 'plain', notBegun: 'info', open: 'good', toClose: 'wait' } as const
const empty = { today: 'noneToday', coming: 'noneComing', past: 'nonePast' } as const

const signedUpWords = ({ capacity, taken, waiting }: EventView): string =>
  `${capacity ? s('takenOf', { n: taken, most: capacity }) : s('taken', { n: taken })}${waiting > 0 ? ` · ${s('inLine', { n: waiting })}` : ''}`
const cameWords = ({ came, noShow }: NonNullable<EventView['summary']>): string => `${s('resultCame', { n: came })}${noShow > 0 ? ` · ${s('resultAbsent', { n: noShow })}` : ''}`

const EventCard = memo(({ event }: { event: EventView }) => {
  const stage = stageOf(event, Date.now())
  return (
    <Card onTap={() => go('staff/check-in', { id: event.eventId })}>
      <Row><Text className='q-grow q-strong q-cut'>{event.title}</Text>{event.conflicts ? <Tag tone='wait'>{k('conflictsN', { n: event.conflicts })}</Tag> : null}<Tag tone={tones[stage]}>{s(stage)}</Tag></Row>
      <Text className='q-soft q-block'>{span(event.startsAt, event.endsAt)}</Text>
      <Text className='q-soft q-small q-block'>{`${event.place} · ${event.summary ? cameWords(event.summary) : signedUpWords(event)}`}</Text>
      {event.summary && event.summary.missingExits > 0 && <Text className='q-amber q-small q-block'>{s('summaryNoExit', { n: event.summary.missingExits })}</Text>}
    </Card>
  )
})

/** Events of the homes and organisations this person answers for, today's first; each opens its check-in. */
export const EventsBoard = () => {
  const [when, setWhen] = useState<When>('today')
  const [days, setDays] = useState(30)
  const range = rangeOf(when, Date.now(), days)
  const pages = useAll(usePages('listEvents', { mine: 'true', limit: 100, ...range }))
  const pulled = usePulled(pages.refresh)
  useKeptScanner()
  return (
    <>
      {pulled > 0 && <Box style={{ height: `${pulled}px` }} />}
      <Box className='s-tools'>
        <Chips label={s('events')} value={when} onValue={setWhen} options={[['today', s('today')], ['coming', s('coming')], ['past', s('past')]] as const} />
        <Button onTap={() => go('staff/publish-event')}>＋ {s('publish')}</Button>
      </Box>
      <Box>
        <WithQuery query={{ ...pages, value: pages.items }}>
          {(items) => {
            const shown = shownIn(when, items, range)
            return shown.length ? <Box className='s-columns'>{shown.map((event) => <EventCard key={event.eventId} event={event} />)}</Box> : <Empty title={s(empty[when])} words={s('noEventsWords')} />
          }}
        </WithQuery>
        {pages.more ? <ListEnd pages={pages} /> : when === 'past' && <Box className='q-foot'><Button small kind='plain' onTap={() => setDays(days * 3)}>{s('earlier', { n: days * 3 })}</Button></Box>}
      </Box>
    </>
  )
}

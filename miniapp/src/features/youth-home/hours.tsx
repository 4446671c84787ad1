import type { OpenSpan } from '@shared/model/youth-home'
import { openAt, weekdayAt } from '@shared/rules/open-hours'
import { serverNow } from '@/api/server-clock'
import { Row, Tag } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { type HomeTextKey, y } from './text'

type Hours = readonly (readonly OpenSpan[])[]

export const dayName = (day: number): string => y(`day${day % 7}` as HomeTextKey)
const spans = (of: readonly OpenSpan[] | undefined): string => (of?.length ? of.map(({ from, to }) => `${from}–${to}`).join('　') : y('closedDay'))

/** Open now and until when, or when it opens next. */
export const OpenTag = ({ hours }: { hours: Hours | undefined }) => {
  const now = serverNow()
  const at = hours && openAt(hours, now)
  if (!at) return <Tag>{y('noHours')}</Tag>
  if ('until' in at) return <Tag tone='good'>{at.until === '24:00' ? y('openAllDay') : y('openUntil', { time: at.until })}</Tag>
  const { inDays, opens: time } = at
  return <Tag>{inDays === 0 ? y('opensToday', { time }) : inDays === 1 ? y('opensTomorrow', { time }) : y('opensOn', { time, day: dayName(weekdayAt(now) + inDays) })}</Tag>
}

/** The week, today marked. */
export const Week = ({ hours }: { hours: Hours }) => {
  const today = weekdayAt(serverNow())
  return (
    <Box role='list' className='q-list' label={y('hours')}>
      {hours.map((of, day) => (
        <Box key={day} role='listitem'><Row className={day === today ? 'q-strong' : ''}><Text className='q-grow'>{dayName(day)}{day === today ? ` · ${y('today')}` : ''}</Text><Text className={`q-num ${of.length ? '' : 'q-soft'}`}>{spans(of)}</Text></Row></Box>
      ))}
    </Box>
  )
}

import type { OpenSpan } from '@shared/model/youth-home'
import { dayName } from '@/features/youth-home/hours'
import { Button, Field, Row } from '@/ui/parts'
import { Box, Tap, Text, TimeInput } from '@/ui/primitives'
import { yh } from '../text/homes'
import { mostSpans, newSpan } from './profile-form'

const Day = ({ day, spans, onChange, onCopy }: { day: number; spans: readonly OpenSpan[]; onChange: (spans: OpenSpan[]) => void; onCopy?: () => void }) => {
  const open = spans.length > 0
  const put = (at: number, to: Partial<OpenSpan>) => onChange(spans.map((one, i) => (i === at ? { ...one, ...to } : one)))
  return (
    <Box className='s-line'>
      <Row>
        <Tap role='switch' selected={open} label={yh('openDay', { day: dayName(day) })} className='q-row q-grow' onTap={() => onChange(open ? [] : [newSpan])}><Box className={`s-box ${open ? 's-box-on' : ''}`} hidden>{open ? '✓' : ''}</Box><Text>{dayName(day)}</Text></Tap>
        {open && spans.length < mostSpans && <Button small kind='plain' label={`${yh('addSpan')} ${dayName(day)}`} onTap={() => onChange([...spans, { from: spans.at(-1)?.to ?? '14:00', to: '20:00' }])}>{yh('addSpan')}</Button>}
      </Row>
      {spans.map((span, i) => (
        <Row key={i} className='s-break s-under-field'>
          <Box className='q-grow'><TimeInput label={yh('fromWords', { day: dayName(day) })} value={span.from} onValue={(from) => put(i, { from })} /></Box>
          <Box className='q-grow'><TimeInput label={yh('toWords', { day: dayName(day) })} value={span.to} onValue={(to) => put(i, { to })} /></Box>
          {spans.length > 1 && <Button small kind='plain' label={`${yh('removeSpan')} ${dayName(day)} ${i + 1}`} onTap={() => onChange(spans.filter((_, at) => at !== i))}>✕</Button>}
        </Row>
      ))}
      {onCopy && <Button small kind='plain' onTap={onCopy}>{yh('copyMonday')}</Button>}
    </Box>
  )
}

/** Opening hours by weekday; Monday's can be said for all of the week's days at once. */
export const HoursFields = ({ hours, onHours, fault }: { hours: readonly OpenSpan[][]; onHours: (hours: OpenSpan[][]) => void; fault: string | undefined }) => (
  <Field label={yh('hours')} hint={yh('hoursHint')} fault={fault} id='hours'>
    <Box className='q-card'>
      {hours.map((spans, day) => (
        <Day key={day} day={day} spans={spans} onChange={(next) => onHours(hours.map((one, i) => (i === day ? next : one)))} {...(day === 0 && { onCopy: () => onHours(hours.map((one, i) => (i < 5 ? spans : one))) })} />
      ))}
    </Box>
  </Field>
)

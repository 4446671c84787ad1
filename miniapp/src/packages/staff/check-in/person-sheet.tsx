import { useState } from 'react'
import { serverNow } from '@/api/server-clock'
import { go, useParams } from '@/platform/navigate'
import { localDate, localTime } from '@/text/format'
import { instantOf } from '@/text/local-time'
import { Button, Field } from '@/ui/parts'
import { Box, Text, TimeInput } from '@/ui/primitives'
import { Sheet } from '@/ui/sheet'
import { k } from '../text/conflicts'
import type { Attendee, Direction } from './attendance'
import { c } from './text'

/** One person of the list: in or out now, or out at a time that the manager saw. */
export const PersonSheet = ({ one, open, endsAt, onMove, onClose }: { one: Attendee; open: boolean; endsAt: string; onMove: (direction: Direction, statedTime?: string) => void; onClose: () => void }) => {
  const { entryAt, exitAt } = one
  const { id } = useParams()
  const inside = entryAt !== undefined && exitAt === undefined
  const now = serverNow()
  const [time, setTime] = useState(() => (Date.parse(endsAt) < now ? localTime(endsAt) : ''))
  const [fault, setFault] = useState<string>()
  const out = () => {
    if (!time) return setFault(c('timeNeeded'))
    // The night that an event of a day ends in is the next date's.
    const stated = [entryAt ?? now, now].map((day) => Date.parse(instantOf(localDate(day), time))).find((ms) => ms > Date.parse(entryAt ?? '') && ms <= now)
    if (stated === undefined) return setFault(c('outOf'))
    onMove('exit', new Date(stated).toISOString())
  }
  return (
    <Sheet title={one.name} onClose={onClose}>
      {one.branchName && <Text className='q-soft q-block'>{one.branchName}</Text>}
      {inside && <Text className='q-block'>{c('since', { time: localTime(entryAt) })}</Text>}
      {open && !inside && <Box className='s-stack'><Button onTap={() => onMove('entry')}>{c('inNow')}</Button></Box>}
      {open && inside && (
        <Box className='s-stack'>
          <Button onTap={() => onMove('exit')}>{c('outNow')}</Button>
          <Field label={c('outAt')} hint={c('outAtHint')} fault={fault} id='outAt'><TimeInput id='outAt' label={c('outAt')} value={time} onValue={(next) => { setTime(next); setFault(undefined) }} placeholder={c('outAt')} /></Field>
          <Button kind='plain' onTap={out}>{c('outThen')}</Button>
        </Box>
      )}
      {entryAt !== undefined && <Box className='s-stack'><Button kind='plain' onTap={() => go('staff/person-scans', { id, person: one.personId })}>{k('toScans')}</Button></Box>}
    </Sheet>
  )
}

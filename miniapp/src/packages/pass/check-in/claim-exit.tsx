import { useRef, useState } from 'react'
import type { EventView } from '@shared/contract/events'
import { clientId } from '@/api/client-id'
import { useSend } from '@/api/use-send'
import type { Attendance } from '@/features/check-in/attendance'
import { localDate, localTime } from '@/text/format'
import { instantOf } from '@/text/local-time'
import { Button, Card, Field, Heading } from '@/ui/parts'
import { Text, TimeInput } from '@/ui/primitives'
import { Refused } from '@/ui/states'
import { toast } from '@/ui/toast'
import { v } from './text'

const dayMs = 86_400_000
const faults = ['end-before-start', 'in-future', 'too-long'] as const

/** The instant of a local time after an entry: of its day, or of the next where the event goes over midnight. */
const leftAtOf = (entryAt: string, time: string): string => {
  const sameDay = instantOf(localDate(entryAt), time)
  return Date.parse(sameDay) > Date.parse(entryAt) ? sameDay : instantOf(localDate(Date.parse(entryAt) + dayMs), time)
}

/** Asks the member when they left an event that saw no exit. The answer counts once a manager has confirmed it. */
export const ClaimExit = ({ event, entryAt, onClaimed }: { event: EventView; entryAt: string; onClaimed: (attendance: Attendance) => void }) => {
  const [time, setTime] = useState(localTime(event.endsAt))
  const [fault, setFault] = useState<string>()
  const claim = useRef({ id: clientId(), time })
  const { send, sending, trouble } = useSend('claimExit')
  const submit = async () => {
    if (!time) return setFault(v('needTime'))
    // Another time is another claim: the same id would be refused.
    if (claim.current.time !== time) claim.current = { id: clientId(), time }
    const overMidnight = localDate(event.endsAt) !== localDate(entryAt)
    const leftAt = overMidnight ? leftAtOf(entryAt, time) : instantOf(localDate(entryAt), time)
    const reply = await send({ eventId: event.eventId, id: claim.current.id, leftAt })
    if (!reply) return
    if (!reply.ok) {
      const code = faults.find((one) => reply.trouble.errors.some((error) => error.code === one))
      return setFault(code && v(code))
    }
    toast(v('sent'))
    onClaimed(reply.value)
  }
  return (
    <Card>
      <Heading>{v('askTitle')}</Heading>
      <Text className='q-block q-soft'>{v('askWords')}</Text>
      <Field label={v('time')} hint={v('askHint', { from: localTime(entryAt), to: localTime(event.endsAt) })} fault={fault} id='left-at'>
        <TimeInput id='left-at' label={v('time')} value={time} onValue={(next) => { setFault(undefined); setTime(next) }} describedBy='left-at-note' invalid={fault !== undefined} />
      </Field>
      {!fault && <Refused trouble={trouble} />}
      <Button busy={sending} onTap={() => void submit()}>{v('send')}</Button>
    </Card>
  )
}

import { useRef, useState } from 'react'
import type { EventView } from '@shared/contract/events'
import { clientId } from '@/api/client-id'
import { currentPerson } from '@/api/session'
import { useSend } from '@/api/use-send'
import { ExportCalendar } from '@/features/export-calendar/export-calendar'
import { go } from '@/platform/navigate'
import { Button } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { Confirm } from '@/ui/sheet'
import { Refused } from '@/ui/states'
import { toast } from '@/ui/toast'
import { holdsPass } from './kept-pass'
import { e } from './text'

const isFull = ({ capacity, taken }: EventView): boolean => capacity !== undefined && taken >= capacity
const Gap = () => <Box style={{ height: '12px' }} />

/** Takes a seat or a place in line, gives it back after asking, shows the pass, or puts the event into one's calendar. */
export const SignUp = ({ event, onChange }: { event: EventView; onChange: (event: EventView) => void }) => {
  const [asking, setAsking] = useState(false)
  const id = useRef(clientId())
  const taking = useSend('signUp')
  const giving = useSend('cancelSignUp')
  const { eventId, signUp } = event
  if (event.state === 'closed' || Date.parse(event.endsAt) <= Date.now()) return null
  const waits = signUp?.state === 'waiting'
  const take = async () => {
    const reply = await taking.send({ eventId, id: id.current })
    if (!reply?.ok) return
    const { state, place = 1 } = reply.value.signUp ?? {}
    toast(state === 'waiting' ? e('waitDone', { place }) : e('done'))
    onChange(reply.value)
  }
  const give = async () => {
    const reply = await giving.send({ eventId })
    setAsking(false)
    if (!reply?.ok) return
    id.current = clientId()
    toast(e(waits ? 'left' : 'cancelled'))
    onChange(reply.value)
  }
  const ask = waits ? ([e('leave'), e('leaveAsk')] as const) : ([e('cancel'), e(event.waiting > 0 ? 'cancelAskLine' : 'cancelAsk')] as const)
  return (
    <>
      <Refused trouble={taking.trouble ?? giving.trouble} />
      {signUp?.state === 'signed-up' && <><Button onTap={() => go('pass/pass', { id: eventId })}>{e('pass')}</Button>{!holdsPass(currentPerson()?.personId ?? '', eventId) && <Box style={{ textAlign: 'center' }}><Text className='q-soft q-small'>{e('passFirst')}</Text></Box>}<Gap /><ExportCalendar event={event} /><Gap /></>}
      {signUp?.state === 'signed-up' || waits
        ? <Button kind='plain' onTap={() => setAsking(true)}>{ask[0]}</Button>
        : <Button busy={taking.sending} onTap={() => void take()}>{e(isFull(event) ? 'wait' : 'signUp')}</Button>}
      {asking && <Confirm title={ask[0]} words={ask[1]} yes={ask[0]} danger busy={giving.sending} onYes={() => void give()} onNo={() => setAsking(false)} />}
    </>
  )
}

import { useRef, useState } from 'react'
import type { EventView } from '@shared/contract/events'
import { clientId } from '@/api/client-id'
import { useSend } from '@/api/use-send'
import { go } from '@/platform/navigate'
import { Button } from '@/ui/parts'
import { Box } from '@/ui/primitives'
import { Confirm } from '@/ui/sheet'
import { Refused } from '@/ui/states'
import { toast } from '@/ui/toast'
import { e } from './text'

/** Takes a seat, gives it back after asking, or shows the pass. */
export const SignUp = ({ event, onChange }: { event: EventView; onChange: (event: EventView) => void }) => {
  const [asking, setAsking] = useState(false)
  const id = useRef(clientId())
  const taking = useSend('signUp')
  const giving = useSend('cancelSignUp')
  const { eventId } = event
  if (event.state === 'closed') return null
  const take = async () => {
    const reply = await taking.send({ eventId, id: id.current })
    if (!reply?.ok) return
    toast(e('done'))
    onChange(reply.value)
  }
  const give = async () => {
    const reply = await giving.send({ eventId })
    setAsking(false)
    if (!reply?.ok) return
    id.current = clientId()
    toast(e('cancelled'))
    onChange(reply.value)
  }
  return (
    <>
      <Refused trouble={taking.trouble ?? giving.trouble} />
      {event.signUp?.state === 'signed-up' ? (
        <>
          <Button onTap={() => go('pass/pass', { id: eventId })}>{e('pass')}</Button>
          <Box style={{ height: '12px' }} />
          <Button kind='plain' onTap={() => setAsking(true)}>{e('cancel')}</Button>
        </>
      ) : <Button busy={taking.sending} disabled={event.capacity !== undefined && event.taken >= event.capacity} onTap={() => void take()}>{e('signUp')}</Button>}
      {asking && <Confirm title={e('cancel')} words={e('cancelAsk')} yes={e('cancel')} danger busy={giving.sending} onYes={() => void give()} onNo={() => setAsking(false)} />}
    </>
  )
}

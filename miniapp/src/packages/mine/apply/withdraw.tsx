import { useRef, useState } from 'react'
import { clientId } from '@/api/client-id'
import { useSend } from '@/api/use-send'
import { Button } from '@/ui/parts'
import { Confirm } from '@/ui/sheet'
import { Refused } from '@/ui/states'
import { toast } from '@/ui/toast'
import type { View } from './stages'
import { m } from './text'

/** Takes an open application back, once asked whether that is meant. */
export const Withdraw = ({ version, onDone }: { version: number; onDone: (view: View) => void }) => {
  const [asking, setAsking] = useState(false)
  const id = useRef(clientId())
  const { send, sending, trouble } = useSend('withdrawApplication')
  const withdraw = async () => {
    const reply = await send({ id: id.current, version })
    setAsking(false)
    if (!reply?.ok) return
    toast(m('withdrawn'))
    onDone(reply.value)
  }
  return (
    <>
      <Refused trouble={trouble} />
      <Button kind='danger' onTap={() => setAsking(true)}>{m('withdraw')}</Button>
      {asking && <Confirm title={m('withdraw')} words={m('withdrawAsk')} yes={m('withdraw')} danger busy={sending} onYes={() => void withdraw()} onNo={() => setAsking(false)} />}
    </>
  )
}

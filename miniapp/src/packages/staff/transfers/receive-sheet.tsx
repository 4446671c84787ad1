import { useRef, useState } from 'react'
import { clientId } from '@/api/client-id'
import { useQuery } from '@/api/use-query'
import { useSend } from '@/api/use-send'
import { Button, Field } from '@/ui/parts'
import { Box, Select, TextArea } from '@/ui/primitives'
import { Sheet } from '@/ui/sheet'
import { Refused } from '@/ui/states'
import { toast } from '@/ui/toast'
import { tu, type TurnKey } from '../text/turns'
import { schoolOf } from '../move-member/place-fields'
import type { Transfer } from './settle-sheet'

/** The receiving side: arrived, into a branch where it has any; or sent back with a reason. */
export const ReceiveSheet = ({ transfer, onClose, onDone }: { transfer: Transfer; onClose: () => void; onDone: () => void }) => {
  const org = transfer.destination?.org ?? ''
  const [into, setInto] = useState('')
  const [className, setClassName] = useState('')
  const [reason, setReason] = useState('')
  const [fault, setFault] = useState<{ field: 'into' | 'className' | 'reason'; key: TurnKey }>()
  const id = useRef(clientId())
  const places = useQuery('listPlaces', { org })
  const { send, sending, trouble, clear } = useSend('receiveTransfer')
  const typed = (put: (value: string) => void) => (value: string) => {
    id.current = clientId()
    setFault(undefined)
    clear()
    put(value)
  }
  const branches = (places.value ?? []).filter((one) => one.kind === 'branch' && schoolOf(one.id) === org)
  const classes = branches.find((one) => one.id === into)?.classes ?? []
  const save = async (to: 'confirmed' | 'to-do') => {
    if (to === 'to-do' && reason.trim() === '') return setFault({ field: 'reason', key: 'needWhy' })
    const { personId, school, branch, year, version } = transfer
    const reply = await send({ id: id.current, org, personId, school, branch, year, version, to, ...(to === 'confirmed' && into !== '' && { into, ...(className !== '' && { className }) }), ...(to === 'to-do' && { reason: reason.trim() }) })
    if (!reply) return
    if (reply.ok) {
      toast(tu(to === 'confirmed' ? 'receivedToast' : 'savedToast'))
      return onDone()
    }
    const [error] = reply.trouble.errors
    if (error) setFault({ field: error.path === 'className' ? 'className' : error.path === 'reason' ? 'reason' : 'into', key: error.code === 'required' ? 'chooseClass' : 'fieldWrong' })
  }
  const said = (field: 'into' | 'className' | 'reason') => (fault?.field === field ? tu(fault.key) : undefined)
  return (
    <Sheet title={`${transfer.name} · ${tu('receive')}`} onClose={onClose} closeWords={tu('cancel')}>
      {branches.length > 0 && <Field label={tu('receiveInto')} id='into' fault={said('into')}><Select id='into' label={tu('receiveInto')} value={into} placeholder={tu('chooseBranch')} onValue={(value) => { setClassName(''); typed(setInto)(value) }} options={branches.map((one) => [one.id, one.name] as const)} /></Field>}
      {classes.length > 1 && <Field label={tu('className')} id='class' fault={said('className')}><Select id='class' label={tu('className')} value={className} placeholder={tu('chooseClass')} onValue={typed(setClassName)} options={classes.map((one) => [one, one] as const)} /></Field>}
      <Refused trouble={trouble?.code === 'invalid-input' ? undefined : trouble} />
      <Button busy={sending} onTap={() => void save('confirmed')}>{tu('receive')}</Button>
      <Box style={{ marginTop: '16px' }}><Field label={tu('why')} id='back' fault={said('reason')}><TextArea id='back' label={tu('why')} value={reason} onValue={typed(setReason)} maxLength={200} rows={2} /></Field></Box>
      <Button kind='plain' disabled={sending} onTap={() => void save('to-do')}>{tu('sendBack')}</Button>
    </Sheet>
  )
}

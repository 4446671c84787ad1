import { useRef, useState } from 'react'
import { clientId } from '@/api/client-id'
import { useSend } from '@/api/use-send'
import { Button, Chips, Field, Row } from '@/ui/parts'
import { Box, Text, TextInput } from '@/ui/primitives'
import { Sheet } from '@/ui/sheet'
import { Refused } from '@/ui/states'
import { toast } from '@/ui/toast'
import { pl, type PlanKey } from '../text/plan'
import { type Committee, wordOf } from './quota-form'

type How = 'count' | 'range'
const isSerial = (text: string) => /^\d{1,6}$/.test(text.trim()) && Number(text) > 0

/** A range of serials for a committee: so many from the first free on, or one that is named. */
export const GiveNumbers = ({ committee, year, free, onClose, onDone }: { committee: Committee; year: number; free: number | undefined; onClose: () => void; onDone: () => void }) => {
  const [how, setHow] = useState<How>('count')
  const [typed, setTyped] = useState({ count: '', from: free === undefined ? '' : String(free), to: '' })
  const [checked, setChecked] = useState(false)
  const [told, setTold] = useState<Record<string, PlanKey>>({})
  const id = useRef(clientId())
  const { send, sending, trouble, clear } = useSend('allocateNumbers')
  const put = (key: keyof typeof typed) => (value: string) => {
    id.current = clientId()
    setTold({})
    clear()
    setTyped((now) => ({ ...now, [key]: value }))
  }
  const asked = how === 'count' ? (['count'] as const) : (['from', 'to'] as const)
  const own = Object.fromEntries(asked.flatMap((key) => (isSerial(typed[key]) ? [] : [[key, 'needCount' as PlanKey]])))
  const faultOf = (key: string) => {
    const fault = told[key] ?? (checked ? own[key] : undefined)
    return fault && pl(fault)
  }
  const give = async () => {
    setChecked(true)
    if (Object.keys(own).length) return
    const range = how === 'count' ? { count: Number(typed.count) } : { from: Number(typed.from), to: Number(typed.to) }
    const reply = await send({ id: id.current, org: committee.id, year, ...range })
    if (!reply) return
    if (!reply.ok) return setTold(Object.fromEntries(reply.trouble.errors.map((error) => [error.path, wordOf(error)])))
    toast(pl('given', { first: reply.value.first, last: reply.value.last }))
    onDone()
  }
  return (
    <Sheet title={pl('giveTo', { name: committee.name, year })} onClose={onClose} closeWords={pl('cancel')}>
      <Field label={pl('how')}><Chips<How> label={pl('how')} value={how} onValue={setHow} options={[['count', pl('byCount')], ['range', pl('byRange')]]} /></Field>
      {how === 'count' ? (
        <Field label={pl('count')} id='count' hint={free === undefined ? pl('yearSpent') : pl('freeFrom', { n: free })} fault={faultOf('count')}><TextInput id='count' type='number' label={pl('count')} value={typed.count} onValue={put('count')} maxLength={6} /></Field>
      ) : (
        <Row>
          {(['from', 'to'] as const).map((key) => <Box key={key} className='q-grow'><Field label={pl(key)} id={key} hint={pl('serialHint')} fault={faultOf(key)}><TextInput id={key} type='number' label={pl(key)} value={typed[key]} onValue={put(key)} maxLength={6} /></Field></Box>)}
        </Row>
      )}
      <Text className='q-soft q-small q-block'>{pl('neverBack')}</Text>
      <Refused trouble={trouble?.code === 'invalid-input' ? undefined : trouble} />
      <Box style={{ marginTop: '12px' }}><Button busy={sending} onTap={() => void give()}>{pl('giveNumbers')}</Button></Box>
    </Sheet>
  )
}

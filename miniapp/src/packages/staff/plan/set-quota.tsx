import { useRef, useState } from 'react'
import type { Answer } from '@shared/contract/index'
import { clientId } from '@/api/client-id'
import { useSend } from '@/api/use-send'
import { Button, Field } from '@/ui/parts'
import { TextInput } from '@/ui/primitives'
import { Sheet } from '@/ui/sheet'
import { Refused } from '@/ui/states'
import { toast } from '@/ui/toast'
import { pl, type PlanKey } from '../text/plan'
import { type Committee, wordOf } from './quota-form'

/** How many a committee may admit in the year. */
export const SetQuota = ({ committee, year, onClose, onDone, onStale }: { committee: Committee; year: number; onClose: () => void; onDone: (plan: Answer<'showPlan'>) => void; onStale: () => void }) => {
  const [text, setText] = useState(committee.quota === undefined ? '' : String(committee.quota))
  const [fault, setFault] = useState<PlanKey>()
  const id = useRef(clientId())
  const { send, sending, trouble, clear } = useSend('saveCommitteeQuota')
  const save = async () => {
    if (!/^\d{1,5}$/.test(text.trim())) return setFault('needWhole')
    const reply = await send({ id: id.current, org: committee.id, year, revision: committee.revision, quota: Number(text) })
    if (!reply) return
    if (reply.ok) {
      toast(pl('saved'))
      return onDone(reply.value)
    }
    id.current = clientId()
    const [error] = reply.trouble.errors
    if (error) setFault(wordOf(error))
    if (reply.trouble.code === 'plan-changed') onStale()
  }
  return (
    <Sheet title={pl('quotaFor', { name: committee.name, year })} onClose={onClose} closeWords={pl('cancel')}>
      <Field label={pl('total')} id='quota' hint={committee.spread > 0 ? pl('quotaHint', { n: committee.spread }) : pl('quotaHintNone')} fault={fault && pl(fault)}>
        <TextInput id='quota' type='number' label={pl('total')} value={text} maxLength={5} onValue={(value) => { id.current = clientId(); setFault(undefined); clear(); setText(value) }} />
      </Field>
      <Refused trouble={trouble?.code === 'invalid-input' ? undefined : trouble} />
      <Button busy={sending} onTap={() => void save()}>{pl('save')}</Button>
    </Sheet>
  )
}

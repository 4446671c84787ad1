import { useRef, useState } from 'react'
import type { Answer } from '@shared/contract/index'
import { clientId } from '@/api/client-id'
import { currentRole } from '@/api/session'
import { useSend } from '@/api/use-send'
import { localDate } from '@/text/format'
import { Button, Card, Field, Row } from '@/ui/parts'
import { Box, DateInput, Text, TextInput } from '@/ui/primitives'
import { Confirm, Sheet } from '@/ui/sheet'
import { Refused } from '@/ui/states'
import { toast } from '@/ui/toast'
import { wordOf } from '../plan/quota-form'
import { pl, type PlanKey } from '../text/plan'

type Member = NonNullable<Answer<'showProgress'>['leagueMember']>

const Mark = ({ personId, name, onClose, onDone }: { personId: string; name: string; onClose: () => void; onDone: () => void }) => {
  const today = localDate(Date.now())
  const [since, setSince] = useState('')
  const [number, setNumber] = useState('')
  const [told, setTold] = useState<Record<string, PlanKey>>({})
  const id = useRef(clientId())
  const { send, sending, trouble, clear } = useSend('markLeagueMember')
  const typed = (put: (value: string) => void) => (value: string) => {
    id.current = clientId()
    setTold({})
    clear()
    put(value)
  }
  const save = async () => {
    const faults = { ...(since === '' && { since: 'fieldWrong' as const }), ...(number.trim() !== '' && !/^\d{12}$/.test(number.trim()) && { number: 'needNumber' as const }) }
    if (Object.keys(faults).length) return setTold(faults)
    const reply = await send({ personId, id: id.current, since, ...(number.trim() !== '' && { number: number.trim() }) })
    if (!reply) return
    if (!reply.ok) return setTold(Object.fromEntries(reply.trouble.errors.map((error) => [error.path, wordOf(error)])))
    toast(pl('marked'))
    onDone()
  }
  return (
    <Sheet title={pl('markTitle', { name })} onClose={onClose} closeWords={pl('cancel')}>
      <Text className='q-soft q-block s-intro'>{pl('markWords')}</Text>
      <Field label={pl('since')} id='since' hint={pl('sinceHint')} fault={told.since && pl(told.since)}><DateInput id='since' label={pl('since')} value={since} max={today} onValue={typed(setSince)} /></Field>
      <Field label={pl('memberNo')} id='number' hint={pl('memberNoHint')} fault={told.number && pl(told.number)}><TextInput id='number' type='number' label={pl('memberNo')} value={number} onValue={typed(setNumber)} maxLength={12} /></Field>
      <Refused trouble={trouble?.code === 'invalid-input' ? undefined : trouble} />
      <Button busy={sending} onTap={() => void save()}>{pl('save')}</Button>
    </Sheet>
  )
}

const TakeBack = ({ personId, onClose, onDone }: { personId: string; onClose: () => void; onDone: () => void }) => {
  const id = useRef(clientId())
  const { send, sending, trouble } = useSend('takeBackLeagueMember')
  const take = async () => {
    const reply = await send({ personId, id: id.current })
    if (!reply?.ok) return
    toast(pl('takenBack'))
    onDone()
  }
  if (trouble) return <Sheet title={pl('takeBack')} onClose={onClose}><Refused trouble={trouble} /></Sheet>
  return <Confirm title={pl('takeBack')} words={pl('takeBackAsk')} yes={pl('takeBack')} danger busy={sending} onYes={() => void take()} onNo={onClose} />
}

/** Whether the roster knows somebody as a member of the League; an existing member is entered here, and a committee takes a mistake back. */
export const LeagueMember = ({ personId, name, member, onChanged }: { personId: string; name: string; member: Member | undefined; onChanged: () => void }) => {
  const [open, setOpen] = useState<'mark' | 'back'>()
  const committee = currentRole()?.name !== 'branch-secretary'
  const done = () => {
    setOpen(undefined)
    onChanged()
  }
  return (
    <Card>
      <Row>
        <Box className='q-grow'>
          <Text className='q-strong q-block'>{member ? pl('member') : pl('notMember')}</Text>
          {member && <Text className='q-soft q-small q-block q-num'>{[pl('memberSince', { date: member.since }), member.number && pl('memberNumber', { n: member.number })].filter(Boolean).join(' · ')}</Text>}
        </Box>
        {!member && <Button small kind='plain' onTap={() => setOpen('mark')}>{pl('markMember')}</Button>}
        {member?.byHand && committee && <Button small kind='plain' onTap={() => setOpen('back')}>{pl('takeBack')}</Button>}
      </Row>
      {open === 'mark' && <Mark personId={personId} name={name} onClose={() => setOpen(undefined)} onDone={done} />}
      {open === 'back' && <TakeBack personId={personId} onClose={() => setOpen(undefined)} onDone={done} />}
    </Card>
  )
}

import { useRef, useState } from 'react'
import type { Answer } from '@shared/contract/index'
import { clientId } from '@/api/client-id'
import { currentPerson } from '@/api/session'
import { useSend } from '@/api/use-send'
import { RecordPhotos } from '@/features/show-record/photos'
import { go } from '@/platform/navigate'
import { keep, kept } from '@/platform/storage'
import { Button, Card, Field } from '@/ui/parts'
import { Box, Text, TextArea } from '@/ui/primitives'
import { Confirm } from '@/ui/sheet'
import { Refused } from '@/ui/states'
import { toast } from '@/ui/toast'
import { Conditions } from './conditions'
import { History } from './history'
import { a } from './text'

type View = Answer<'showApplication'>
/** A draft belongs to a person: siblings may share the phone. */
const draftKey = () => `letter-draft:${currentPerson()?.personId}`

/** The letter, kept as it is written; sent once per id however often it is pressed. */
const Letter = ({ again, first, onDone }: { again: boolean; first: string; onDone: (view: View) => void }) => {
  const [letter, setLetter] = useState(() => kept<string>(draftKey()) ?? first)
  const [missing, setMissing] = useState(false)
  const id = useRef(clientId())
  const { send, sending, trouble } = useSend('apply')
  const write = (text: string) => {
    setLetter(text)
    keep(draftKey(), text)
    id.current = clientId()
  }
  const submit = async () => {
    setMissing(letter.trim() === '')
    if (letter.trim() === '') return
    const reply = await send({ id: id.current, letter })
    if (!reply?.ok) return
    keep(draftKey(), '')
    toast(a('sent'))
    onDone(reply.value)
  }
  return (
    <>
      <Field label={a('letter')} hint={a('canApply')} fault={missing ? a('needLetter') : undefined} id='letter'><TextArea id='letter' label={a('letter')} value={letter} onValue={write} placeholder={a('letterHint')} maxLength={5000} rows={8} invalid={missing} describedBy='letter-note' /></Field>
      <Refused trouble={trouble} />
      <Button busy={sending} onTap={() => void submit()}>{a(again ? 'again' : 'send')}</Button>
    </>
  )
}

const Withdraw = ({ version, onDone }: { version: number; onDone: (view: View) => void }) => {
  const [asking, setAsking] = useState(false)
  const id = useRef(clientId())
  const { send, sending, trouble } = useSend('withdrawApplication')
  const withdraw = async () => {
    const reply = await send({ id: id.current, version })
    setAsking(false)
    if (!reply?.ok) return
    toast(a('withdrawn'))
    onDone(reply.value)
  }
  return (
    <>
      <Refused trouble={trouble} />
      <Button kind='danger' onTap={() => setAsking(true)}>{a('withdraw')}</Button>
      {asking && <Confirm title={a('withdraw')} words={a('withdrawAsk')} yes={a('withdraw')} danger busy={sending} onYes={() => void withdraw()} onNo={() => setAsking(false)} />}
    </>
  )
}

/** Where the application stands, what the decision still waits for, and what can be done now. */
export const Apply = ({ view, onChange }: { view: View; onChange: (view: View) => void }) => {
  const { application } = view
  const state = application?.state
  const open = state === 'applied' || state === 'returned'
  const returned = state === 'returned' ? application?.steps.findLast((step) => step.to === 'returned')?.reason : undefined
  return (
    <>
      {application && state !== 'withdrawn' && (
        <Card className={state === 'returned' ? 'record-refused' : ''}>
          <Text className='q-title q-block'>{a(state === 'approved' ? 'approved' : state === 'returned' ? 'returned' : 'applied')}</Text>
          {returned && <Text className='q-block'>{returned}</Text>}
          {state !== 'returned' && <Text className='q-soft q-block'>{application.paper ? a('paper', { date: application.paper.date, who: application.paper.byName }) : application.letter}</Text>}
        </Card>
      )}
      {application?.paper && state !== 'withdrawn' && <RecordPhotos photos={application.paper.photos} />}
      {state !== 'approved' && <Conditions conditions={view.conditions} onExam={() => go('exam/start')} />}
      {state !== 'applied' && state !== 'approved' && <Letter again={state === 'returned'} first={state === 'returned' ? (application?.letter ?? '') : ''} onDone={onChange} />}
      {open && application && <Box style={{ marginTop: '12px' }}><Withdraw key={application.version} version={application.version} onDone={onChange} /></Box>}
      {application && <History steps={application.steps} />}
    </>
  )
}

import { useRef, useState } from 'react'
import { clientId } from '@/api/client-id'
import { currentPerson } from '@/api/session'
import { useSend } from '@/api/use-send'
import { buzz } from '@/platform/haptic'
import { forget, keep, kept } from '@/platform/storage'
import { localDate } from '@/text/local-time'
import { Button, Field } from '@/ui/parts'
import { DateInput, TextArea } from '@/ui/primitives'
import { Confirm } from '@/ui/sheet'
import { Refused } from '@/ui/states'
import { toast } from '@/ui/toast'
import { type Faults, faultsFrom, faultsOf, inputOf, type Spoken, type Task } from './speak-draft'
import { q } from './text'

/** A mentor's talk or an introducer's opinion, kept on the phone as it is written. */
export const Speak = ({ task, onDone }: { task: Task; onDone: () => void }) => {
  const mentor = task.as === 'mentor'
  const key = `spoken-draft:${currentPerson()?.personId}:${task.as}:${task.personId}`
  const today = localDate(Date.now())
  const [draft, setDraft] = useState<Spoken>(() => ({ date: today, words: kept<string>(key) ?? '' }))
  const [checked, setChecked] = useState(false)
  const [told, setTold] = useState<Faults>({})
  const [asking, setAsking] = useState(false)
  const id = useRef(clientId())
  const { send, sending, trouble } = useSend('speakForApplicant')
  const change = (to: Partial<Spoken>) => {
    setDraft((now) => ({ ...now, ...to }))
    if (to.words !== undefined) keep(key, to.words)
    setTold({})
    id.current = clientId()
  }
  const faults: Faults = { ...told, ...(checked && faultsOf(draft, task, today)) }
  const fault = (field: keyof Spoken) => faults[field] && q(faults[field], { date: task.from })
  const submit = async () => {
    const reply = await send(inputOf(id.current, task, draft))
    setAsking(false)
    if (!reply) return
    if (!reply.ok) return setTold(faultsFrom(reply.trouble.errors))
    forget(key)
    toast(q(mentor ? 'talkSent' : 'opinionSent'))
    onDone()
  }
  const press = () => {
    setChecked(true)
    if (Object.keys(faultsOf(draft, task, today)).length) return buzz(false)
    if (mentor) void submit()
    else setAsking(true)
  }
  const [dateId, wordsId] = [`date-${task.as}-${task.personId}`, `words-${task.as}-${task.personId}`]
  return (
    <>
      <Field label={q(mentor ? 'talkDate' : 'opinionDate')} fault={fault('date')} id={dateId}><DateInput id={dateId} label={q(mentor ? 'talkDate' : 'opinionDate')} value={draft.date} onValue={(date) => change({ date })} min={task.from} max={today} invalid={Boolean(faults.date)} describedBy={`${dateId}-note`} /></Field>
      <Field label={q(mentor ? 'talkNotes' : 'opinion')} fault={fault('words')} id={wordsId}><TextArea id={wordsId} label={q(mentor ? 'talkNotes' : 'opinion')} value={draft.words} onValue={(words) => change({ words })} placeholder={q(mentor ? 'talkHint' : 'opinionHint')} maxLength={mentor ? 3000 : 1000} rows={5} invalid={Boolean(faults.words)} describedBy={`${wordsId}-note`} /></Field>
      <Refused trouble={trouble} />
      <Button busy={sending} onTap={press}>{q(mentor ? 'sendTalk' : 'sendOpinion')}</Button>
      {asking && <Confirm title={q('sendOpinion')} words={q('opinionAsk')} yes={q('sendOpinion')} busy={sending} onYes={() => void submit()} onNo={() => setAsking(false)} />}
    </>
  )
}

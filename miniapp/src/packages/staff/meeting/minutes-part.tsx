import type { MeetingView } from '@shared/contract/meetings'
import { useState } from 'react'
import { Button, Field } from '@/ui/parts'
import { Box, Text, TextArea, TextInput } from '@/ui/primitives'
import { Confirm } from '@/ui/sheet'
import { mt } from '../text/meetings'
import type { Draft } from './draft'
import { minutesDraft } from './minutes-draft'

/** What was decided on each item, the minutes, and the end of the meeting. */
export const MinutesPart = ({ view, draft, change, closing, onClose }: { view: MeetingView; draft: Draft; change: (to: (draft: Draft) => Draft) => void; closing: boolean; onClose: () => Promise<void> }) => {
  const [asking, setAsking] = useState<'draft' | 'close'>()
  const unvoted = view.candidates.filter(({ vote }) => !vote).map(({ name }) => name)
  const nobody = !draft.roll.some(({ present }) => present) && !Number(draft.besidesPresent)
  const lacking = draft.date > view.today ? 'inFuture' : nobody ? 'needPeople' : !draft.minutes.trim() ? 'needMinutes' : undefined
  const write = () => {
    change((now) => ({ ...now, minutes: minutesDraft(view, now) }))
    setAsking(undefined)
  }
  const close = async () => {
    await onClose()
    setAsking(undefined)
  }
  return (
    <>
      {draft.items.map(({ title, outcome }, i) => (
        <Field key={i} label={title || mt('itemN', { n: i + 1 })}><TextArea label={`${mt('outcome')} ${title}`} value={outcome} onValue={(to) => change((now) => ({ ...now, items: now.items.map((one, at) => (at === i ? { ...one, outcome: to } : one)) }))} placeholder={mt('outcomeHint')} maxLength={1000} rows={2} /></Field>
      ))}
      <Field label={mt('minutesText')} hint={mt('minutesHint')} id='minutes'><TextArea id='minutes' label={mt('minutesText')} value={draft.minutes} onValue={(minutes) => change((now) => ({ ...now, minutes }))} maxLength={20_000} rows={10} /></Field>
      <Box className='mt-gap'><Button small kind='plain' onTap={() => (draft.minutes.trim() ? setAsking('draft') : write())}>{mt('writeDraft')}</Button></Box>
      {lacking && <Text className='q-soft q-small q-block mt-gap'>{mt(lacking)}</Text>}
      <Button busy={closing} disabled={lacking !== undefined} onTap={() => setAsking('close')}>{mt('close')}</Button>
      {asking === 'draft' && <Confirm title={mt('writeDraft')} words={mt('draftOver')} yes={mt('writeDraft')} onYes={write} onNo={() => setAsking(undefined)} />}
      {asking === 'close' && <Confirm title={mt('closeAsk')} words={`${unvoted.length ? mt('closeUnvoted', { who: unvoted.join(mt('listComma')) }) : ''}${mt('closeWords')}`} yes={mt('close')} busy={closing} onYes={() => void close()} onNo={() => setAsking(undefined)} />}
    </>
  )
}

/** Asks for words before something that stays: why a meeting is cancelled. */
export const WhyField = ({ label, hint, fault, value, onValue }: { label: string; hint: string; fault: string | undefined; value: string; onValue: (to: string) => void }) => (
  <Field label={label} fault={fault} id='why'><TextInput id='why' label={label} value={value} onValue={onValue} placeholder={hint} maxLength={200} /></Field>
)

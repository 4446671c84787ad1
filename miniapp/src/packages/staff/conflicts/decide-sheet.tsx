import { useState } from 'react'
import type { ConflictView } from '@shared/contract/conflicts'
import type { EventView } from '@shared/contract/events'
import type { Trouble } from '@/api/reply'
import { t } from '@/text'
import { localDate, localTime } from '@/text/format'
import { instantOf } from '@/text/local-time'
import { Button, Chips, Field } from '@/ui/parts'
import { Box, DateInput, Text, TextInput, TimeInput } from '@/ui/primitives'
import { Sheet } from '@/ui/sheet'
import { Refused } from '@/ui/states'
import { moveOf } from '../parts/scan-words'
import { k } from '../text/conflicts'
import { type Found, PersonPick } from './person-pick'

export interface Said { personId?: string; time?: string; words?: string }
interface Props { targets: ConflictView[]; event: EventView; accept: boolean; busy: boolean; progress: string | undefined; trouble: Trouble | undefined; onYes: (said: Said) => void; onClose: () => void }

const reasons = ['not-there', 'not-them', 'twice', 'unknown', 'other'] as const

/** Asks before a scan is taken in, and for what it lacks: whose it is, or when it was. */
const Accept = ({ one, event, busy, onYes }: { one: ConflictView | undefined; event: EventView; busy: boolean; onYes: (said: Said) => void }) => {
  const [day, setDay] = useState(localDate(event.startsAt))
  const [time, setTime] = useState(one?.needsTime ? '' : localTime(one?.time ?? event.startsAt))
  const [who, setWho] = useState<Found>()
  const [words, setWords] = useState('')
  const [checked, setChecked] = useState(false)
  const nameless = one !== undefined && one.personId === undefined
  const moved = one !== undefined && (one.needsTime || localDate(one.time) !== day || localTime(one.time) !== time)
  const lacking = (nameless && !who) || (moved && !time)
  const yes = () => {
    setChecked(true)
    if (!lacking) onYes({ ...(who && { personId: who.personId }), ...(moved && { time: instantOf(day, time) }), ...(words.trim() && { words: words.trim() }) })
  }
  return (
    <>
      <Text className='q-block q-soft s-intro'>{k('acceptWords')}</Text>
      {nameless && <PersonPick eventId={event.eventId} named={one.name ?? ''} chosen={who} fault={checked && !who} onChoose={setWho} />}
      {one && (
        <Field label={k('whenWas')} hint={k('whenHint')} fault={checked && moved && !time ? k('needWhen') : undefined} id='when'>
          <Box className='q-row s-when'>
            {localDate(event.startsAt) !== localDate(event.endsAt) && <Box className='q-grow'><DateInput label={`${k('whenWas')} ${t('day')}`} value={day} onValue={setDay} describedBy='when-note' /></Box>}
            <Box className='q-grow'><TimeInput label={`${k('whenWas')} ${t('time')}`} value={time} onValue={setTime} placeholder='--:--' describedBy='when-note' /></Box>
          </Box>
        </Field>
      )}
      <Field label={`${k('words')}${t('optional')}`} hint={k('wordsHint')} id='words'><TextInput id='words' label={k('words')} value={words} onValue={setWords} maxLength={200} describedBy='words-note' /></Field>
      <Button busy={busy} onTap={yes}>{k('yesAccept')}</Button>
    </>
  )
}

/** Why a scan does not count: one of a few, or in words. */
const Dismiss = ({ busy, onYes }: { busy: boolean; onYes: (said: Said) => void }) => {
  const [reason, setReason] = useState<(typeof reasons)[number]>('not-there')
  const [words, setWords] = useState('')
  const [checked, setChecked] = useState(false)
  const lacking = reason === 'other' && words.trim() === ''
  const yes = () => {
    setChecked(true)
    if (!lacking) onYes({ words: [reason !== 'other' && k(`no-${reason}`), words.trim()].filter(Boolean).join('，') })
  }
  return (
    <>
      <Text className='q-block q-soft s-intro'>{k('dismissWords')}</Text>
      <Field label={k('reason')}><Chips label={k('reason')} value={reason} onValue={setReason} options={reasons.map((one) => [one, k(`no-${one}`)] as const)} /></Field>
      <Field label={`${k('reasonWords')}${reason === 'other' ? '' : t('optional')}`} fault={checked && lacking ? k('needReason') : undefined} id='words'><TextInput id='words' label={k('reasonWords')} value={words} onValue={setWords} maxLength={150} invalid={checked && lacking} describedBy='words-note' /></Field>
      <Button kind='danger' busy={busy} onTap={yes}>{k('yesDismiss')}</Button>
    </>
  )
}

/** The decision about one scan, or about several that wait for the same reason. */
export const DecideSheet = ({ targets, event, accept, busy, progress, trouble, onYes, onClose }: Props) => {
  const [only, ...more] = targets
  const one = more.length === 0 ? only : undefined
  const title = one ? k(accept ? 'acceptTitle' : 'dismissTitle', { name: one.name ?? k('unknownName'), what: moveOf(one) }) : k(accept ? 'allAcceptTitle' : 'allDismissTitle', { n: targets.length })
  return (
    <Sheet title={title} onClose={onClose} closeWords={t('cancel')}>
      {!one && <Text className='q-block s-intro'>{targets.map(({ name }) => name ?? k('unknownName')).join('、')}</Text>}
      <Refused trouble={trouble} />
      {progress && <Box className='s-change' role='status'>{progress}</Box>}
      {accept ? <Accept one={one} event={event} busy={busy} onYes={onYes} /> : <Dismiss busy={busy} onYes={onYes} />}
    </Sheet>
  )
}

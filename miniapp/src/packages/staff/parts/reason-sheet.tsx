import { useState } from 'react'
import type { Trouble } from '@/api/reply'
import { type ReviewReason, reviewReasons } from '@shared/model/ledger'
import { t, tOr } from '@/text'
import { Button, Chips, Field } from '@/ui/parts'
import { TextArea } from '@/ui/primitives'
import { Sheet } from '@/ui/sheet'
import { Refused } from '@/ui/states'
import { s } from '../text'

/** Why a record is sent back or its approval taken back: a reason of the list, and words to the student; "another reason" says which. */
export const ReasonSheet = ({ title, yes, busy, trouble, onYes, onClose }: { title: string; yes: string; busy: boolean; trouble?: Trouble | undefined; onYes: (reason: ReviewReason, words: string) => void; onClose: () => void }) => {
  const [reason, setReason] = useState<ReviewReason>('photo-unclear')
  const [words, setWords] = useState('')
  const lacking = reason === 'other' && words.trim() === ''
  return (
    <Sheet title={title} onClose={onClose} closeWords={t('cancel')}>
      <Field label={s('rejectReason')}><Chips label={s('rejectReason')} value={reason} onValue={setReason} options={reviewReasons.map((one) => [one, tOr(`reason-${one}`)] as const)} /></Field>
      <Field label={s('rejectWords')} hint={s('rejectWordsHint')} fault={lacking ? s('needWords') : undefined} id='words'><TextArea id='words' label={s('rejectWords')} value={words} onValue={setWords} maxLength={300} rows={3} /></Field>
      <Refused trouble={trouble} />
      <Button kind='danger' busy={busy} disabled={lacking} onTap={() => onYes(reason, words.trim())}>{yes}</Button>
    </Sheet>
  )
}

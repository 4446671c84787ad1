import { useState } from 'react'
import type { Trouble } from '@/api/reply'
import { t } from '@/text'
import { Button, Field } from '@/ui/parts'
import { Box, TextArea } from '@/ui/primitives'
import { Sheet } from '@/ui/sheet'
import { Refused } from '@/ui/states'
import { s } from '../text'

interface Props { title: string; words: string; yes: string; danger?: boolean; needed?: boolean; busy: boolean; trouble: Trouble | undefined; onYes: (why: string) => void; onClose: () => void }

/** Asks before something that goes into a trail, with the reason that goes with it; `needed` where it may not be left out. */
export const WhySheet = ({ title, words, yes, danger, needed, busy, trouble, onYes, onClose }: Props) => {
  const [why, setWhy] = useState('')
  const [checked, setChecked] = useState(false)
  const lacking = needed && why.trim() === ''
  const done = () => {
    setChecked(true)
    if (!lacking) onYes(why.trim())
  }
  return (
    <Sheet title={title} onClose={onClose} closeWords={t('cancel')}>
      <Box style={{ marginBottom: '16px' }}>{words}</Box>
      <Field label={`${s('why')}${needed ? '' : t('optional')}`} hint={s('whyHint')} fault={checked && lacking ? s('needWhy') : undefined} id='why'><TextArea id='why' label={s('why')} value={why} onValue={setWhy} maxLength={200} rows={2} /></Field>
      <Refused trouble={trouble} />
      <Button kind={danger ? 'danger' : 'main'} busy={busy} onTap={done}>{yes}</Button>
    </Sheet>
  )
}

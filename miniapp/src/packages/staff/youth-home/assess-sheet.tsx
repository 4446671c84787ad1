import { type Finding, findings } from '@shared/model/youth-home'
import type { HomeView } from '@shared/contract/youth-homes'
import { useState } from 'react'
import type { Query } from '@/api/use-query'
import { y } from '@/features/youth-home/text'
import { buzz } from '@/platform/haptic'
import { t } from '@/text'
import { Button, Chips, Field } from '@/ui/parts'
import { Box, Text, TextArea } from '@/ui/primitives'
import { Sheet } from '@/ui/sheet'
import { Refused } from '@/ui/states'
import { useHomeWrite } from '../parts/use-home'
import { yh } from '../text/homes'
import type { Standard } from './standards'

/** What the county finds of one standard, of the words and photos that are shown; `one` is the latest that this phone has seen. */
export const AssessSheet = ({ query, homeId, one, onClose }: { query: Query<HomeView>; homeId: string; one: Standard; onClose: () => void }) => {
  const [state, setState] = useState<Finding>('met')
  const [words, setWords] = useState('')
  const [checked, setChecked] = useState(false)
  const { write, sending, told, trouble } = useHomeWrite('assessHome', query)
  const assess = async () => {
    setChecked(true)
    if (words.trim() === '') return buzz(false)
    const done = await write({ org: homeId, standard: one.standard, state, words: words.trim(), ofRevision: one.revision, after: one.assessment?.n ?? 0 }, yh('assessed'))
    if (done === 'done') onClose()
  }
  return (
    <Sheet title={yh('assessTitle', { standard: y(one.standard) })} onClose={onClose} closeWords={t('cancel')}>
      <Box role='status' live='polite'>{told && <Box className='s-warn'>{told}</Box>}</Box>
      <Text className='q-block q-soft q-lines s-intro'>{one.words}</Text>
      <Field label={yh('finding')}><Chips<Finding> label={yh('finding')} value={state} onValue={setState} options={findings.map((each) => [each, y(each)] as const)} /></Field>
      <Field label={yh('assessWords')} hint={yh('assessHint')} fault={checked && words.trim() === '' ? yh('needAssessWords') : undefined} id='assess'><TextArea id='assess' label={yh('assessWords')} value={words} onValue={setWords} maxLength={500} rows={3} /></Field>
      <Refused trouble={trouble} />
      <Button busy={sending} onTap={() => void assess()}>{yh('assess')}</Button>
    </Sheet>
  )
}

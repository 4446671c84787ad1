import { categoryName } from '@/text/figure-words'
import { Button, Chips, Field, Row } from '@/ui/parts'
import { Box, TextInput, TimeInput } from '@/ui/primitives'
import { s } from '../text'
import { categories, type Draft, type Faults, hasQuantity, inMinutes, isClass, mostBreaks, newBreak } from './draft'

interface Props { draft: Draft; put: <K extends keyof Draft>(key: K, value: Draft[K]) => void; faults: Faults }

const NumberField = ({ field, words, hint, draft, put, faults, placeholder }: Props & { field: 'minimum' | 'quantity' | 'lesson'; words: string; hint?: string; placeholder?: string }) => (
  <Field label={words} hint={hint} fault={faults[field] && s(faults[field])} id={field}>
    <TextInput id={field} type='number' label={words} value={draft[field]} onValue={(value) => put(field, value)} placeholder={placeholder} maxLength={4} />
  </Field>
)

const Breaks = ({ draft, put, faults }: Props) => {
  const change = (at: number, to: Partial<Draft['breaks'][number]>) => put('breaks', draft.breaks.map((one, i) => (i === at ? { ...one, ...to } : one)))
  return (
    <Field label={s('hasBreak')} hint={s('breakHint')} fault={faults.breaks && s(faults.breaks)}>
      {draft.breaks.map((one, i) => (
        <Row key={i} className='s-break'>
          <Box className='q-grow'><TimeInput label={s('breakFrom')} value={one.from} onValue={(from) => change(i, { from })} /></Box>
          <Box className='q-grow'><TimeInput label={s('breakTo')} value={one.to} onValue={(to) => change(i, { to })} /></Box>
          <Button small kind='plain' onTap={() => put('breaks', draft.breaks.filter((_, at) => at !== i))}>{s('removeBreak')}</Button>
        </Row>
      ))}
      {draft.breaks.length < mostBreaks && <Button small kind='plain' onTap={() => put('breaks', [...draft.breaks, newBreak(draft)])}>{s('addBreak')}</Button>}
    </Field>
  )
}

/** What an event counts as, and how much of it each person gets. */
export const CreditFields = (props: Props) => {
  const { category } = props.draft
  return (
    <>
      <Field label={s('creditFor')} hint={inMinutes(category) ? s('creditMinutes') : undefined}><Chips label={s('creditFor')} value={category} onValue={(value) => props.put('category', value)} options={categories.map((one) => [one, categoryName(one)] as const)} /></Field>
      <Box>
        {inMinutes(category) && <><NumberField {...props} field='minimum' words={s('minimum')} hint={s('minimumHint')} placeholder='0' /><Breaks {...props} /></>}
        {hasQuantity(category) && <NumberField {...props} field='quantity' words={s(isClass(category) ? 'lessonsEach' : 'activitiesEach')} />}
        {isClass(category) && <NumberField {...props} field='lesson' words={s('lesson')} hint={s('lessonHint')} />}
      </Box>
    </>
  )
}

import { useRef, useState } from 'react'
import type { Answer } from '@shared/contract/index'
import { clientId } from '@/api/client-id'
import { currentPerson } from '@/api/session'
import { useQuery } from '@/api/use-query'
import { useSend } from '@/api/use-send'
import { buzz } from '@/platform/haptic'
import { forget, keep, kept } from '@/platform/storage'
import { Button, Card, Field, Heading } from '@/ui/parts'
import { Box, Tap, Text, TextArea, TextInput } from '@/ui/primitives'
import { Confirm } from '@/ui/sheet'
import { Refused } from '@/ui/states'
import { toast } from '@/ui/toast'
import { WithQuery } from '@/ui/with-query'
import type { Condition } from './condition-words'
import { Conditions } from './conditions'
import { chosenWith, draftOf, type Faults, type FormDraft, type FormField, faultsFrom, faultsOf, fields, inputOf, mostOf } from './form-draft'
import type { View } from './stages'
import { m } from './text'

type Introducers = Answer<'listIntroducers'>
/** Siblings may share the phone. */
const draftKey = () => `form-draft:${currentPerson()?.personId}`

const Introducers = ({ asked: { items, needed }, chosen, onChosen }: { asked: Introducers; chosen: string[]; onChosen: (chosen: string[]) => void }) => items.length < needed ? <Box className='q-banner' role='status'><Text>{m('tooFew', { n: needed })}</Text></Box> : (
  <>
    <Text className='q-soft q-small q-block'>{m('chosen', { n: chosen.length, of: needed })}</Text>
    <Box className='q-wrap apply-choose'>
      {items.map(({ personId, name }) => {
        const on = chosen.includes(personId)
        return <Tap key={personId} role='checkbox' selected={on} className={`q-chip ${on ? 'q-chip-on' : ''}`} onTap={() => onChosen(chosenWith(chosen, personId, needed))}>{on ? `✓ ${name}` : name}</Tap>
      })}
    </Box>
  </>
)

const Fill = ({ view, asked, onChange }: { view: View; asked: Introducers; onChange: (view: View) => void }) => {
  const version = view.application?.version ?? 0
  const [draft, setDraft] = useState<FormDraft>(() => {
    const start = kept<FormDraft>(draftKey()) ?? draftOf(view)
    // Somebody chosen once may have left the branch since.
    return { ...start, introducers: start.introducers.filter((one) => asked.items.some(({ personId }) => personId === one)) }
  })
  const [checked, setChecked] = useState(false)
  const [told, setTold] = useState<Faults>({})
  const [asking, setAsking] = useState(false)
  const id = useRef(clientId())
  const { send, sending, trouble } = useSend('fillForm')
  const change = (to: FormDraft) => {
    setDraft(to)
    setTold({})
    keep(draftKey(), to)
    id.current = clientId()
  }
  const faults: Faults = { ...told, ...(checked && faultsOf(draft, asked.needed)) }
  const ask = () => {
    setChecked(true)
    if (Object.keys(faultsOf(draft, asked.needed)).length) return buzz(false)
    setAsking(true)
  }
  const submit = async () => {
    const reply = await send(inputOf(draft, id.current, version))
    setAsking(false)
    if (!reply) return
    if (!reply.ok) return setTold(faultsFrom(reply.trouble.errors))
    forget(draftKey())
    toast(m('formSent'))
    onChange(reply.value)
  }
  const words = (field: FormField) => ({ id: field, label: m(field), value: draft.words[field], onValue: (value: string) => change({ ...draft, words: { ...draft.words, [field]: value } }), placeholder: m(`${field}Hint`), maxLength: mostOf[field], invalid: Boolean(faults[field]), describedBy: `${field}-note` })
  const fault = (field: keyof Faults) => faults[field] && m(faults[field], { n: asked.needed })
  return (
    <>
      {fields.map((field) => <Field key={field} label={m(field)} fault={fault(field)} id={field}>{field === 'ethnicity' ? <TextInput {...words(field)} /> : <TextArea {...words(field)} rows={field === 'statement' ? 8 : 3} />}</Field>)}
      <Field label={m('introducers')} hint={m('introducersHint', { n: asked.needed })} fault={fault('introducers')} id='introducers'><Introducers asked={asked} chosen={draft.introducers} onChosen={(introducers) => change({ ...draft, introducers })} /></Field>
      {faults.date && <Box className='q-banner q-banner-bad' role='alert'><Text>{m(faults.date)}</Text></Box>}
      {!faults.date && <Refused trouble={trouble} />}
      {trouble?.code === 'conditions-unmet' && <Conditions conditions={(trouble.detail.conditions ?? []) as Condition[]} />}
      <Button busy={sending} disabled={asked.items.length < asked.needed} onTap={ask}>{m('sendForm')}</Button>
      {asking && <Confirm title={m('sendForm')} words={m('formSendAsk')} yes={m('sendForm')} busy={sending} onYes={() => void submit()} onNo={() => setAsking(false)} />}
    </>
  )
}

/** The admission form, to be filled in when the notice is over. */
export const AdmissionForm = ({ view, onChange }: { view: View; onChange: (view: View) => void }) => {
  const query = useQuery('listIntroducers', {})
  return (
    <>
      <Heading>{m('form')}</Heading>
      <Card>
        <Text className='q-soft q-small q-block apply-letter'>{m('formWords')}</Text>
        <WithQuery query={query}>{(asked) => <Fill view={view} asked={asked} onChange={onChange} />}</WithQuery>
      </Card>
    </>
  )
}

/** The form as it was handed in. */
export const HandedForm = ({ application: { form } }: { application: NonNullable<View['application']> }) => {
  const [open, setOpen] = useState(false)
  if (!form) return null
  return (
    <>
      <Heading>{m('formOf')}</Heading>
      <Card>
        {open && fields.map((field) => <Box key={field} className='q-field'><Text className='q-soft q-small q-block'>{m(field)}</Text><Text className='q-block q-lines'>{form[field] ?? m('none')}</Text></Box>)}
        <Button small kind='plain' onTap={() => setOpen(!open)}>{m(open ? 'hide' : 'showForm')}</Button>
      </Card>
    </>
  )
}

import { useRef, useState } from 'react'
import { clientId } from '@/api/client-id'
import { currentPerson } from '@/api/session'
import { useSend } from '@/api/use-send'
import { keep, kept } from '@/platform/storage'
import { Button, Field } from '@/ui/parts'
import { TextArea } from '@/ui/primitives'
import { Refused } from '@/ui/states'
import { toast } from '@/ui/toast'
import type { View } from './stages'
import { type MineKey, m } from './text'

/** A draft belongs to a person: siblings may share the phone. */
const draftKey = () => `letter-draft:${currentPerson()?.personId}`

/** The letter, kept as it is written; sent once per id however often it is pressed. */
export const Letter = ({ button, first, onDone }: { button: MineKey; first: string; onDone: (view: View) => void }) => {
  const [letter, setLetter] = useState(() => kept<string>(draftKey()) || first)
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
    toast(m('sent'))
    onDone(reply.value)
  }
  return (
    <>
      <Field label={m('letter')} hint={m('canApply')} fault={missing ? m('needLetter') : undefined} id='letter'><TextArea id='letter' label={m('letter')} value={letter} onValue={write} placeholder={m('letterHint')} maxLength={5000} rows={8} invalid={missing} describedBy='letter-note' /></Field>
      <Refused trouble={trouble} />
      <Button busy={sending} onTap={() => void submit()}>{m(button)}</Button>
    </>
  )
}

import { type ReactNode, useRef, useState } from 'react'
import { clientId } from '@/api/client-id'
import { useSend } from '@/api/use-send'
import { localDate } from '@/text/format'
import { Button, Card, Field, Heading, Row } from '@/ui/parts'
import { Box, DateInput, Text } from '@/ui/primitives'
import { Confirm } from '@/ui/sheet'
import { Refused } from '@/ui/states'
import { toast } from '@/ui/toast'
import { useWide } from '../parts/use-wide'
import { pr } from '../text/procedure'
import { type Change, changesBetween, linesOf } from './describe'
import { partOf, parts, putAt, type Version } from './fields'
import { PartFields } from './inputs'
import { type Faults, faultsFrom, faultsOf, type ProcedureForm, type } from './procedure-form'

const day = 86_400_000

export const Changes = ({ changes, none }: { changes: Change[]; none: string }) => changes.length === 0 ? <Text className='q-soft q-block'>{none}</Text> : (
  <Box>{changes.map(({ part, lines }) => <Box key={part} className='s-line'><Text className='q-strong q-block'>{pr(`part-${part}`)}</Text>{lines.map((line) => <Text key={line} className='q-block q-small'>{line}</Text>)}</Box>)}</Box>
)

/** A part in words, opened to be changed. */
const Part = ({ title, lines, wrong, children }: { title: string; lines: string[]; wrong: boolean; children: ReactNode }) => {
  const [open, setOpen] = useState(false)
  const words = pr(open ? 'closePart' : 'openPart')
  return (
    <Card>
      <Row><Text className='q-grow q-strong'>{title}</Text><Button small kind='plain' label={`${words} ${title}`} onTap={() => setOpen(!open)}>{words}</Button></Row>
      <Box>{open ? children : <>{lines.map((line) => <Text key={line} className='q-block q-small'>{line}</Text>)}{wrong && <Text className='s-wrong q-block'>{pr('fieldWrong')}</Text>}</>}</Box>
    </Card>
  )
}

/** The last version being changed into the next: its figures, what changes, and from when. What was typed stays where another publishes first. */
export const Editor = ({ org, versions, onStop, onPublished, onStale }: { org: string; versions: Version[]; onStop: () => void; onPublished: () => void; onStale: () => void }) => {
  const last = versions[0] as Version
  const [form, setForm] = useState<ProcedureForm>(() => ({ content: last.content, typed: {} }))
  const [from, setFrom] = useState(localDate(Date.now() + day))
  const [told, setTold] = useState<Faults>({})
  const [taken, setTaken] = useState<string>()
  const [asking, setAsking] = useState(false)
  const id = useRef(clientId())
  const wide = useWide()
  const { send, sending, trouble, clear } = useSend('publishProcedure')
  const change = (next: (now: ProcedureForm) => ProcedureForm) => {
    id.current = clientId()
    clear()
    setTold({})
    setTaken(undefined)
    setForm(next)
  }
  const today = localDate(Date.now())
  const late = from < today ? pr('pastDate') : from > localDate(Date.now() + 366 * day) ? pr('farDate') : undefined
  const faults = { ...told, ...faultsOf(form) }
  const wrong = Object.keys(faults).filter((path) => path !== 'effectiveFrom').length
  const inForce = versions.find(({ state }) => state === 'in-force') ?? last
  const changes = changesBetween(inForce.content, form.content)
  const differs = changesBetween(last.content, form.content).length > 0
  const n = last.version + 1
  const props = { form, faults, onType: (path: string, text: string) => change((now) => type(now, path, text)), onPut: (path: string, value: unknown) => change(({ content, typed }) => ({ content: putAt(content, path, value), typed })) }
  const publish = async () => {
    const reply = await send({ id: id.current, org, content: form.content, after: last.version, effectiveFrom: from })
    if (!reply) return
    setAsking(false)
    if (reply.ok) {
      toast(pr('published', { n: reply.value.version }))
      return onPublished()
    }
    id.current = clientId()
    if (reply.trouble.code === 'invalid-input') setTold(faultsFrom(form.content, reply.trouble.errors))
    if (reply.trouble.code !== 'procedure-changed') return
    const { byName, version } = (reply.trouble.detail.conflict ?? {}) as { byName?: string; version?: number }
    setTaken(pr('changedMeanwhile', { who: byName ?? pr('somebody'), n: version ?? n }))
    onStale()
  }
  const actions = <><Button kind='plain' onTap={onStop}>{pr('cancel')}</Button><Button busy={sending} disabled={!differs || wrong > 0 || late !== undefined} onTap={() => setAsking(true)}>{pr('publish')}</Button></>
  return (
    <>
      <Box className='s-two'>
        <Box>
          {parts.map((part) => <Part key={part} title={pr(`part-${part}`)} lines={linesOf(form.content, part)} wrong={Object.keys(faults).some((path) => partOf(path) === part)}><PartFields {...props} part={part} thisYear={Number(today.slice(0, 4))} /></Part>)}
        </Box>
        <Box className={wide ? 's-aside' : ''}>
          <Card>
            <Heading>{pr('changes')}</Heading>
            <Text className='q-soft q-small q-block'>{pr('comparedTo', { n: inForce.version })}</Text>
            <Changes changes={changes} none={pr('noChanges')} />
            <Box style={{ height: '16px' }} />
            <Field label={pr('from')} id='from' hint={pr('fromHint')} fault={late ?? faults.effectiveFrom}><DateInput id='from' label={pr('from')} value={from} min={today} onValue={(value) => { change((now) => now); setFrom(value) }} /></Field>
            {versions.filter(({ state, effectiveFrom }) => state === 'coming' && effectiveFrom >= from).map(({ version }) => <Box key={version} className='s-warn'>{pr('replaces', { n: version })}</Box>)}
            {taken ? <Box className='s-warn' role='alert'>{taken}</Box> : trouble?.code !== 'invalid-input' && <Refused trouble={trouble} />}
            {wrong > 0 && <Box className='s-warn' role='alert'>{pr('fixFirst', { n: wrong })}</Box>}
            {wide && <Box className='s-actions'>{actions}</Box>}
          </Card>
        </Box>
      </Box>
      {!wide && <Box className='s-bar'>{actions}</Box>}
      {asking && <Confirm title={pr('publishTitle', { n })} words={pr('publishAsk', { date: from, n })} yes={pr('publish')} busy={sending} onYes={() => void publish()} onNo={() => setAsking(false)} />}
    </>
  )
}

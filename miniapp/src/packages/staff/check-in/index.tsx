import '../parts/staff.css'
import { useRef, useState } from 'react'
import type { Answer } from '@shared/contract/index'
import { clientId } from '@/api/client-id'
import { usePages } from '@/api/use-pages'
import { useQuery } from '@/api/use-query'
import { useSend } from '@/api/use-send'
import { buzz } from '@/platform/haptic'
import { useParams } from '@/platform/navigate'
import { usePulled } from '@/platform/page-events'
import { scanCode } from '@/platform/scan-code'
import { t, troubleWords } from '@/text'
import { duration, localTime, span } from '@/text/format'
import { Page } from '@/ui/page'
import { Button, Card, Chips, Field, Heading, Row } from '@/ui/parts'
import { Box, Text, TextInput } from '@/ui/primitives'
import { Empty, Refused } from '@/ui/states'
import { Sheet } from '@/ui/sheet'
import { ListEnd, WithQuery } from '@/ui/with-query'
import { toast } from '@/ui/toast'
import { useScans } from '../parts/use-scans'
import { useStaff } from '../parts/use-staff'
import { s } from '../text'

type Verdict = Answer<'checkIn'>['verdicts'][number]
type Attendee = Answer<'listAttendees'>['items'][number]
type Direction = 'entry' | 'exit'
const marks = { accepted: '✓', duplicate: '＝', conflict: '？', rejected: '✕' } as const

/** The last verdict: colour, mark and words. */
const Shown = ({ verdict, direction }: { verdict: Verdict; direction: Direction }) => (
  <Box className={`s-verdict s-verdict-${verdict.verdict}`} role='status' live='assertive'>
    <Text className='s-verdict-mark'>{marks[verdict.verdict]}</Text>
    <Box><Text className='s-verdict-word'>{verdict.verdict === 'accepted' ? s(`accepted_${direction}`) : s(verdict.verdict)}</Text><Text>{verdict.name ?? (verdict.code ? troubleWords(verdict.code as never) : '')}</Text></Box>
  </Box>
)

const whereWords = ({ entryAt, exitAt, minutes }: Attendee) => (exitAt ? `${s('outAt', { time: localTime(exitAt) })} · ${s('minutesHere', { time: duration(minutes ?? 0) })}` : entryAt ? s('inAt', { time: localTime(entryAt) }) : s('notYet'))

const Close = ({ eventId, inside, onDone, onCancel }: { eventId: string; inside: number; onDone: () => void; onCancel: () => void }) => {
  const id = useRef(clientId())
  const { send, sending, trouble } = useSend('closeEvent')
  const close = async (checkOutAll: boolean) => {
    const reply = await send({ eventId, id: id.current, checkOutAll })
    if (!reply?.ok) return
    toast(s('closedDone', { n: reply.value.checkedOut }))
    onDone()
  }
  return (
    <Sheet title={s('closeEvent')} onClose={onCancel} closeWords={t('cancel')}>
      <Text className='q-block'>{s('closeAsk')}{inside ? s('stillInside', { n: inside }) : s('nobodyInside')}</Text>
      <Text className='q-soft q-small q-block'>{s('checkOutNote')}</Text>
      <Refused trouble={trouble} />
      {inside > 0 && <Button busy={sending} onTap={() => void close(true)}>{s('checkOutAll')}</Button>}
      <Box style={{ height: '8px' }} />
      <Button kind={inside ? 'plain' : 'main'} busy={sending} onTap={() => void close(false)}>{inside ? s('leaveThem') : s('closeEvent')}</Button>
    </Sheet>
  )
}

/** People in and out of one event: by the code on their phone, or by the list. */
export default function CheckIn() {
  const staff = useStaff()
  const { id } = useParams()
  const event = useQuery('showEvent', staff && id ? { eventId: id } : undefined)
  const [name, setName] = useState('')
  const people = usePages('listAttendees', staff && id ? { eventId: id, limit: 100, ...(name.trim() && { name: name.trim() }) } : undefined)
  const pulled = usePulled(people.refresh)
  const [direction, setDirection] = useState<Direction>('entry')
  const [typed, setTyped] = useState('')
  const [last, setLast] = useState<{ verdict: Verdict; direction: Direction }>()
  const [closing, setClosing] = useState(false)
  const { waiting, add, upload, sending, trouble } = useScans(id)
  const check = async (who: { pass?: string; personId?: string }, way: Direction) => {
    setTyped('')
    const verdict = await add({ ...who, direction: way })
    if (!verdict) return setLast(undefined)
    buzz(verdict.verdict === 'accepted')
    setLast({ verdict, direction: way })
    await people.refresh()
  }
  const scan = async () => {
    const text = await scanCode()
    if (text) await check({ pass: text }, direction)
    else toast(s('noCodeFound'))
  }
  const inside = people.items?.filter(({ entryAt, exitAt }) => entryAt && !exitAt).length ?? 0
  const open = event.value?.state === 'open'
  return (
    <Page title={event.value?.title ?? s('checkIn')} wide pulled={pulled}>
      <WithQuery query={event}>
        {(one) => <Card><Text className='q-soft q-block'>{span(one.startsAt, one.endsAt)} · {one.place}</Text><Text className='q-block'>{s('signedUp')} {one.taken} · {s('here')} {inside} · {s('left')} {people.items?.filter(({ exitAt }) => exitAt).length ?? 0}</Text></Card>}
      </WithQuery>
      {last && <Shown {...last} />}
      <Refused trouble={trouble} />
      {waiting > 0 && <Box className='s-warn' role='status'><Text className='q-block'>{s('waitingToSend', { n: waiting })}</Text><Button small kind='plain' busy={sending} onTap={() => void upload()}>{s('sendNow')}</Button></Box>}
      {open && (
        <>
          <Field label={s('direction')}><Chips label={s('direction')} value={direction} onValue={setDirection} options={[['entry', s('entry')], ['exit', s('exit')]] as const} /></Field>
          <Button busy={sending} onTap={() => void scan()}>{s('scan')}</Button>
          <Field label={s('typeCode')} hint={s('typeCodeHint')} id='code'><TextInput id='code' label={s('typeCode')} value={typed} onValue={setTyped} maxLength={400} onDone={() => void check({ pass: typed.trim() }, direction)} /></Field>
          {typed.trim() !== '' && <Button kind='plain' busy={sending} onTap={() => void check({ pass: typed.trim() }, direction)}>{s('confirmCode')}</Button>}
        </>
      )}
      <Heading>{s('listTitle')}</Heading>
      <TextInput label={s('findName')} value={name} onValue={setName} placeholder={s('findName')} maxLength={40} />
      <WithQuery query={{ ...people, value: people.items }}>
        {(items) => items.length === 0 ? <Empty title={s(name ? 'noMatch' : 'noAttendees')} /> : (
          <Card>
            {items.map((one) => (
              <Box key={one.personId} className='s-line'>
                <Row>
                  <Box className='q-grow'><Text className='q-strong q-block'>{one.name}{one.signedUp ? '' : ` · ${s('walkIn')}`}</Text><Text className='q-soft q-small q-block'>{whereWords(one)}</Text></Box>
                  {open && !one.entryAt && <Button small busy={sending} label={s('tapIn', { name: one.name })} onTap={() => void check({ personId: one.personId }, 'entry')}>{s('entry')}</Button>}
                  {open && one.entryAt && !one.exitAt && <Button small kind='plain' busy={sending} label={s('tapOut', { name: one.name })} onTap={() => void check({ personId: one.personId }, 'exit')}>{s('exit')}</Button>}
                </Row>
              </Box>
            ))}
          </Card>
        )}
      </WithQuery>
      <ListEnd pages={people} />
      {open && <Box style={{ marginTop: '16px' }}><Button kind='danger' disabled={waiting > 0} onTap={() => setClosing(true)}>{s('closeEvent')}</Button></Box>}
      {closing && id && <Close eventId={id} inside={inside} onCancel={() => setClosing(false)} onDone={() => { setClosing(false); void event.refresh(); void people.refresh() }} />}
    </Page>
  )
}

import type { MeetingView } from '@shared/contract/meetings'
import { attendanceOf } from '@shared/rules/meeting-vote'
import { useState } from 'react'
import { currentPerson } from '@/api/session'
import type { Query } from '@/api/use-query'
import { localDateTime } from '@/text/format'
import { Button, Card, Field, Heading, Row, Tag } from '@/ui/parts'
import { Box, Tap, Text, TextArea } from '@/ui/primitives'
import { Sheet } from '@/ui/sheet'
import { Refused } from '@/ui/states'
import { toast } from '@/ui/toast'
import { mt } from '../text/meetings'
import { WhyField } from './minutes-part'
import { useMeetingWrite } from './use-meeting'
import { VoteResult } from './vote-part'
import { PrintMinutes } from '../parts/admission-papers'
import { CandidateLine } from '../parts/candidate-line'

const Correct = ({ view, query, onDone }: { view: MeetingView; query: Query<MeetingView>; onDone: () => void }) => {
  const [minutes, setMinutes] = useState(view.minutes ?? '')
  const [reason, setReason] = useState('')
  const [checked, setChecked] = useState(false)
  const { write, sending, told, trouble } = useMeetingWrite('correctMinutes', query)
  const same = minutes.trim() === (view.minutes ?? '')
  const send = async () => {
    setChecked(true)
    if (!reason.trim() || !minutes.trim() || same) return
    const done = await write({ org: view.org, meetingId: view.meetingId, revision: view.revision, minutes: minutes.trim(), reason: reason.trim() })
    if (!done || 'trouble' in done) return
    toast(mt('corrected'))
    onDone()
  }
  return (
    <Sheet title={mt('correct')} onClose={onDone}>
      <Field label={mt('minutesText')} fault={checked && same ? mt('noChange') : undefined} id='minutes'><TextArea id='minutes' label={mt('minutesText')} value={minutes} onValue={setMinutes} maxLength={20_000} rows={8} /></Field>
      <WhyField label={mt('correctReason')} hint={mt('correctHint')} fault={checked && !reason.trim() ? mt('needCorrectReason') : undefined} value={reason} onValue={setReason} />
      {told && <Box className='s-warn' role='alert'>{told}</Box>}
      <Refused trouble={trouble} />
      <Button busy={sending} onTap={() => void send()}>{mt('correct')}</Button>
    </Sheet>
  )
}

/** The candidate whose papers the minutes lie with: nobody prints them of themselves. */
export const printable = ({ candidates }: MeetingView) => candidates.find(({ personId }) => personId !== currentPerson()?.personId)

/** A meeting as it is on record: for whoever looks on, and for everyone once it is over. Its minutes can be corrected; what they said stays. */
export const MeetingRecord = ({ view, query }: { view: MeetingView; query: Query<MeetingView> }) => {
  const [correcting, setCorrecting] = useState(false)
  const [opened, setOpened] = useState<number>()
  const counts = attendanceOf(view)
  const candidate = printable(view)
  const absent = view.roll.filter(({ present }) => !present).map(({ name }) => name)
  return (
    <>
      <Card>
        <Row><Text className='q-grow q-strong q-num'>{view.date}</Text><Tag tone={view.state === 'held' ? 'good' : view.state === 'planned' ? 'info' : 'plain'}>{mt(`state-${view.state}`)}</Tag></Row>
        <Text className='q-block'>{view.place}</Text>
        <Text className='q-soft q-block'>{mt('host')}：{view.host}　{mt('recorder')}：{view.recorder}</Text>
        {view.cancelled && <Text className='q-block s-unmet'>{mt('cancelledWhy', { reason: view.cancelled })}</Text>}
        {view.held && <Text className='q-soft q-small q-block'>{mt('heldBy', { who: view.held.byName, time: localDateTime(view.held.at) })}</Text>}
      </Card>
      {counts.shouldAttend > 0 && (
        <>
          <Heading>{mt('roll')}</Heading>
          <Card>
            <Box className='s-figures'>{([['should', counts.shouldAttend], ['present', counts.present], ['absent', counts.shouldAttend - counts.present]] as const).map(([words, n]) => <Box key={words} className='s-figure'><Text className='s-figure-n'>{n}</Text><Text className='q-soft q-small'>{mt(words)}</Text></Box>)}</Box>
            {absent.length > 0 && view.state === 'held' && <Text className='q-small q-block'>{mt('absent')}：{absent.join(mt('listComma'))}</Text>}
            {view.reason && <Text className='q-soft q-small q-block'>{mt('reason')}：{view.reason}</Text>}
          </Card>
        </>
      )}
      {view.candidates.length > 0 && <Heading>{mt('vote')}</Heading>}
      {view.candidates.map((one) => <Card key={one.personId}><CandidateLine one={one} tag={view.state === 'planned' && !one.vote} />{one.vote ? <VoteResult vote={one.vote} /> : view.state !== 'planned' && <Text className='q-soft q-small q-block'>{mt('notVoted')}</Text>}</Card>)}
      {view.items.length > 0 && <><Heading>{mt('items')}</Heading><Card>{view.items.map(({ title, outcome }) => <Box key={title} className='s-line'><Text className='q-strong q-block'>{title}</Text>{outcome && <Text className='q-block s-letter'>{outcome}</Text>}</Box>)}</Card></>}
      {view.minutes && <><Heading>{mt('minutesText')}</Heading><Card><Text className='s-letter q-block' selectable>{view.minutes}</Text></Card></>}
      {view.corrections.map(({ n, at, byName, reason, minutes }) => (
        <Card key={n}>
          <Tap className='q-row' label={mt('correctionN', { n })} onTap={() => setOpened(opened === n ? undefined : n)}><Text className='q-grow q-small'>{mt('correctedBy', { who: byName, time: localDateTime(at), reason })}</Text><Text className='q-green q-strong'>{opened === n ? '−' : '＋'}</Text></Tap>
          {opened === n && <><Text className='q-soft q-small q-block'>{mt('before')}</Text><Text className='s-letter q-block' selectable>{minutes}</Text></>}
        </Card>
      ))}
      {view.state !== 'cancelled' && candidate && <PrintMinutes personId={candidate.personId} meetingId={view.meetingId} planned={view.state === 'planned'} />}
      {view.state === 'held' && view.may.edit && <Button kind='plain' onTap={() => setCorrecting(true)}>{mt('correct')}</Button>}
      {correcting && <Correct view={view} query={query} onDone={() => setCorrecting(false)} />}
    </>
  )
}

import '../parts/staff.css'
import { useRef, useState } from 'react'
import type { Answer } from '@shared/contract/index'
import { isBranch } from '@shared/model/org'
import { clientId } from '@/api/client-id'
import { useQuery } from '@/api/use-query'
import { useSend } from '@/api/use-send'
import { buzz } from '@/platform/haptic'
import { go, useParams } from '@/platform/navigate'
import { usePulled } from '@/platform/page-events'
import { stateWords } from '@/features/apply/words'
import { localDateTime } from '@/text/format'
import { Page } from '@/ui/page'
import { Button, Card, Field, Heading, Row, Tag } from '@/ui/parts'
import { Box, Select, Text, TextArea } from '@/ui/primitives'
import { Empty, Refused } from '@/ui/states'
import { toast } from '@/ui/toast'
import { WithQuery } from '@/ui/with-query'
import { Whom } from '../propose-role/whom'
import type { Draft } from '../propose-role/draft'
import { OrgPick } from '../parts/org-pick'
import { isGrantor } from '../parts/use-grantor'
import { useStaff } from '../parts/use-staff'
import { tu } from '../text/turns'

type Handover = Answer<'showHandover'>

/** What the next secretary takes on, each opened where it is done. */
const Open = ({ handover }: { handover: Handover }) => {
  const { reviews, applications, meetings, moves, transfers } = handover
  const lines = [[tu('reviews'), reviews, 'reviews'], [tu('openApplications'), applications.length, 'applications'], [tu('openMeetings'), meetings.length, 'meetings'], [tu('openMovesN'), moves, 'turns'], [tu('openTransfers'), transfers, 'transfers']] as const
  const some = lines.filter(([, n]) => n > 0)
  return (
    <>
      <Heading>{tu('open')}</Heading>
      {some.length === 0 && <Card><Text className='q-soft'>{tu('nothingOpen')}</Text></Card>}
      {some.map(([words, n, page]) => <Card key={page} onTap={() => go(`staff/${page}`)}><Row><Text className='q-grow q-strong'>{words}</Text><Tag tone='wait'>{n}</Tag><Text className='q-green q-strong'>›</Text></Row></Card>)}
      {applications.length > 0 && <Card>{applications.slice(0, 30).map(({ personId, name, state }) => <Row key={personId}><Text className='q-grow'>{name}</Text><Text className='q-soft q-small'>{stateWords(state)}</Text></Row>)}</Card>}
      {meetings.length > 0 && <Card>{meetings.map(({ meetingId, date, place }) => <Row key={meetingId}><Text className='q-grow'>{place}</Text><Text className='q-soft q-small q-num'>{date}</Text></Row>)}</Card>}
    </>
  )
}

/** Who leaves, who comes, and what is to be known: proposed here, approved by somebody else as every role is. */
const Propose = ({ handover, org, committee, onDone }: { handover: Handover; org: string; committee: string; onDone: () => void }) => {
  const only = handover.holders.length === 1 ? handover.holders[0] : undefined
  const [from, setFrom] = useState(only?.personId ?? '')
  const [draft, setDraft] = useState<Draft>({ role: 'branch-secretary', scope: org, whom: 'known', person: undefined, newName: '', why: '' })
  const [note, setNote] = useState('')
  const [checked, setChecked] = useState(false)
  const id = useRef(clientId())
  const { send, sending, trouble, clear } = useSend('proposeRole')
  const fresh = () => {
    id.current = clientId()
    clear()
  }
  const whom = draft.whom === 'new' ? draft.newName.trim() !== '' : draft.person !== undefined
  const same = draft.whom === 'known' && draft.person?.personId === from
  const save = async () => {
    setChecked(true)
    if (from === '' || !whom || same || draft.why.trim() === '') return buzz(false)
    const reply = await send({
      id: id.current, role: 'branch-secretary', scope: org, why: draft.why.trim(), handover: { from, ...(note.trim() !== '' && { note: note.trim() }) },
      ...(draft.whom === 'new' ? { newPerson: { name: draft.newName.trim() } } : { personId: draft.person?.personId }),
    })
    if (!reply?.ok) return
    toast(tu('handoverProposed'))
    fresh()
    onDone()
  }
  return (
    <>
      <Text className='q-soft q-small q-block s-intro'>{tu('handoverHint')}</Text>
      <Field label={tu('outgoing')} id='from' fault={checked && from === '' ? tu('needOutgoing') : undefined}><Select id='from' label={tu('outgoing')} value={from} placeholder={tu('needOutgoing')} onValue={(value) => { fresh(); setFrom(value) }} options={handover.holders.map(({ personId, name }) => [personId, name] as const)} /></Field>
      <Whom org={committee} draft={draft} put={(next) => { fresh(); setDraft((now) => ({ ...now, ...next })) }} fault={checked && !whom ? tu('needIncoming') : checked && same ? tu('sameTwice') : undefined} />
      <Field label={tu('why')} id='why' hint={tu('whyHint')} fault={checked && draft.why.trim() === '' ? tu('needWhy') : undefined}><TextArea id='why' label={tu('why')} value={draft.why} onValue={(why) => { fresh(); setDraft((now) => ({ ...now, why })) }} maxLength={200} rows={2} /></Field>
      <Field label={tu('note')} id='note' hint={tu('noteHint')}><TextArea id='note' label={tu('note')} value={note} onValue={(value) => { fresh(); setNote(value) }} maxLength={500} rows={3} /></Field>
      <Refused trouble={trouble} />
      <Button busy={sending} onTap={() => void save()}>{tu('proposeHandover')}</Button>
    </>
  )
}

/** A branch's secretary hands over to the next. */
export default function HandoverPage() {
  const params = useParams()
  const staff = useStaff(true, params.org)
  const branch = staff && isBranch(staff.org) ? staff.org : undefined
  const query = useQuery('showHandover', branch === undefined ? undefined : { org: branch })
  const pulled = usePulled(query.refresh)
  return (
    <Page title={tu('handover')} wide pulled={pulled}>
      {staff && <OrgPick staff={staff} kinds={['branch']} />}
      {staff && branch === undefined && <Empty title={tu('pickBranch')} words={tu('handoverWords')} />}
      {staff && branch !== undefined && (
        <WithQuery query={query} rows={3}>
          {(handover) => (
            <Box className='s-two'>
              <Box><Open handover={handover} /></Box>
              <Box>
                <Heading>{tu('holders')}</Heading>
                <Card>
                  {handover.holders.length === 0 && <Text className='q-soft'>{tu('noHolder')}</Text>}
                  {handover.holders.map(({ personId, name, since }) => <Row key={personId}><Text className='q-grow q-strong'>{name}</Text>{since && <Text className='q-soft q-small q-num'>{localDateTime(since)}</Text>}</Row>)}
                </Card>
                {handover.proposals.map(({ grantId, name, byName, at, replaces, note, mayDecide }) => (
                  <Card key={grantId}>
                    <Row><Text className='q-grow q-strong'>{name}</Text><Tag tone='wait'>{tu('waitingApproval')}</Tag></Row>
                    {replaces && <Text className='q-block'>{tu('replaces', { name: replaces.name })}</Text>}
                    {note && <Text className='q-soft q-small q-block'>{note}</Text>}
                    <Text className='q-soft q-small q-block q-num'>{tu('byAt', { who: byName, time: localDateTime(at) })}</Text>
                    {mayDecide && <Box className='s-actions'><Button small onTap={() => go('staff/roles')}>{tu('toApprove')}</Button></Box>}
                  </Card>
                ))}
                {!isGrantor(staff) && <Text className='q-soft q-block'>{tu('onlyCommittee')}</Text>}
                {isGrantor(staff) && handover.holders.length > 0 && <Propose key={branch} handover={handover} org={branch} committee={staff.role.scope} onDone={() => void query.refresh()} />}
              </Box>
            </Box>
          )}
        </WithQuery>
      )}
    </Page>
  )
}

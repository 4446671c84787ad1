import '../parts/meeting.css'
import '../parts/staff.css'
import { isBranch } from '@shared/model/org'
import { useRef, useState } from 'react'
import type { Answer } from '@shared/contract/index'
import { clientId } from '@/api/client-id'
import { usePages } from '@/api/use-pages'
import { useQuery } from '@/api/use-query'
import { useSend } from '@/api/use-send'
import { buzz } from '@/platform/haptic'
import { go } from '@/platform/navigate'
import { usePulled } from '@/platform/page-events'
import { t } from '@/text'
import { Page } from '@/ui/page'
import { Button, Card, Row, Tag } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { Empty, Refused } from '@/ui/states'
import { toast } from '@/ui/toast'
import { ListEnd, WithQuery } from '@/ui/with-query'
import { faultsOf } from '../parts/agenda-faults'
import { type Agenda, AgendaFields } from '../parts/agenda-fields'
import { unmetOf } from '../parts/candidate-line'
import { faultWords } from '../parts/meeting-faults'
import { OrgPick } from '../parts/org-pick'
import { useStaff } from '../parts/use-staff'
import { mt } from '../text/meetings'


type Prepared = Answer<'prepareMeeting'>
type Listed = Answer<'listMeetings'>['items'][number]

const toneOf = { planned: 'info', held: 'good', cancelled: 'plain' } as const

const MeetingCard = ({ one: { meetingId, org, branchName, state, date, place, candidates, voted, passed }, whole }: { one: Listed; whole: boolean }) => (
  <Card onTap={() => go('staff/meeting', { org, id: meetingId })}>
    <Row><Text className='q-grow q-strong q-num'>{date}</Text><Tag tone={toneOf[state]}>{mt(`state-${state}`)}</Tag></Row>
    <Text className='q-block q-soft q-small'>{[whole && branchName, place].filter(Boolean).join(' · ')}</Text>
    <Text className='q-block q-small'>{candidates ? mt('counts', { n: candidates, voted, passed }) : mt('countsNone')}</Text>
  </Card>
)

/** A new meeting; everyone who is ready for a vote is on its agenda from the start. */
const Plan = ({ prepared, onPlanned }: { prepared: Prepared; onPlanned: (meetingId: string) => void }) => {
  const [agenda, setAgenda] = useState<Agenda>(() => ({ date: prepared.today, place: '', host: '', recorder: '', candidates: prepared.candidates.filter((one) => unmetOf(one) === 0).map(({ personId }) => personId), items: [] }))
  const [checked, setChecked] = useState(false)
  // One id for as long as the same is said: a request whose answer was lost is the same request again.
  const sent = useRef({ said: '', id: '' })
  const { send, sending, trouble, clear } = useSend('planMeeting')
  const faults = checked ? faultsOf(agenda) : {}
  const plan = async () => {
    setChecked(true)
    if (Object.keys(faultsOf(agenda)).length) return buzz(false)
    const said = { org: prepared.org, ...agenda, items: agenda.items.map(({ title }) => ({ title: title.trim() })) }
    if (sent.current.said !== JSON.stringify(said)) sent.current = { said: JSON.stringify(said), id: clientId() }
    const reply = await send({ id: sent.current.id, ...said })
    if (!reply?.ok) return
    toast(mt('planned'))
    onPlanned(reply.value.meetingId)
  }
  return (
    <>
      <AgendaFields agenda={agenda} faults={faults} people={prepared.candidates} put={(change) => { clear(); setAgenda((now) => ({ ...now, ...change })) }} />
      {trouble?.code === 'invalid-input' ? <Box className='q-banner q-banner-bad' role='alert'>{faultWords(trouble)}</Box> : <Refused trouble={trouble} />}
      <Box className='s-bar'><Button busy={sending} onTap={() => void plan()}>{mt('makePlan')}</Button></Box>
    </>
  )
}

/** Meetings of the organisation looked at; of a branch a new one can be planned. */
export default function Meetings() {
  const staff = useStaff(true)
  const [planning, setPlanning] = useState(false)
  const org = staff?.org ?? ''
  const pages = usePages('listMeetings', staff && { org: staff.org })
  const prepared = useQuery('prepareMeeting', staff && isBranch(staff.org) ? { org: staff.org } : undefined)
  const pulled = usePulled(pages.refresh)
  const planned = (id: string) => {
    setPlanning(false)
    go('staff/meeting', { org, id })
  }
  return (
    <Page title={mt(planning ? 'planTitle' : 'meetings')} pulled={pulled}>
      {staff && <OrgPick staff={{ ...staff, setOrg: (to) => { setPlanning(false); staff.setOrg(to) } }} />}
      {staff && planning && <><WithQuery query={prepared}>{(value) => <Plan key={org} prepared={value} onPlanned={planned} />}</WithQuery><Button kind='plain' onTap={() => setPlanning(false)}>{t('cancel')}</Button></>}
      {staff && !planning && (
        <>
          {prepared.value?.may.edit && <Box className='mt-gap'><Button onTap={() => setPlanning(true)}>{mt('plan')}</Button></Box>}
          <WithQuery query={{ ...pages, value: pages.items }}>
            {(items) => items.length === 0 ? <Empty title={mt('noMeetings')} words={isBranch(org) ? mt('noMeetingsWords') : mt('chooseBranch')} /> : items.map((one) => <MeetingCard key={`${one.org}/${one.meetingId}`} one={one} whole={one.org !== org} />)}
          </WithQuery>
          {pages.more && <ListEnd pages={pages} />}
        </>
      )}
    </Page>
  )
}

import '../parts/staff.css'
import '../parts/meeting.css'
import type { MeetingView } from '@shared/contract/meetings'
import { useCallback, useEffect, useState } from 'react'
import { currentPerson } from '@/api/session'
import { type Query, useQuery } from '@/api/use-query'
import { buzz } from '@/platform/haptic'
import { useParams } from '@/platform/navigate'
import { forget, keep, kept } from '@/platform/storage'
import { Page } from '@/ui/page'
import { Button, Chips } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { Sheet } from '@/ui/sheet'
import { Refused } from '@/ui/states'
import { toast } from '@/ui/toast'
import { WithQuery } from '@/ui/with-query'
import { PrintMinutes } from '../parts/admission-papers'
import { AgendaFields } from '../parts/agenda-fields'
import { useStaff } from '../parts/use-staff'
import { mt } from '../text/meetings'
import { type Candidate, contentOf, type Draft, draftOf, faultsOf, isDirty, newBallot, partOf, standingOf, takeUp } from './draft'
import { MinutesPart, WhyField } from './minutes-part'
import { MeetingRecord, printable } from './record'
import { RollPart } from './roll-part'
import { useMeetingWrite } from './use-meeting'
import { VotePart } from './vote-part'

const parts = ['agenda', 'roll', 'vote', 'minutes'] as const
type Part = (typeof parts)[number]
const keyOf = (view: MeetingView) => `meeting:${currentPerson()?.personId ?? ''}:${view.org}/${view.meetingId}`

const Cancel = ({ view, query, onClose }: { view: MeetingView; query: Query<MeetingView>; onClose: () => void }) => {
  const [reason, setReason] = useState('')
  const [checked, setChecked] = useState(false)
  const { write, sending, told, trouble } = useMeetingWrite('cancelMeeting', query)
  const cancel = async () => {
    setChecked(true)
    if (!reason.trim()) return
    const done = await write({ org: view.org, meetingId: view.meetingId, revision: view.revision, reason: reason.trim() })
    if (!done || 'trouble' in done) return
    toast(mt('cancelled'))
    onClose()
  }
  return (
    <Sheet title={mt('cancel')} onClose={onClose}>
      <WhyField label={mt('cancelReason')} hint={mt('cancelHint')} fault={checked && !reason.trim() ? mt('needCancelReason') : undefined} value={reason} onValue={setReason} />
      {told && <Box className='s-warn' role='alert'>{told}</Box>}
      <Refused trouble={trouble} />
      <Button kind='danger' busy={sending} onTap={() => void cancel()}>{mt('cancel')}</Button>
    </Sheet>
  )
}

/** A meeting that is being prepared or held: what is written stays on the phone until it is sent. */
const Open = ({ view, query }: { view: MeetingView; query: Query<MeetingView> }) => {
  const [part, setPart] = useState<Part>(view.date > view.today || view.candidates.length + view.items.length === 0 ? 'agenda' : 'roll')
  const [draft, setDraft] = useState<Draft>(() => takeUp(view, kept<Draft>(keyOf(view))))
  const [checked, setChecked] = useState(false)
  const [cancelling, setCancelling] = useState(false)
  const waiting = useQuery('prepareMeeting', part === 'agenda' ? { org: view.org } : undefined)
  const [saving, voting, closing] = [useMeetingWrite('saveMeeting', query), useMeetingWrite('recordVote', query), useMeetingWrite('closeMeeting', query)]
  const dirty = isDirty(draft)
  const behind = draft.revision !== view.revision
  useEffect(() => {
    if (behind && !dirty) setDraft((now) => draftOf(view, now.ballots))
  }, [behind, dirty, view])
  useEffect(() => {
    keep(keyOf(view), draft)
  }, [draft, view.meetingId])
  const roster = new Map((view.members ?? []).map((one) => [one.personId, one.leagueMember]))
  const faults = checked ? faultsOf(draft, roster) : {}
  const change = useCallback((to: (draft: Draft) => Draft) => {
    saving.clear()
    setDraft(to)
  }, [saving.clear])
  const ids = { org: view.org, meetingId: view.meetingId }

  /** The meeting as it stands once what is written here is saved; undefined where it could not be. */
  const save = async (): Promise<MeetingView | undefined> => {
    if (!dirty) return view
    setChecked(true)
    const wrong = faultsOf(draft, roster)
    const where = partOf(wrong)
    if (where) {
      setPart(where)
      toast(mt('fixFirst'))
      buzz(false)
      return undefined
    }
    const done = await saving.write({ ...ids, revision: draft.revision, ...contentOf(draft) })
    if (!done || 'trouble' in done) return undefined
    setChecked(false)
    setDraft((now) => draftOf(done.view, now.ballots))
    return done.view
  }
  const record = async ({ personId, name }: Candidate) => {
    const saved = await save()
    if (!saved) return
    const ballot = draft.ballots[personId] ?? newBallot
    const { tally, named } = standingOf(ballot, draft, view.policy, personId)
    const done = await voting.write({ ...ids, personId, secret: ballot.how === 'secret', ...tally, ...(named && { named }), ...(ballot.words.trim() && { words: ballot.words.trim() }) })
    if (!done || 'trouble' in done) return
    const passed = done.view.candidates.find((one) => one.personId === personId)?.vote?.passed
    toast(mt('recorded', { result: `${name} ${mt(passed ? 'passed' : 'failed')}` }))
    setDraft((now) => {
      const { [personId]: _counted, ...rest } = now.ballots
      return draftOf(done.view, rest)
    })
  }
  const close = async () => {
    const saved = await save()
    const done = saved && (await closing.write({ ...ids, revision: saved.revision }))
    if (!done || 'trouble' in done) return
    forget(keyOf(view))
    toast(mt('closed'))
  }
  const people = [...view.candidates, ...(waiting.value?.candidates ?? []).filter(({ personId }) => !view.candidates.some((one) => one.personId === personId))]
  const candidate = printable(view)
  const told = saving.told ?? voting.told ?? closing.told
  return (
    <>
      <Box className='s-tools'><Chips label={mt('sections')} value={part} onValue={setPart} options={parts.map((one) => [one, mt(one)] as const)} /></Box>
      {behind && dirty && (
        <Box className='s-warn' role='alert'>
          <Text className='q-strong q-block'>{mt('changedMeanwhile', { who: view.byName || mt('somebody') })}</Text><Text className='q-block'>{mt('changedWords')}</Text>
          <Box className='s-actions'><Button small onTap={() => setDraft((now) => draftOf(view, now.ballots))}>{mt('useLatest')}</Button><Button small kind='plain' onTap={() => { saving.clear(); setDraft((now) => ({ ...now, revision: view.revision })) }}>{mt('useMine')}</Button></Box>
        </Box>
      )}
      {part === 'agenda' && (
        <>
          <AgendaFields agenda={draft} put={(to) => change((now) => ({ ...now, ...to }))} faults={faults} people={people} fixed={view.candidates.filter(({ vote }) => vote).map(({ personId }) => personId)} />
          {!view.candidates.some(({ vote }) => vote) && <Box className='s-foot'><Button small kind='danger' onTap={() => setCancelling(true)}>{mt('cancel')}</Button></Box>}
        </>
      )}
      {part === 'roll' && <RollPart view={view} draft={draft} change={change} faults={faults} />}
      {part === 'vote' && <VotePart view={view} draft={draft} onBallot={(personId, to) => { voting.clear(); setDraft((now) => ({ ...now, ballots: { ...now.ballots, [personId]: to } })) }} sending={saving.sending || voting.sending} onRecord={record} />}
      {part === 'minutes' && <MinutesPart view={view} draft={draft} change={change} closing={saving.sending || closing.sending} onClose={close} />}
      {part === 'minutes' && !dirty && candidate && <PrintMinutes personId={candidate.personId} meetingId={view.meetingId} planned />}
      {told && !(behind && dirty) && <Box className='q-banner q-banner-bad' role='alert'>{told}</Box>}
      <Refused trouble={saving.trouble ?? voting.trouble ?? closing.trouble} />
      {dirty && <Box className='s-bar'><Text className='q-soft q-small q-grow'>{mt('unsaved')}</Text><Button busy={saving.sending} onTap={() => void save().then((done) => { if (done) toast(mt('saved')) })}>{mt('save')}</Button></Box>}
      {cancelling && <Cancel view={view} query={query} onClose={() => setCancelling(false)} />}
    </>
  )
}

/** One meeting of a branch, from its agenda to its minutes. */
export default function MeetingPage() {
  const { org, id } = useParams()
  const staff = useStaff(true, org)
  const query = useQuery('showMeeting', staff && org && id ? { org, meetingId: id } : undefined)
  return (
    <Page title={mt('meetings')}>
      <WithQuery query={query} rows={4}>
        {(view) => (
          <>
            <Text className='q-soft q-block s-under-title'>{view.branchName}{view.state === 'planned' && view.may.edit ? ` · ${view.date} ${view.place}` : ''}</Text>
            {view.state === 'planned' && view.may.edit ? <Open key={view.meetingId} view={view} query={query} /> : <MeetingRecord view={view} query={query} />}
          </>
        )}
      </WithQuery>
    </Page>
  )
}

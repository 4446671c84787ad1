import { useRef, useState } from 'react'
import type { Answer } from '@shared/contract/index'
import { currentPerson } from '@/api/session'
import { clientId } from '@/api/client-id'
import type { Query } from '@/api/use-query'
import { useSend } from '@/api/use-send'
import { Conditions } from '@/features/apply/conditions'
import { History } from '@/features/apply/history'
import { go } from '@/platform/navigate'
import { localDate } from '@/text/format'
import { Button, Card, Field, Heading } from '@/ui/parts'
import { Box, DateInput, Text, TextArea, TextInput } from '@/ui/primitives'
import { Empty, Refused } from '@/ui/states'
import { WithQuery } from '@/ui/with-query'
import { toast } from '@/ui/toast'
import { s } from '../text'
import { PhotoStrip } from './photo-strip'
import { RerunDecision } from './rerun-decision'

type View = Answer<'showApplication'>

/** The recorded meeting that approves, or the reason of a return, on the version that is shown. */
const Decide = ({ personId, version, unmet, branch, onDone, onChanged }: { personId: string; version: number; unmet: number; branch: string; onDone: (view: View) => void; onChanged: () => void }) => {
  const [meeting, setMeeting] = useState({ body: branch ? `${branch}大会` : '', date: localDate(Date.now()), attendance: '', minutes: '' })
  const ready = unmet === 0
  const [reason, setReason] = useState('')
  const [checked, setChecked] = useState<'approved' | 'returned'>()
  const ids = useRef({ approved: clientId(), returned: clientId() })
  const { send, sending, trouble } = useSend('decideApplication')
  const put = (key: keyof typeof meeting) => (value: string) => setMeeting((now) => ({ ...now, [key]: value }))
  const attendance = /^[1-9]\d{0,3}$/.test(meeting.attendance)
  const decide = async (to: 'approved' | 'returned') => {
    setChecked(to)
    if (to === 'returned' ? reason.trim() === '' : !attendance || meeting.body.trim() === '' || meeting.minutes.trim() === '') return
    const reply = await send({ personId, id: ids.current[to], version, to, ...(to === 'returned' ? { reason } : { meeting: { ...meeting, attendance: Number(meeting.attendance) } }) })
    if (!reply) return
    ids.current = { approved: clientId(), returned: clientId() }
    if (!reply.ok) {
      if (reply.trouble.code !== 'application-changed') return
      const { byName, state } = (reply.trouble.detail.conflict ?? {}) as { byName?: string; state?: 'applied' | 'returned' | 'approved' | 'withdrawn' }
      toast(s('changedByOther', { who: byName ?? s('somebody'), state: state ? s(`state-${state}`) : '' }))
      return onChanged()
    }
    toast(s(to === 'approved' ? 'approvedDone' : 'returnedDone'))
    onDone(reply.value)
  }
  const missing = (what: boolean, words: Parameters<typeof s>[0]) => (checked === 'approved' && what ? s(words) : undefined)
  return (
    <>
      <Refused trouble={trouble} />
      <Heading>{s('approveApplication')}</Heading>
      <Card>
        {!ready && <Text className='q-soft q-block'>{s('notReady', { n: unmet })}</Text>}
        <Field label={s('meetingBody')} fault={missing(meeting.body.trim() === '', 'needBody')} id='body'><TextInput id='body' label={s('meetingBody')} value={meeting.body} onValue={put('body')} placeholder={s('meetingBodyHint')} maxLength={60} /></Field>
        <Field label={s('meetingDate')}><DateInput label={s('meetingDate')} value={meeting.date} onValue={put('date')} max={localDate(Date.now())} /></Field>
        <Field label={s('attendance')} fault={missing(!attendance, 'needAttendance')} id='attendance'><TextInput id='attendance' type='number' label={s('attendance')} value={meeting.attendance} onValue={put('attendance')} maxLength={4} /></Field>
        <Field label={s('minutesRef')} fault={missing(meeting.minutes.trim() === '', 'needMinutes')} id='minutes'><TextInput id='minutes' label={s('minutesRef')} value={meeting.minutes} onValue={put('minutes')} placeholder={s('minutesHint')} maxLength={200} /></Field>
        <Button busy={sending} disabled={!ready} onTap={() => void decide('approved')}>{s('approveApplication')}</Button>
      </Card>
      <Heading>{s('returnApplication')}</Heading>
      <Card>
        <Field label={s('returnReason')} hint={s('returnHint')} fault={checked === 'returned' && reason.trim() === '' ? s('needReturnReason') : undefined} id='reason'><TextArea id='reason' label={s('returnReason')} value={reason} onValue={setReason} maxLength={500} rows={3} /></Field>
        <Button kind='danger' busy={sending} onTap={() => void decide('returned')}>{s('returnApplication')}</Button>
      </Card>
    </>
  )
}

const Letter = ({ application: { letter, paper } }: { application: NonNullable<View['application']> }) => (
  <>
    <Heading>{s('letter')}</Heading>
    <Card>{paper ? <><Text className='q-block'>{s('paperLetter', { date: paper.date, who: paper.byName })}</Text><PhotoStrip photos={paper.photos} /></> : <Text className='s-letter q-block'>{letter}</Text>}</Card>
  </>
)

/** One application: what the decision waits for, the letter, the decision, and what was. */
export const ApplicationDetail = ({ query, onDecided }: { query: Query<View>; onDecided?: () => void }) => {
  const decided = (view: View) => {
    query.put(view)
    onDecided?.()
  }
  return (
    <WithQuery query={query}>
      {({ application, conditions, person }) => (
        <>
          {person.branchName && <Text className='q-soft q-block s-under-title'>{person.branchName}</Text>}
          <Conditions conditions={conditions} />
          {application ? <Letter application={application} /> : <Empty title={s('noApplication')} />}
          {application?.state !== 'applied' && application?.state !== 'approved' && person.personId !== currentPerson()?.personId && <Button kind='plain' onTap={() => go('staff/apply-for', { id: person.personId })}>{s('applyFor')}</Button>}
          {application?.state === 'applied' && (person.personId === currentPerson()?.personId ? <Box className='s-warn'>{s('ownApplication')}</Box>
            : <Decide key={application.version} personId={person.personId} version={application.version} unmet={conditions.filter(({ met }) => !met).length} branch={person.branchName ?? ''} onDone={decided} onChanged={() => void query.refresh()} />)}
          {application && <History steps={application.steps} />}
          {application && <RerunDecision personId={person.personId} steps={application.steps} />}
        </>
      )}
    </WithQuery>
  )
}

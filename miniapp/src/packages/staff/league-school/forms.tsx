import type { LeagueCourseView, LeagueSchoolView, LeagueSessionView } from '@shared/contract/league-schools'
import type { CourseKind } from '@shared/model/league-school'
import { schoolYearEnd, schoolYearStart } from '@shared/rules/school-year'
import { useRef, useState } from 'react'
import { clientId } from '@/api/client-id'
import type { Query } from '@/api/use-query'
import { buzz } from '@/platform/haptic'
import { t } from '@/text'
import { Button, Field } from '@/ui/parts'
import { Box, DateInput, Select, Text, TextInput, TimeInput } from '@/ui/primitives'
import { Sheet } from '@/ui/sheet'
import { Refused } from '@/ui/states'
import { toast } from '@/ui/toast'
import { useLeagueWrite } from '../parts/use-league-write'
import { lg, type LeagueKey } from '../text/league-school'
import { courseDraft, faultsOfCourse, faultsOfSession, lessonKeys, type SessionDraft, sessionDraft } from './league-draft'

type School = { query: Query<LeagueSchoolView>; school: LeagueSchoolView; onClose: () => void }

const Told = ({ words }: { words: string | undefined }) => <Box role='status' live='polite'>{words && <Box className='s-warn'>{words}</Box>}</Box>
const Words = ({ id, label, value, onValue, hint, fault, most = 60 }: { id: string; label: string; value: string; onValue: (to: string) => void; hint?: string; fault?: LeagueKey | undefined; most?: number }) => (
  <Field label={label} fault={fault && lg(fault)} id={id}><TextInput id={id} label={label} value={value} onValue={onValue} {...(hint && { placeholder: hint })} maxLength={most} /></Field>
)
const Dropped = ({ value, onValue }: { value: string; onValue: (to: string) => void }) => <Field label={`${lg('dropped')}${t('optional')}`} hint={lg('droppedHint')}><TextInput label={lg('dropped')} value={value} onValue={onValue} maxLength={200} /></Field>

/** A course: its name and how many sessions it has. One whose session was held is not dropped. */
export const CourseForm = ({ query, school, kind, course, onClose }: School & { kind: CourseKind; course: LeagueCourseView | undefined }) => {
  const [draft, setDraft] = useState(() => courseDraft(kind, course))
  const [checked, setChecked] = useState(false)
  const courseId = useRef(course?.courseId ?? `${school.year}-${clientId()}`)
  const { write, sending, told, trouble } = useLeagueWrite('saveLeagueCourse', query.refresh)
  const faults = checked ? faultsOfCourse(draft) : {}
  const save = async () => {
    setChecked(true)
    if (Object.keys(faultsOfCourse(draft)).length) return buzz(false)
    const saved = await write({ org: school.org, courseId: courseId.current, revision: course?.revision ?? 0, kind, title: draft.title.trim(), sessions: Number(draft.sessions), ...(draft.dropped.trim() && { dropped: draft.dropped.trim() }) })
    if (!saved) return
    query.put(saved)
    toast(lg('saved'))
    onClose()
  }
  return (
    <Sheet title={lg(course ? 'editCourse' : `new-${kind}`)} onClose={onClose} closeWords={t('cancel')}>
      <Told words={told} />
      <Words id='course-title' label={lg('title')} value={draft.title} onValue={(title) => setDraft({ ...draft, title })} hint={lg(kind === 'members' ? 'titleHint' : 'classHint')} fault={faults.title} />
      <Field label={lg('sessions')} fault={faults.sessions && lg(faults.sessions)} id='course-sessions'><TextInput id='course-sessions' type='number' label={lg('sessions')} value={draft.sessions} onValue={(sessions) => setDraft({ ...draft, sessions })} maxLength={2} /></Field>
      {course && !course.sessions.some(({ roll }) => roll) && <Dropped value={draft.dropped} onValue={(dropped) => setDraft({ ...draft, dropped })} />}
      <Refused trouble={trouble} />
      <Button busy={sending} onTap={() => void save()}>{lg('save')}</Button>
    </Sheet>
  )
}

const When = ({ draft, put, year, faults }: { draft: SessionDraft; put: (change: Partial<SessionDraft>) => void; year: number; faults: ReturnType<typeof faultsOfSession> }) => (
  <>
    <Field label={lg('date')} fault={faults.date && lg(faults.date)}><DateInput label={lg('date')} value={draft.date} onValue={(date) => put({ date })} min={schoolYearStart(year)} max={schoolYearEnd(year)} /></Field>
    <Field label={`${t('from')} – ${t('until')}`} fault={faults.to && lg(faults.to)} id='session-time'>
      <Box className='q-row'><Box className='q-grow'><TimeInput label={t('from')} value={draft.from} onValue={(from) => put({ from })} /></Box><Box className='q-grow'><TimeInput label={t('until')} value={draft.to} onValue={(to) => put({ to })} /></Box></Box>
    </Field>
  </>
)

/** A session: when, where, what of, by whom. With a roll its teacher alone is changed. */
export const SessionForm = ({ query, school, course, session, onClose }: School & { course: LeagueCourseView; session: LeagueSessionView | undefined }) => {
  const [draft, setDraft] = useState(() => sessionDraft(course, school, session))
  const [checked, setChecked] = useState(false)
  const sessionId = useRef(session?.sessionId ?? clientId())
  const { write, sending, told, trouble } = useLeagueWrite('saveLeagueSession', query.refresh)
  const put = (change: Partial<SessionDraft>) => setDraft((now) => ({ ...now, ...change }))
  const faults = checked ? faultsOfSession(draft, school.year) : {}
  const save = async () => {
    setChecked(true)
    if (Object.keys(faultsOfSession(draft, school.year)).length) return buzz(false)
    const { date, from, to, lesson } = draft
    const [place, title, teacher, dropped] = [draft.place.trim(), draft.title.trim(), draft.teacher.trim(), draft.dropped.trim()]
    const saved = await write({ org: school.org, courseId: course.courseId, sessionId: sessionId.current, revision: session?.revision ?? 0, date, from, to, place, title, teacher, ...(lesson && { lesson }), ...(dropped && { dropped }) })
    if (!saved) return
    query.put(saved)
    toast(lg('saved'))
    onClose()
  }
  return (
    <Sheet title={lg(session ? 'editSession' : 'newSession')} onClose={onClose} closeWords={t('cancel')}>
      <Told words={told} />
      {session?.roll ? <Text className='q-soft q-block s-intro'>{lg('fixed')}</Text> : (
        <>
          {course.kind === 'applicants' && <Field label={lg('lesson')}><Select label={lg('lesson')} value={draft.lesson} onValue={(lesson) => put({ lesson })} options={lessonKeys.map(([n, key]) => [key, lg('lessonN', { n })] as const)} /></Field>}
          <Words id='session-title' label={lg('sessionTitle')} value={draft.title} onValue={(title) => put({ title })} hint={lg('sessionHint')} fault={faults.title} />
          <When draft={draft} put={put} year={school.year} faults={faults} />
          <Words id='session-place' label={lg('place')} value={draft.place} onValue={(place) => put({ place })} hint={lg('placeHint')} fault={faults.place} />
        </>
      )}
      <Words id='session-teacher' label={lg('teacher')} value={draft.teacher} onValue={(teacher) => put({ teacher })} hint={lg('teacherHint')} fault={faults.teacher} most={40} />
      {session && !session.roll && <Dropped value={draft.dropped} onValue={(dropped) => put({ dropped })} />}
      <Refused trouble={trouble} />
      <Button busy={sending} onTap={() => void save()}>{lg('save')}</Button>
    </Sheet>
  )
}

import '../parts/staff.css'
import type { LeagueCourseView, LeagueSchoolView, LeagueSessionView } from '@shared/contract/league-schools'
import { type CourseKind, courseKinds } from '@shared/model/league-school'
import { useState } from 'react'
import { type Query, useQuery } from '@/api/use-query'
import { go, useParams } from '@/platform/navigate'
import { usePulled } from '@/platform/page-events'
import { Bar } from '@/ui/figures'
import { Page } from '@/ui/page'
import { Button, Card, Chips, Heading, Row, Tag } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { WithQuery } from '@/ui/with-query'
import { PaceTag, yearOptions } from '../parts/league-figures'
import { unplanned } from '../parts/unplanned'
import { useGrantor } from '../parts/use-grantor'
import { lg } from '../text/league-school'
import { CourseForm, SessionForm } from './forms'

const toneOf = { planned: 'plain', running: 'info', held: 'good', dropped: 'plain' } as const
type Open = { kind: CourseKind; course?: LeagueCourseView } | { of: LeagueCourseView; session?: LeagueSessionView }

const Figures = ({ school }: { school: LeagueSchoolView }) => {
  const { atLeast, held, coming, due, attended } = school
  const rows = [[lg('held'), held], ...(atLeast > 0 ? [[lg('asked'), atLeast] as const, [lg('due'), due] as const] : []), [lg('coming'), coming], [lg('attended'), attended]] as const
  const missing = unplanned(school, atLeast)
  return (
    <Card>
      <Row><Text className='q-grow q-title'>{school.name}</Text><PaceTag figures={school} atLeast={atLeast} />{missing > 0 && <Tag tone='wait'>{lg('notEnough', { n: missing })}</Tag>}</Row>
      <Box className='s-figures s-figures-three s-under-field'>{rows.map(([words, n]) => <Box key={words} className='s-figure'><Text className='s-figure-n'>{n}</Text><Text className='q-soft q-small'>{words}</Text></Box>)}</Box>
      {atLeast > 0 && <><Box className='s-under-field'><Bar achieved={held} required={atLeast} label={lg('heldOf', { n: held, of: atLeast })} /></Box><Text className='q-soft q-small q-block s-under-field'>{lg('pace', { n: atLeast })}</Text></>}
    </Card>
  )
}

const Standing = ({ session: { dropped, roll, over } }: { session: LeagueSessionView }) => {
  if (dropped !== undefined) return <Tag>{lg('cancelled')}</Tag>
  if (roll) return <Tag tone='good'>{lg('rolled', { n: roll.present })}</Tag>
  return <Tag tone={over ? 'bad' : 'plain'}>{lg(over ? 'notRolled' : 'notYet')}</Tag>
}

const SessionLine = ({ school, course, session, onEdit }: { school: LeagueSchoolView; course: LeagueCourseView; session: LeagueSessionView; onEdit: () => void }) => {
  const { sessionId, date, from, to, place, title, teacher, lesson, dropped, over, roll } = session
  const n = lesson?.match(/^lesson-(\d+)$/)?.[1]
  return (
    <Box className='s-line'>
      <Row><Text className='q-grow q-strong'>{title}</Text><Standing session={session} /></Row>
      <Text className='q-block q-small q-num'>{[`${date} ${from}–${to}`, n && lg('lessonN', { n })].filter(Boolean).join(' · ')}</Text>
      <Text className='q-soft q-small q-block'>{dropped === undefined ? `${place} · ${teacher}` : lg('droppedWhy', { why: dropped })}</Text>
      <Box className='s-tools s-tools-end s-under-field'>
        <Button small kind='plain' label={`${lg('edit')} ${title}`} onTap={onEdit}>{lg('edit')}</Button>
        {over && dropped === undefined && <Button small kind={roll ? 'plain' : 'main'} label={`${lg(roll ? 'people' : 'roll')} ${title}`} onTap={() => go('staff/league-roll', { org: school.org, course: course.courseId, session: sessionId })}>{lg(roll ? 'people' : 'roll')}</Button>}
      </Box>
    </Box>
  )
}

const CourseCard = ({ school, course, open }: { school: LeagueSchoolView; course: LeagueCourseView; open: (what: Open) => void }) => {
  const { title, planned, state, dropped, sessions } = course
  return (
    <Card>
      <Row><Text className='q-grow q-strong'>{title}</Text><Tag tone={toneOf[state]}>{lg(`state-${state}`)}</Tag></Row>
      <Text className='q-soft q-small q-block q-num'>{dropped === undefined ? lg('progressOf', { n: sessions.filter(({ roll }) => roll).length, of: Math.max(planned, sessions.filter((one) => one.dropped === undefined).length) }) : lg('droppedWhy', { why: dropped })}</Text>
      {sessions.length > 0 && <Box className='s-under-field'>{sessions.map((session) => <SessionLine key={session.sessionId} school={school} course={course} session={session} onEdit={() => open({ of: course, session })} />)}</Box>}
      <Box className='s-tools s-tools-end s-under-field'>
        {dropped === undefined && <Button small kind='plain' label={`${lg('addSession')} ${title}`} onTap={() => open({ of: course })}>{lg('addSession')}</Button>}
        <Button small kind='plain' label={`${lg('editCourse')} ${title}`} onTap={() => open({ kind: course.kind, course })}>{lg('editCourse')}</Button>
      </Box>
    </Card>
  )
}

const Courses = ({ school, kind, open }: { school: LeagueSchoolView; kind: CourseKind; open: (what: Open) => void }) => {
  const courses = school.courses.filter((course) => course.kind === kind)
  return (
    <Box>
      <Heading>{lg(`kind-${kind}`)}</Heading>
      <Box className='s-under-title' style={{ marginLeft: '4px' }}><Text className='q-soft q-small q-block'>{lg(`words-${kind}`)}</Text></Box>
      {courses.length === 0 && <Card><Text className='q-soft'>{lg(`none-${kind}`)}</Text></Card>}
      {courses.map((course) => <CourseCard key={course.courseId} school={school} course={course} open={open} />)}
      {school.year >= school.thisYear && <Box className='s-tools'><Button small kind='plain' label={`${lg('addCourse')} ${lg(`kind-${kind}`)}`} onTap={() => open({ kind })}>{lg('addCourse')}</Button></Box>}
    </Box>
  )
}

const School = ({ school, query }: { school: LeagueSchoolView; query: Query<LeagueSchoolView> }) => {
  const [what, open] = useState<Open>()
  const close = () => open(undefined)
  // What is open is shown as it now stands: after a conflict the form sends on the latest revision.
  const now = (course: LeagueCourseView | undefined) => course && school.courses.find(({ courseId }) => courseId === course.courseId)
  const of = what && 'of' in what ? now(what.of) : undefined
  return (
    <>
      <Figures school={school} />
      <Box className='s-two'>{courseKinds.map((kind) => <Courses key={kind} school={school} kind={kind} open={open} />)}</Box>
      <Box>
        {what && 'kind' in what && <CourseForm key={what.course?.courseId ?? what.kind} query={query} school={school} kind={what.kind} course={now(what.course)} onClose={close} />}
        {what && 'of' in what && of && <SessionForm key={what.session?.sessionId ?? of.courseId} query={query} school={school} course={of} session={of.sessions.find(({ sessionId }) => sessionId === what.session?.sessionId)} onClose={close} />}
      </Box>
    </>
  )
}

/** One League school's year: how far it is, its courses and sessions, and the way to each roll. */
export default function LeagueSchool() {
  const staff = useGrantor()
  const params = useParams()
  const org = staff && (params.org ?? staff.role.scope)
  const [year, setYear] = useState<number | undefined>(params.year ? Number(params.year) : undefined)
  const query = useQuery('showLeagueSchool', org === undefined ? undefined : { org, ...(year !== undefined && { year }) })
  const pulled = usePulled(query.refresh)
  return (
    <Page title={lg('schools')} wide pulled={pulled}>
      <WithQuery query={query} rows={4}>
        {(school) => (
          <>
            <Box className='s-intro'><Chips label={lg('year')} value={String(school.year)} onValue={(value) => setYear(Number(value))} options={yearOptions(school.thisYear, school.year)} /></Box>
            <School key={school.year} school={school} query={query} />
          </>
        )}
      </WithQuery>
    </Page>
  )
}

import '../exam.css'
import { useState } from 'react'
import type { Answer } from '@shared/contract/index'
import { useSend } from '@/api/use-send'
import { usePerson } from '@/api/use-person'
import { useQuery } from '@/api/use-query'
import { go, useParams } from '@/platform/navigate'
import { usePulled } from '@/platform/page-events'
import { localDate, localTime } from '@/text/format'
import { Page } from '@/ui/page'
import { Button, Card, Heading, Row, Tag } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { Confirm } from '@/ui/sheet'
import { Empty, Refused } from '@/ui/states'
import { WithQuery } from '@/ui/with-query'
import { keepSitting } from '../kept-exam'
import { e } from '../text'
import { Entered } from './entered'

type Desk = Answer<'showExams'>

const Rules = ({ desk: { policy, passMark } }: { desk: Desk }) => (
  <>
    <Heading>{e('rules')}</Heading>
    <Card>
      <Box role='list' className='e-rules'>
        {[e('ruleDraw', { n: policy.questions, minutes: policy.minutes }), e('rulePass', { pass: passMark }), e('ruleLessons', { n: policy.afterLessons }), e('ruleAttempts', { n: policy.attempts, days: policy.daysBetween }), e('ruleClock'), e('ruleDevice'), e('ruleScore')].map((words) => <Box key={words} role='listitem' className='e-rule'>{words}</Box>)}
      </Box>
    </Card>
  </>
)

const Attempts = ({ desk: { attempts, passMark } }: { desk: Desk }) => attempts.length === 0 ? null : (
  <>
    <Heading>{e('attempts')}</Heading>
    {[...attempts].reverse().map((one) => (
      <Card key={one.examId}>
        <Row>
          <Box className='q-grow'><Text className='q-strong q-block'>{e('attemptN', { n: one.n })}</Text><Text className='q-soft q-small'>{localDate(one.startedAt)} {localTime(one.startedAt)}</Text></Box>
          {one.score === undefined ? <Tag tone='info'>{e('attemptOpen')}</Tag>
            : <Box className='q-right'><Tag tone={one.score >= passMark ? 'good' : 'wait'}>{e('points', { n: one.score })}</Tag><Text className='q-soft q-small q-block'>{e('rightOf', { right: one.right ?? 0, of: one.of })}</Text></Box>}
        </Row>
      </Card>
    ))}
  </>
)

/** Why the exam cannot be sat now, and what would change that. */
const WhyNot = ({ desk }: { desk: Desk }) => {
  const { why, from, lessons, policy } = desk
  if (why === 'exam-lessons-missing') return <Empty title={e('lessonsMissing', { n: policy.afterLessons - lessons })} words={e('lessonsWords', { lessons, needed: policy.afterLessons })} action={e('seeLessons')} onAction={() => go('requirement', { key: 'league-class' })} />
  if (why === 'exam-too-soon') return <Empty title={e('tooSoon', { date: from ?? '' })} words={e('tooSoonWords')} />
  if (why === 'exam-attempts-spent') return <Empty title={e('spent')} words={e('spentWords')} />
  return <Empty title={e('notOffered')} words={e('notOfferedWords')} />
}

const Now = ({ desk, onStart, busy }: { desk: Desk; onStart: () => void; busy: boolean }) => {
  const { passed, best = 0, may, attempts, policy } = desk
  const open = attempts.find(({ state }) => state === 'open')
  if (may === 'resume' && open) return <Card><Text className='q-block e-lead'>{e('resumeWords', { n: open.n, time: localTime(open.endsAt) })}</Text><Button busy={busy} onTap={onStart}>{e('resume')}</Button></Card>
  if (passed) return <Card className='e-result'><Tag tone='good'>{`✓ ${e('passedTitle')}`}</Tag><Text className='q-block e-lead'>{e('passedWords', { best })}</Text></Card>
  if (may === 'start') return <Card><Text className='q-block e-lead'>{e('left', { n: policy.attempts - attempts.length })}</Text><Button busy={busy} onTap={onStart}>{e('startN', { n: attempts.length + 1 })}</Button></Card>
  return <Card><WhyNot desk={desk} /></Card>
}

/** The exam's rules, the attempts so far, and the way in. */
export default function StartExam() {
  const person = usePerson(true)
  const { course = 'league-class' } = useParams()
  const desk = useQuery('showExams', person && { course })
  const pulled = usePulled(desk.refresh)
  const [asking, setAsking] = useState(false)
  const { send, sending, trouble } = useSend('startExam')
  const start = async () => {
    const reply = await send({ course })
    setAsking(false)
    if (!reply?.ok || !person) return void desk.refresh()
    keepSitting(person.personId, reply.value, Date.now())
    go('exam/sit', { id: reply.value.examId })
  }
  return (
    <Page title={e('title')} pulled={pulled}>
      <WithQuery query={desk}>
        {(value) => (
          <>
            <Now desk={value} busy={sending} onStart={() => (value.may === 'resume' ? void start() : setAsking(true))} />
            <Refused trouble={trouble} />
            <Attempts desk={value} />
            {person && <Entered personId={person.personId} course={course} />}
            <Rules desk={value} />
            {asking && <Confirm title={e('startAsk')} words={e('startAskWords', { minutes: value.policy.minutes })} yes={e(sending ? 'starting' : 'startYes')} busy={sending} onYes={() => void start()} onNo={() => setAsking(false)} />}
          </>
        )}
      </WithQuery>
    </Page>
  )
}

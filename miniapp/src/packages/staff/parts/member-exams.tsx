import { useRef, useState } from 'react'
import type { ExamView } from '@shared/contract/exams'
import { clientId } from '@/api/client-id'
import { currentPerson } from '@/api/session'
import { useQuery } from '@/api/use-query'
import { useSend } from '@/api/use-send'
import { t } from '@/text'
import { localDateTime } from '@/text/format'
import { Button, Card, Field, Heading, Row, Tag } from '@/ui/parts'
import { Box, Text, TextArea, TextInput } from '@/ui/primitives'
import { Sheet } from '@/ui/sheet'
import { Refused } from '@/ui/states'
import { toast } from '@/ui/toast'
import { WithQuery } from '@/ui/with-query'
import { scoreOf } from '../scores/scores'
import { x } from '../text/exams'

const Corrections = ({ exam }: { exam: ExamView }) => (
  <>
    {exam.corrections.map((one) => (
      <Box key={one.at}>
        <Text className='q-block q-small'>{`${localDateTime(one.at)} ${one.to === undefined ? x('tookBack', { who: one.byName, from: one.from }) : x('correctedTo', { who: one.byName, from: one.from, to: one.to })}`}</Text>
        <Text className='q-soft q-small q-block'>{x('because', { reason: one.reason })}</Text>
      </Box>
    ))}
  </>
)

/** The right score and why, or none: then the exam is taken back. An online score is the server's and can only be taken back. */
const CorrectSheet = ({ personId, exam, onDone, onClose }: { personId: string; exam: ExamView; onDone: () => void; onClose: () => void }) => {
  const id = useRef(clientId())
  const [typed, setTyped] = useState('')
  const [reason, setReason] = useState('')
  const { send, sending, trouble } = useSend('correctExam')
  const score = scoreOf(typed)
  const wrong = score !== undefined && Number.isNaN(score) ? x('scoreWrong') : score === exam.score ? x('sameScore') : undefined
  const correct = async (to: number | undefined) => {
    const reply = await send({ personId, examId: exam.examId, id: id.current, was: exam.score, reason: reason.trim(), ...(to !== undefined && { score: to }) })
    if (!reply?.ok) return
    toast(x(to === undefined ? 'takenBackDone' : 'corrected'))
    onDone()
  }
  const change = (then: () => void) => {
    id.current = clientId()
    then()
  }
  return (
    <Sheet title={`${x('correct')}${t('colon')}${x('points', { n: exam.score })}`} onClose={onClose} closeWords={t('cancel')}>
      {!exam.online && <Field label={x('newScore')} fault={wrong} id='score'><TextInput id='score' label={x('newScore')} value={typed} onValue={(value) => change(() => setTyped(value))} maxLength={5} /></Field>}
      <Field label={x('correctReason')} hint={x('correctReasonHint')} id='reason'><TextArea id='reason' label={x('correctReason')} value={reason} onValue={(value) => change(() => setReason(value))} maxLength={300} rows={2} /></Field>
      <Refused trouble={trouble} />
      <Text className='q-soft q-small q-block'>{x('takeBackWords')}</Text>
      <Box className='s-actions'>
        {!exam.online && <Button busy={sending} disabled={!reason.trim() || score === undefined || wrong !== undefined} onTap={() => void correct(score)}>{x('correct')}</Button>}
        <Button kind='danger' busy={sending} disabled={!reason.trim()} onTap={() => void correct(undefined)}>{x('takeBack')}</Button>
      </Box>
    </Sheet>
  )
}

/** A member's exam scores with what became of them; another's can be corrected. */
export const MemberExams = ({ personId, onChanged }: { personId: string; onChanged: () => void }) => {
  const query = useQuery('listExams', { personId })
  const [opened, setOpened] = useState<ExamView>()
  const own = currentPerson()?.personId === personId
  const done = () => {
    setOpened(undefined)
    void query.refresh()
    onChanged()
  }
  return (
    <>
      <Heading>{x('exams')}</Heading>
      <WithQuery query={query} rows={1}>
        {({ exams }) => (
          <Card>
            {exams.length === 0 && <Text className='q-soft'>{x('noExams')}</Text>}
            {exams.map((exam) => (
              <Box key={exam.examId} className='s-line'>
                <Row>
                  <Box className='q-grow'><Text className='q-strong'>{x('points', { n: exam.score })}</Text><Text className='q-soft q-small q-block'>{localDateTime(exam.takenAt)}{exam.online ? '' : ` · ${x('enteredBy', { who: exam.byName })}`}</Text></Box>
                  <Tag tone={exam.takenBack ? 'bad' : exam.online ? 'info' : 'plain'}>{x(exam.takenBack ? 'takenBack' : exam.online ? 'online' : 'onPaper')}</Tag>
                  {!own && !exam.takenBack && <Button small kind='plain' onTap={() => setOpened(exam)}>{x(exam.online ? 'takeBack' : 'correct')}</Button>}
                </Row>
                <Corrections exam={exam} />
              </Box>
            ))}
          </Card>
        )}
      </WithQuery>
      <Box>{opened && <CorrectSheet personId={personId} exam={opened} onDone={done} onClose={() => setOpened(undefined)} />}</Box>
    </>
  )
}

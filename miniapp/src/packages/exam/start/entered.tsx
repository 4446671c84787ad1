import type { ExamView } from '@shared/contract/exams'
import { useQuery } from '@/api/use-query'
import { localDateTime } from '@/text/format'
import { Card, Heading, Row, Tag } from '@/ui/parts'
import { Box, Text } from '@/ui/primitives'
import { e } from '../text'

const Exam = ({ exam }: { exam: ExamView }) => (
  <Card>
    <Row>
      <Box className='q-grow'><Text className='q-strong q-block'>{e(exam.online ? 'online' : 'onPaper')}</Text><Text className='q-soft q-small'>{localDateTime(exam.takenAt)}{exam.online ? '' : ` · ${e('enteredBy', { who: exam.byName })}`}</Text></Box>
      <Tag tone={exam.takenBack ? 'bad' : 'info'}>{exam.takenBack ? e('takenBack') : e('points', { n: exam.score })}</Tag>
    </Row>
    {exam.corrections.map((one) => (
      <Box key={one.at}>
        <Text className='q-block q-small'>{`${localDateTime(one.at)} ${one.to === undefined ? e('tookBack', { who: one.byName, from: one.from }) : e('correctedTo', { who: one.byName, from: one.from, to: one.to })}`}</Text>
        <Text className='q-soft q-small q-block'>{e('because', { reason: one.reason })}</Text>
      </Box>
    ))}
  </Card>
)

/** What a secretary entered, corrected or took back: the student sees each with who and why. Nothing where there is nothing. */
export const Entered = ({ personId, course }: { personId: string; course: string }) => {
  const exams = (useQuery('listExams', { personId }).value?.exams ?? []).filter((one) => one.course === course && (!one.online || one.corrections.length > 0))
  return exams.length === 0 ? null : <><Heading>{e('entered')}</Heading>{exams.map((exam) => <Exam key={exam.examId} exam={exam} />)}</>
}

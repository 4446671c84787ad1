import '../exam.css'
import { useCallback, useState } from 'react'
import { usePerson } from '@/api/use-person'
import { useParams } from '@/platform/navigate'
import { troubleWords } from '@/text'
import { Page } from '@/ui/page'
import { Bar } from '@/ui/figures'
import { Button, Row } from '@/ui/parts'
import { Box, Tap, Text } from '@/ui/primitives'
import { Confirm } from '@/ui/sheet'
import { ErrorState, Refused, Skeleton } from '@/ui/states'
import { toast } from '@/ui/toast'
import { answeredCount, choiceOf, type KeptExam, remainingMs, unsent } from '../kept-exam'
import { e } from '../text'
import { AnswerSheet } from './answer-sheet'
import { Clock } from './clock'
import { Question } from './question'
import { Result } from './result'
import { useExam } from './use-exam'

/** Where the answers are: with the server, on their way, or on the phone. */
const Saved = ({ exam, sending, offline }: { exam: KeptExam; sending: boolean; offline: boolean }) => {
  const left = unsent(exam).length
  if (left > 0 && offline) return <Box className='q-banner' role='status'>{e('keptHere', { n: left })}</Box>
  return <Box className='q-soft q-small e-saved' role='status'>{e(left > 0 || sending ? 'saving' : 'saved')}</Box>
}

const Sit = ({ exam, state }: { exam: KeptExam; state: ReturnType<typeof useExam> }) => {
  const questions = exam.sitting.questions ?? []
  const [at, setAt] = useState(() => Math.max(0, questions.findIndex((_, i) => choiceOf(exam, i).length === 0)))
  const [open, setOpen] = useState<'sheet' | 'submit'>()
  const [up, setUp] = useState(false)
  const left = useCallback(() => remainingMs(exam, Date.now()), [exam])
  const asked = questions[at]
  const done = answeredCount(exam)
  const of = questions.length
  const last = at === of - 1
  const timeIsUp = () => {
    setUp(true)
    void state.refresh()
  }
  const submit = async () => {
    const refused = await state.submit()
    setOpen(undefined)
    // With nothing left to send, nothing else on the page would say that it was not handed in.
    if (refused?.code === 'offline') toast(troubleWords(refused.code))
  }
  return (
    <>
      <Box className='e-top'>
        <Row><Text className='q-grow q-strong'>{e('questionOf', { n: at + 1, of })}</Text><Clock left={left} onUp={timeIsUp} /></Row>
        <Bar achieved={done} required={of} label={e('answered', { n: done, of })} />
      </Box>
      {up ? <Box className='q-banner' role='status'>{e(state.trouble ? 'timeUpOffline' : 'timeUp')}</Box> : (
        <>
          {asked && <Question asked={asked} choice={choiceOf(exam, at)} onChoice={(choice) => state.choose(at, choice)} />}
          <Saved exam={exam} sending={state.sending} offline={state.trouble !== undefined} />
          <Box className='e-bar'>
            <Button kind='plain' disabled={at === 0} onTap={() => setAt(at - 1)}>{e('previous')}</Button>
            {last ? <Button onTap={() => setOpen('submit')}>{e('submit')}</Button> : <Button onTap={() => setAt(at + 1)}>{e('next')}</Button>}
          </Box>
          <Row>
            <Tap className='q-grow e-link' onTap={() => setOpen('sheet')}>{e('sheet')} · {e('answered', { n: done, of })}</Tap>
            {!last && <Tap className='e-link q-right' onTap={() => setOpen('submit')}>{e('submit')}</Tap>}
          </Row>
        </>
      )}
      <Box>
        {open === 'sheet' && !up && <AnswerSheet exam={exam} at={at} onClose={() => setOpen(undefined)} onGo={(question) => {
          setAt(question)
          setOpen(undefined)
        }} />}
        {open === 'submit' && !up && <Confirm title={e('submitAsk')} words={`${done < of ? e('submitOpen', { n: of - done }) : e('submitAll')}${e('submitWords')}`} yes={e('submitYes')} busy={state.submitting} onYes={() => void submit()} onNo={() => setOpen(undefined)} />}
      </Box>
    </>
  )
}

/** An exam, question by question. Everything is kept on the phone first, so that neither a killed app nor a lost connection costs an answer. */
export default function SitExam() {
  const person = usePerson(true)
  const { id } = useParams()
  const state = useExam(person?.personId, id)
  const { exam, trouble } = state
  const open = exam?.sitting.state === 'open'
  return (
    <Page title={exam && !open ? e('result') : e('title')}>
      {!exam && (trouble ? <ErrorState trouble={trouble} onRetry={() => void state.refresh()} /> : <Skeleton />)}
      {exam && open && <><Sit key={exam.sitting.examId} exam={exam} state={state} />{trouble && trouble.code !== 'offline' && <Refused trouble={trouble} />}</>}
      {exam && !open && <Result sitting={exam.sitting} />}
    </Page>
  )
}

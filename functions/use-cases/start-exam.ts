import { isRefusal, refuse } from '@shared/model/refusal'
import { countyOf } from '@shared/model/org'
import { belowOf, drawExam, shuffled } from '../core/draw-exam'
import { startExam as decide } from '../core/start-exam'
import type { UseCase } from '../http/app'
import { beginExam } from '../store/exams'
import { readQuestions } from '../store/question-banks'
import { instantOf } from './context'
import { examStanding } from './exam-standing'
import { sittingView } from './exam-view'
import { untilDecided } from './until-decided'

/**
 * Begins the next attempt, or gives the open one, so that a second device goes on with the first one's questions and time. What is drawn is copied: a changed
 * bank changes no running exam. `begin`, whose condition lets one of two starts win, is a parameter so that a test can take it away.
 */
export const startExamBy = (begin: typeof beginExam = beginExam): UseCase<'startExam'> => (context, { course }, { actor }) =>
  untilDecided(context, async () => {
    const standing = await examStanding(context, actor, course)
    if (!standing) return refuse('exam-not-offered')
    const { policy, passMark, bank } = standing
    const decided = decide(standing, policy, context.now())
    if (isRefusal(decided)) return decided
    if ('resume' in decided) return sittingView(context, actor.personId, decided.resume, passMark)
    if (!bank) return refuse('exam-not-offered')
    const below = belowOf(context.random)
    const questions = await readQuestions(context.table, bank.org, course, shuffled(bank.bank.ids, below, policy.questions))
    const { paper, key } = drawExam(questions, below)
    const now = context.now()
    const sheet = { course, n: decided.start, county: countyOf(actor.branch ?? ''), startedAt: instantOf(now), endsAt: instantOf(now + policy.minutes * 60_000), of: paper.length, v: 1, answers: {} }
    return (await begin(context.table, actor.personId, sheet, paper, key)) ? sittingView(context, actor.personId, sheet, passMark) : undefined
  })

export const startExam = startExamBy()

import { questionKinds } from '@shared/model/question'
import { courseForm } from '@shared/model/exam'
import * as z from 'zod'
import { clientId, instant, localDate, orgId, personId, shortText } from './common'
import { endpoint } from './endpoint'
import { reviewers } from './progress'

/** A course as the rules name it. */
export const course = z.string().regex(courseForm)
/** Of an attempt: `<course>~<number>`. */
const attemptId = z.string().regex(/^[a-z0-9-]{1,40}~[1-9]\d{0,2}$/)
/** Of any exam: a client's id, or an attempt's. */
const examId = z.string().max(64).regex(/^[A-Za-z0-9_-]{1,64}(~[1-9]\d{0,2})?$/)
const score = z.number().min(0).max(100).multipleOf(0.01)

const place = z.number().int().min(0).max(199)
/** `question` and `choice` are places from 0; an empty choice clears. Of two answers to one question the one with the higher `seq` stands. */
const answer = z.object({ question: place, choice: z.array(place).max(6), seq: z.number().int().min(0).max(1_000_000) })
const answers = z.array(answer).max(200)

const attempt = z.object({
  examId: attemptId, n: z.number().int(), startedAt: instant, endsAt: instant, state: z.enum(['open', 'closed']),
  /** How many questions; with the score, of 100, how many were right. Never which. */
  of: z.number().int(), score: z.number().optional(), right: z.number().int().optional(), closedAt: instant.optional(), closedBy: z.enum(['student', 'deadline']).optional(),
})
const sitting = attempt.extend({
  course,
  /** The server's clock: what is left is `endsAt` less this. */
  serverTime: instant, passMark: z.number(), passed: z.boolean().optional(),
  /** While it is open. */
  questions: z.array(z.object({ kind: z.enum(questionKinds), stem: z.string(), options: z.array(z.string()) })).optional(),
  answers: answers.optional(),
})
const policy = z.object({ questions: z.number().int(), minutes: z.number().int(), attempts: z.number().int(), daysBetween: z.number().int(), afterLessons: z.number().int() })

/** A score as entered or scored, and what became of it. */
const exam = z.object({
  examId, course, takenAt: instant, score: z.number(), online: z.boolean(), takenBack: z.boolean(), at: instant, byName: z.string(),
  /** Oldest first. `to` is absent where the exam was taken back. */
  corrections: z.array(z.object({ at: instant, byName: z.string(), reason: z.string(), from: z.number(), to: z.number().optional() })),
})
export type ExamView = z.infer<typeof exam>
const exams = z.object({ exams: z.array(exam) })

export const examEndpoints = {
  showExams: endpoint({
    method: 'GET', path: '/v1/exams', summary: 'The caller’s attempts at a course’s exam, its rules, and whether and when it may be sat', access: { who: 'roles', roles: ['student'], scope: 'self' },
    query: z.object({ course: course.default('league-class') }),
    answer: z.object({
      course, policy, passMark: z.number(), lessons: z.number().int(), passed: z.boolean(), best: z.number().optional(), attempts: z.array(attempt),
      may: z.enum(['start', 'resume']).optional(),
      /** Why not: a refusal of `startExam`; and from when, where that is known. */
      why: z.string().optional(), from: localDate.optional(),
    }),
  }),
  startExam: endpoint({
    method: 'POST', path: '/v1/exams', summary: 'Begin the next attempt, or go on with the open one, on whichever device; the server draws the questions and keeps the time', access: { who: 'roles', roles: ['student'], scope: 'self' },
    body: z.object({ course: course.default('league-class') }), answer: sitting, status: 201,
  }),
  showExam: endpoint({
    method: 'GET', path: '/v1/exams/{examId}', summary: 'An attempt: while it is open its questions and saved answers, after it the score', access: { who: 'roles', roles: ['student'], scope: 'self' },
    params: z.object({ examId: attemptId }), answer: sitting,
  }),
  answerExam: endpoint({
    method: 'POST', path: '/v1/exams/{examId}/answers', summary: 'Save answers; the same again changes nothing, none after the end', access: { who: 'roles', roles: ['student'], scope: 'self' },
    params: z.object({ examId: attemptId }), body: z.object({ answers: answers.min(1) }), answer: z.object({ serverTime: instant, endsAt: instant, answers }),
  }),
  submitExam: endpoint({
    method: 'POST', path: '/v1/exams/{examId}/submit', summary: 'Hand in, with the last answers; the server scores', access: { who: 'roles', roles: ['student'], scope: 'self' },
    params: z.object({ examId: attemptId }), body: z.object({ answers: answers.default([]) }), answer: sitting,
  }),
  enterScores: endpoint({
    method: 'POST', path: '/v1/exam-scores', summary: 'A paper exam’s scores for members of an organisation; each has its own outcome', access: { who: 'roles', roles: reviewers, scope: 'org' },
    body: z.object({ id: clientId, org: orgId, course: course.default('league-class'), takenAt: instant, people: z.array(z.object({ personId, score })).min(1).max(200) }),
    answer: z.object({ outcomes: z.array(z.object({ personId, ok: z.boolean(), code: z.string().optional() })) }),
  }),
  listExams: endpoint({
    method: 'GET', path: '/v1/people/{personId}/exams', summary: 'A person’s exam scores with their corrections, newest first', access: { who: 'roles', roles: reviewers, scope: 'person', own: true }, reads: 'records',
    params: z.object({ personId }), answer: exams,
  }),
  correctExam: endpoint({
    method: 'POST', path: '/v1/people/{personId}/exams/{examId}/corrections', summary: 'Correct an entered score, or take an exam back (without `score`), with a reason: a new entry, nothing is changed', access: { who: 'roles', roles: reviewers, scope: 'person' }, reads: 'records',
    // `was`: the score that was read, so that nobody corrects what somebody else corrected first.
    params: z.object({ personId, examId }), body: z.object({ id: clientId, was: z.number(), score: score.optional(), reason: shortText(300) }), answer: exams,
  }),
}

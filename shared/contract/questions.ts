import { mostQuestions, questionColumns, questionKinds, questionProblemCodes } from '@shared/model/question'
import * as z from 'zod'
import { instant, orgId } from './common'
import { endpoint } from './endpoint'
import { course } from './exams'

const committees = ['committee', 'county-committee'] as const
const bank = z.object({ org: orgId, orgName: z.string(), version: z.number().int(), questions: z.number().int().max(mostQuestions), at: instant, byName: z.string() })

/** A row's fate; what is right of it is never answered. */
const row = z.object({
  sheet: z.string().optional(), row: z.number().int(), kind: z.enum(questionKinds).optional(), stem: z.string(), options: z.number().int(), fate: z.enum(['new', 'same', 'changed', 'refused']),
  problems: z.array(z.object({ column: z.enum([...questionColumns, 'row']), code: z.enum(questionProblemCodes), value: z.string().optional() })),
})

export const questionEndpoints = {
  importQuestions: endpoint({
    method: 'POST', path: '/v1/question-banks', summary: 'Read a sheet of questions (xlsx or CSV) into a committee’s bank: dry run shows every row’s fate, then the same file is applied', access: { who: 'roles', roles: committees, scope: 'org' },
    // No client's id: a question's key follows from what it says, so the same sheet again changes nothing.
    body: z.object({ org: orgId, course: course.default('league-class'), content: z.base64().max(4_000_000), mode: z.enum(['add', 'replace']).default('add'), dryRun: z.boolean() }),
    answer: z.object({
      dryRun: z.boolean(), counts: z.object({ new: z.number(), same: z.number(), changed: z.number(), refused: z.number() }),
      /** Questions that the bank no longer has, with `replace`; and how many it has then. */
      dropped: z.number().int(), questions: z.number().int(), rows: z.array(row),
    }),
  }),
  showQuestionBank: endpoint({
    method: 'GET', path: '/v1/question-banks', summary: 'A committee’s bank for a course, and the one its exams draw from', access: { who: 'roles', roles: committees, scope: 'org' },
    query: z.object({ org: orgId, course: course.default('league-class') }),
    answer: z.object({ needed: z.number().int(), own: bank.optional(), draws: bank.optional(), history: z.array(bank.pick({ version: true, questions: true, at: true, byName: true })) }),
  }),
}

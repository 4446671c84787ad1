import { defaultExamPolicy, type ExamPolicy } from '@shared/model/exam'
import { above, countyOf } from '@shared/model/org'
import type { QuantityRequirement } from '@shared/model/rules'
import { evaluate } from '@shared/rules/evaluate'
import type { Standing } from '../core/start-exam'
import { readExamPolicy } from '../store/exams'
import { type BankVersion, readBank } from '../store/question-banks'
import type { Me } from '../store/people'
import type { Context } from './context'
import { settledExams } from './end-exam'
import { policyAt, readPersonCase } from './read-person'

export const examPolicyOf = async (context: Context, orgId: string, course: string): Promise<ExamPolicy> => {
  const { questions, minutes, attempts, daysBetween, afterLessons } = (await readExamPolicy(context.table, countyOf(orgId), course)) ?? defaultExamPolicy
  return { questions, minutes, attempts, daysBetween, afterLessons }
}

/** The bank that members below `orgId` are examined from: of their school or township where it has questions enough, else of the county. */
export const bankFor = async (context: Context, orgId: string, course: string, questions: number): Promise<{ org: string; bank: BankVersion } | undefined> => {
  for (const org of [orgId, ...above(orgId)]) {
    const bank = await readBank(context.table, org, course)
    if (bank && bank.ids.length >= questions) return { org, bank }
  }
  return undefined
}

/** The requirement that asks for this course's exam, by the county's rules in force; undefined where none does. */
export const examRuleOf = async (context: Context, me: Me, course: string): Promise<(QuantityRequirement & Required<Pick<QuantityRequirement, 'exam'>>) | undefined> => {
  const { ruleSet } = await policyAt(context, me.branch ?? '', context.now())
  const asks = (one: (typeof ruleSet.requirements)[number]): one is QuantityRequirement & Required<Pick<QuantityRequirement, 'exam'>> => one.kind === 'quantity' && one.enforcement !== 'off' && one.exam?.course === course
  return ruleSet.requirements.find(asks)
}

export interface ExamStanding extends Standing {
  policy: ExamPolicy
  passMark: number
  /** The best score that stands. */
  best?: number
  bank?: { org: string; bank: BankVersion }
}

/** Everything that says whether a person may sit a course's exam, from the ledger with a consistent read; undefined where the county's rules ask for no such exam. */
export const examStanding = async (context: Context, me: Me, course: string): Promise<ExamStanding | undefined> => {
  const rule = await examRuleOf(context, me, course)
  if (!rule) return undefined
  const attempts = await settledExams(context, me.personId, course)
  const policy = await examPolicyOf(context, me.branch ?? '', course)
  const [{ folded, case: aCase }, bank] = await Promise.all([readPersonCase(context, me), bankFor(context, me.branch ?? '', course, policy.questions)])
  const scores = folded.exams.filter((one) => one.course === course).map(({ score }) => score)
  const { passMark } = rule.exam
  const lessons = Number(evaluate(aCase).requirements.find(({ key }) => key === rule.key)?.achieved ?? 0)
  return { attempts, passed: scores.some((score) => score >= passMark), lessons, questions: bank?.bank.ids.length ?? 0, policy, passMark, ...(scores.length && { best: Math.max(...scores) }), ...(bank && { bank }) }
}

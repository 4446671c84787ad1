import type { UseCase } from '../http/app'
import { type BankVersion, readBankVersions } from '../store/question-banks'
import { readMe } from '../store/people'
import { bankFor, examPolicyOf } from './exam-standing'
import { orgName } from './show-person'

/** A committee's own bank with its history, and the one that its members' exams draw from. No question is shown: whoever sees one sees what is asked. */
export const showQuestionBank: UseCase<'showQuestionBank'> = async (context, { org, course }) => {
  const policy = await examPolicyOf(context, org, course)
  const [versions, draws] = await Promise.all([readBankVersions(context.table, org, course), bankFor(context, org, course, policy.questions)])
  const shown = async ({ n, ids, at, by }: BankVersion) => ({ version: n, questions: ids.length, at, byName: (await readMe(context.table, by))?.name ?? '' })
  const bank = async (of: string, version: BankVersion) => ({ org: of, orgName: await orgName(context, of), ...(await shown(version)) })
  const [own] = versions
  return { needed: policy.questions, ...(own && { own: await bank(org, own) }), ...(draws && { draws: await bank(draws.org, draws.bank) }), history: await Promise.all(versions.slice(0, 20).map(shown)) }
}

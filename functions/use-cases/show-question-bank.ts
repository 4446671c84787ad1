import type { UseCase } from '../http/app'
import { type BankVersion, readBankVersions } from '../store/question-banks'
import { bankFor, examPolicyOf } from './exam-standing'
import { namesOf } from './names-of'
import { orgName } from './show-person'

/** A committee's own bank with its history, and the one that its members' exams draw from. No question is shown: whoever sees one sees what is asked. */
export const showQuestionBank: UseCase<'showQuestionBank'> = async (context, { org, course }) => {
  const policy = await examPolicyOf(context, org, course)
  const [versions, draws] = await Promise.all([readBankVersions(context.table, org, course), bankFor(context, org, course, policy.questions)])
  const names = await namesOf(context, [...versions, ...(draws ? [draws.bank] : [])].map(({ by }) => by))
  const shown = ({ n, ids, at, by }: BankVersion) => ({ version: n, questions: ids.length, at, byName: names.get(by) ?? '' })
  const bank = async (of: string, version: BankVersion) => ({ org: of, orgName: await orgName(context, of), ...shown(version) })
  const [own] = versions
  return { needed: policy.questions, ...(own && { own: await bank(org, own) }), ...(draws && { draws: await bank(draws.org, draws.bank) }), history: versions.map(shown) }
}

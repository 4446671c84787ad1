import { countyOf } from '@shared/model/org'
import { studyCategory } from '@shared/model/policy'
import { refuse } from '@shared/model/refusal'
import { standingIssues } from '../core/fold-policy'
import { foldLedger } from '../core/fold-ledger'
import type { UseCase } from '../http/app'
import { readLedger } from '../store/ledger'
import { readMembers } from '../store/members'
import { readIssueEntries } from '../store/policy'
import { appendIssueEntry, namesDistinctKey } from '../store/publish-policy'
import { branchesBelow } from './branches-below'
import { type Context, instantOf } from './context'
import { eachOf } from './each-of'
import { showIssue } from './list-study-issues'
import { namesOf } from './names-of'
import { untilDecided } from './until-decided'

const width = 40

const covers = async (context: Context, personId: string, issueId: string): Promise<boolean> => {
  if (!(await namesDistinctKey(context.table, personId, issueId))) return false
  const { records } = foldLedger(await readLedger(context.table, personId))
  return records.some(({ category, distinctKey, status }) => category === studyCategory && distinctKey === issueId && (status === 'approved' || status === 'pending'))
}

/** Whether anybody of the county has a record of the issue that counts or may yet. One small read a member, branch by branch, up to the first who has. */
const isCovered = async (context: Context, county: string, issueId: string): Promise<boolean> => {
  for (const branch of await branchesBelow(context, county)) {
    const members = await readMembers(context.table, branch)
    if ((await eachOf(members, width, ({ personId }) => covers(context, personId, issueId))).includes(true)) return true
  }
  return false
}

/**
 * Withdraws an issue that nobody has a record of, by a further entry. A record that comes in that very moment covers nothing then; its student is no
 * worse off than by the withdrawal. The same request again gives the same answer, also where the id was published anew meanwhile.
 */
export const withdrawStudyIssue: UseCase<'withdrawStudyIssue'> = async (context, { org, issueId, id }, { actor }) => {
  const county = countyOf(org)
  let looked = false
  return untilDecided(context, async () => {
    const entries = await readIssueEntries(context.table, county, true)
    const again = entries.find(({ withdrawId }) => withdrawId === id)
    if (again && again.id !== issueId) return refuse('id-reused')
    const held = again ?? standingIssues(entries).find((one) => one.id === issueId)
    if (!held) return refuse('not-found')
    if (!again && !looked && (await isCovered(context, county, issueId))) return refuse('issue-covered')
    looked = true
    const entry = again ?? { ...held, withdrawId: id, at: instantOf(context.now()), by: actor.personId }
    if (!again && !(await appendIssueEntry(context.table, county, entries.length + 1, entry))) return undefined
    return showIssue(entry, context.now(), await namesOf(context, [entry.by]))
  })
}

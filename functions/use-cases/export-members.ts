import { countyOf } from '@shared/model/org'
import { refuse } from '@shared/model/refusal'
import { showFigures } from '../core/show-figures'
import { type MemberRow, membersSheet } from '../exports/members-sheet'
import type { writeSheet } from '../exports/write-sheet'
import type { UseCase } from '../http/app'
import { keys } from '../store/keys'
import { readMembers } from '../store/members'
import type { Me } from '../store/people'
import { getItems } from '../store/table'
import { branchesBelow } from './branches-below'
import type { Context } from './context'
import { currentProgress } from './current-progress'
import { eachOf } from './each-of'
import { asFile, byClassAndNumber } from './export-file'
import { policyAt } from './read-person'
import { orgName } from './show-person'

/** Branches read at a time. */
const width = 8
/** A county has some 2 000; beyond this a file is made for each school. */
const rowsAtMost = 10_000

const membersOf = async (context: Context, branchId: string): Promise<MemberRow[]> => {
  const members = (await readMembers(context.table, branchId)).filter(({ graduated }) => graduated === undefined)
  const [accounts, branchName] = await Promise.all([getItems<Me>(context.table, members.map(({ personId }) => keys.me(personId))), orgName(context, branchId)])
  return Promise.all(
    members.flatMap((member, i) => {
      const me = accounts[i]
      return me ? [rowOf(context, me, member.studentNumber, branchName)] : []
    }),
  )
}

const rowOf = async (context: Context, me: Me, studentNumber: string | undefined, branchName: string): Promise<MemberRow> => {
  const { progress, ruleSet } = await currentProgress(context, me)
  return {
    name: me.name, className: me.className, studentNumber, branchName, figures: showFigures(ruleSet, progress), eligible: progress.eligible,
    pending: progress.pending, application: progress.application?.state, bound: me.identity !== undefined,
  }
}

/** The list of members as a sheet: what `listMembers` shows, all of it. As a list shows what the task needs and opens nobody's file, it is in nobody's log. */
export const exportMembersWith = (write: typeof writeSheet): UseCase<'exportMembers'> => async (context, { org, format }) => {
  if (!(await context.orgs(countyOf(org))).has(org)) return refuse('not-found')
  const found = await eachOf(await branchesBelow(context, org), width, async (branch) => (await membersOf(context, branch)).sort(byClassAndNumber))
  const rows = found.flat()
  if (rows.length > rowsAtMost) return refuse('too-large', { mostRows: rowsAtMost })
  const { ruleSet } = await policyAt(context, org, context.now())
  return asFile(context, `成员-${await orgName(context, org)}`, membersSheet(rows, ruleSet), format, write)
}

import { countyOf } from '@shared/model/org'
import { type Candidate, personFinder } from '../core/find-person'
import { readMembers } from '../store/members'
import { branchesBelow } from './branches-below'
import type { Context } from './context'
import { eachOf } from './each-of'

/** Everyone within an organisation to whom a row may belong, and how a candidate is shown: by class and branch, without a birth date. */
export const readCandidates = async (context: Context, org: string) => {
  const orgs = await context.orgs(countyOf(org))
  const branches = await eachOf(await branchesBelow(context, org), 10, async (branch) => (await readMembers(context.table, branch)).map((member): Candidate => ({ ...member, branch })))
  return {
    find: personFinder(branches.flat()),
    show: ({ personId, name, className, branch }: Candidate) => ({ personId, name, className, branchName: orgs.get(branch)?.name ?? branch }),
  }
}

import { countyOf } from '@shared/model/org'
import { refuse } from '@shared/model/refusal'
import { violationsSheet } from '../exports/violations-sheet'
import type { writeSheet } from '../exports/write-sheet'
import type { UseCase } from '../http/app'
import { checkBranches } from './check-violations'
import { asFile } from './export-file'
import { orgName } from './show-person'

/** What the check finds over the whole organisation, as a sheet. */
export const exportViolationsWith = (write: typeof writeSheet): UseCase<'exportViolations'> => async (context, { org, which, format }) => {
  if (!(await context.orgs(countyOf(org))).has(org)) return refuse('not-found')
  const { items } = await checkBranches(context, org, which, await context.signer.publicKey())
  return asFile(context, `违规发展核查-${await orgName(context, org)}`, violationsSheet(items), format, write)
}

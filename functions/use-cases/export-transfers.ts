import { countyOf } from '@shared/model/org'
import { refuse } from '@shared/model/refusal'
import { transfersSheet } from '../exports/transfers-sheet'
import type { writeSheet } from '../exports/write-sheet'
import type { UseCase } from '../http/app'
import { asFile } from './export-file'
import { transfersOf } from './list-transfers'
import { orgName } from './show-person'

/** The year's graduates who are to be transferred, as a register to keep. */
export const exportTransfersWith = (write: typeof writeSheet): UseCase<'exportTransfers'> => async (context, { org, year, format }) => {
  const orgs = await context.orgs(countyOf(org))
  if (!orgs.has(org)) return refuse('not-found')
  const found = await transfersOf(context, org, year)
  const rows = found.map((one) => ({ ...one, schoolName: orgs.get(one.school)?.name ?? one.school, branchName: orgs.get(one.branch)?.name ?? one.branch }))
  return asFile(context, `学社衔接-${year}-${await orgName(context, org)}`, transfersSheet(rows), format, write)
}

import { reviewers } from '@shared/contract/progress'
import { countyOf } from '@shared/model/org'
import { foldLedger } from '../core/fold-ledger'
import { type RecordRow, recordsSheet } from '../exports/records-sheet'
import type { writeSheet } from '../exports/write-sheet'
import type { UseCase } from '../http/app'
import { readLedger } from '../store/ledger'
import { readMembers } from '../store/members'
import { eachOf } from './each-of'
import { asFile, byClassAndNumber } from './export-file'
import { logRead } from './log-read'
import { policyAt } from './read-person'
import { orgName } from './show-person'

/** Members read at a time. */
const width = 8

/**
 * Every record of a branch as a sheet. These are its members' files: each look is logged before anything is answered, as if the secretary had opened them
 * one by one (spec/privacy.md, "Access"), the secretary's own left out. One branch at a time, so that nobody takes a whole school's files along.
 */
export const exportRecordsWith = (write: typeof writeSheet, log = logRead): UseCase<'exportRecords'> => async (context, { org, format }, { actor }) => {
  if ((await context.orgs(countyOf(org))).get(org)?.kind !== 'branch') return { refused: 'invalid-input', errors: [{ path: 'org', code: 'not-a-branch', message: 'Records are exported for one branch at a time' }] }
  const members = (await readMembers(context.table, org)).sort(byClassAndNumber)
  const rows = await eachOf(members, width, async ({ personId, name, className, studentNumber }): Promise<RecordRow[]> => {
    if (personId !== actor.personId) await log(context, actor, personId, 'records', reviewers)
    return foldLedger(await readLedger(context.table, personId)).records.map((record) => ({ name, className, studentNumber, record }))
  })
  const { ruleSet } = await policyAt(context, org, context.now())
  return asFile(context, `记录-${await orgName(context, org)}`, recordsSheet(rows.flat(), ruleSet), format, write)
}

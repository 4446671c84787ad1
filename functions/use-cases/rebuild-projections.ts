import { isDeepStrictEqual } from 'node:util'
import { keys, queuePartition } from '../store/keys'
import { readBranchAccounts } from '../store/members'
import { deleteItem, queryAll, UpdateCommand } from '../store/table'
import { branchesBelow } from './branches-below'
import type { Context } from './context'
import { foldPerson } from './fold-person'
import { foldRollUps } from './fold-roll-ups'
import { projectPerson } from './project-person'

export interface RebuildOutcome {
  people: number
  /** Projections whose bytes were not what the ledger says (missing ones included). */
  differing: number
}

/**
 * Throws a county's projections away and makes them again from the ledger: progress, the queues, roll-ups. With `check` nothing is written,
 * only compared. `onProgress` hears how many people of how many are done.
 */
export const rebuildProjections = async (context: Context, countyId: string, { check = false, onProgress }: { check?: boolean; onProgress?: (done: number, all: number) => void } = {}): Promise<RebuildOutcome> => {
  const branches = await branchesBelow(context, countyId)
  const accounts = (await Promise.all(branches.map((branch) => readBranchAccounts(context.table, branch)))).flat()
  let differing = 0
  let done = 0
  const one = async (me: (typeof accounts)[number]) => {
    if (!isDeepStrictEqual(me.progress, (await foldPerson(context, me)).progress)) differing++
    if (!check) {
      await context.table.doc.send(new UpdateCommand({ TableName: context.table.name, Key: keys.me(me.personId), UpdateExpression: 'REMOVE progress' }))
      await projectPerson(context, me.personId)
    }
    onProgress?.(++done, accounts.length)
  }
  if (!check) {
    for (const org of (await context.orgs(countyId)).keys()) {
      for (const { pk, sk } of await queryAll(context.table, { pk: queuePartition(org) })) await deleteItem(context.table, { pk, sk })
    }
  }
  for (let at = 0; at < accounts.length; at += 16) await Promise.all(accounts.slice(at, at + 16).map(one))
  if (!check) await foldRollUps(context, branches)
  return { people: accounts.length, differing }
}

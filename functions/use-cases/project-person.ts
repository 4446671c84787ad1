import { isDeepStrictEqual } from 'node:util'
import type { LedgerEntry, ScanEntry } from '@shared/model/ledger'
import { attendanceCollisions, hasApprovedReport } from '../core/attendance-collisions'
import type { FoldedLedger } from '../core/fold-ledger'
import { checkedBy, isSample } from '../core/spot-check'
import { collisionPrefix, hostOf, keys, queuePartition } from '../store/keys'
import { readMe, replaceProgress } from '../store/people'
import { type Item, queryAll, writeAll } from '../store/table'
import type { Context } from './context'
import { foldPerson } from './fold-person'

/**
 * Folds a person's ledger and puts what changed into the projections: `progress` of ME, the queues for `touched` records and scans (all of
 * them unless said), and the collisions. State, not increments: once or thrice, early or late, the outcome is the same. Gives whether progress was written.
 */
export const projectPerson = async (context: Context, personId: string, touched?: ReadonlySet<string>): Promise<boolean> => {
  let written = false
  for (;;) {
    const me = await readMe(context.table, personId, true)
    if (!me?.branch) return false
    const { entries, folded, progress } = await foldPerson(context, me)
    if (!isDeepStrictEqual(me.progress, progress)) {
      if (!(await replaceProgress(context.table, personId, me.progress, progress))) continue
      written = true
    }
    const tookOut = await projectQueue(context, me.branch, personId, folded, touched)
    await projectSamples(context, personId, entries, touched)
    // A scan changes no `n`: what is put on an older fold is looked at once more.
    if (await projectCollisions(context, me.branch, personId, folded)) continue
    // An appeal makes a record wait again: whoever took one out on an older fold must not leave it out.
    if (!tookOut || (await readMe(context.table, personId, true))?.progress?.n === progress.n) return written
  }
}

/** Takes what waits of a person out of the queues of branches they left; `projectPerson` puts it into the one they are of. */
export const leaveQueues = async (context: Context, personId: string, branches: readonly string[]): Promise<void> => {
  if (branches.length === 0) return
  const me = await readMe(context.table, personId, true)
  if (!me) return
  const { folded } = await foldPerson(context, me)
  for (const branch of new Set(branches)) {
    if (branch === me.branch) continue
    const collisions = await queryAll(context.table, { pk: queuePartition(branch), prefix: collisionPrefix(personId), consistent: true })
    await writeAll(context.table, [], [...folded.records.map(({ id, submittedAt }) => keys.waitingReview(branch, submittedAt, personId, id)), ...collisions.map(({ pk, sk }) => ({ pk, sk }))])
  }
}

/** A record waits in its branch's queue exactly while it is pending. Gives whether any was taken out. */
const projectQueue = async (context: Context, branch: string, personId: string, folded: FoldedLedger, touched?: ReadonlySet<string>): Promise<boolean> => {
  // What was neither left waiting nor decided (attendance, a roll's lessons) never was in the queue: nothing to take out.
  const concerned = folded.records.filter(({ id, status, decisions }) => (status === 'pending' || decisions.length > 0) && (touched === undefined || touched.has(id)))
  const puts: Item[] = []
  const deletes: Item[] = []
  for (const { id, status, category, submittedAt } of concerned) {
    const item = { ...keys.waitingReview(branch, submittedAt, personId, id), personId, recordId: id, category }
    if (status === 'pending') puts.push(item)
    else deletes.push(item)
  }
  await writeAll(context.table, puts, deletes.map(({ pk, sk }) => ({ pk, sk })))
  return deletes.length > 0
}

/** A report lies beside the attendance that meets it exactly while that is open. Only who ever had one approved costs a read here. Gives whether anything changed. */
const projectCollisions = async (context: Context, branch: string, personId: string, folded: FoldedLedger): Promise<boolean> => {
  if (!hasApprovedReport(folded)) return false
  const open = attendanceCollisions(folded).map(({ record: { id } }): Item => ({ ...keys.collision(branch, personId, id), personId, recordId: id }))
  const listed = await queryAll(context.table, { pk: queuePartition(branch), prefix: collisionPrefix(personId), consistent: true })
  const has = (items: { sk: string }[], { sk }: { sk: string }) => items.some((one) => one.sk === sk)
  const puts = open.filter((one) => !has(listed, one))
  const deletes = listed.filter((one) => !has(open, one))
  await writeAll(context.table, puts, deletes.map(({ pk, sk }) => ({ pk, sk })))
  return puts.length + deletes.length > 0
}

/** A check-in by the list that is one of the sample waits for the level above until it was looked at or taken back: neither is ever undone. */
const projectSamples = async (context: Context, personId: string, entries: readonly LedgerEntry[], touched?: ReadonlySet<string>): Promise<void> => {
  const done = new Set(entries.flatMap((one) => (one.type === 'scan-undone' || one.type === 'scan-checked' ? [one.scanId] : [])))
  const sampled = entries.filter((one): one is ScanEntry => one.type === 'scan' && isSample(one) && (touched === undefined || touched.has(one.scanId)))
  const items = sampled.map(({ eventId, scanId, at }) => ({ ...keys.sample(checkedBy(hostOf(eventId)), at, personId, scanId), personId, eventId, scanId }))
  await writeAll(context.table, items.filter(({ scanId }) => !done.has(scanId)), items.filter(({ scanId }) => done.has(scanId)).map(({ pk, sk }) => ({ pk, sk })))
}

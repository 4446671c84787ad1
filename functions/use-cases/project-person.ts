import { isDeepStrictEqual } from 'node:util'
import type { FoldedLedger } from '../core/fold-ledger'
import { keys } from '../store/keys'
import { readMe, replaceProgress } from '../store/people'
import { type Item, writeAll } from '../store/table'
import type { Context } from './context'
import { foldPerson } from './fold-person'

/**
 * Folds a person's ledger and puts what changed into the projections: `progress` of ME, and the review queue for `touched` records (all of
 * them unless said). State, not increments: once or thrice, early or late, the outcome is the same. Gives whether progress was written.
 */
export const projectPerson = async (context: Context, personId: string, touched?: ReadonlySet<string>): Promise<boolean> => {
  let written = false
  for (;;) {
    const me = await readMe(context.table, personId, true)
    if (!me?.branch) return false
    const { folded, progress } = await foldPerson(context, me)
    if (!isDeepStrictEqual(me.progress, progress)) {
      if (!(await replaceProgress(context.table, personId, me.progress, progress))) continue
      written = true
    }
    const tookOut = await projectQueue(context, me.branch, personId, folded, touched)
    // An appeal makes a record wait again: whoever took one out on an older fold must not leave it out.
    if (!tookOut || (await readMe(context.table, personId, true))?.progress?.n === progress.n) return written
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

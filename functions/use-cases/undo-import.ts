import type { ImportView } from '@shared/contract/imports'
import { refuse } from '@shared/model/refusal'
import { undoImport as decideUndo } from '../core/import-records'
import type { UseCase } from '../http/app'
import { type Import, markUndone, readImport, readNoted, saveUndo } from '../store/imports'
import { appendEntry, readLedger } from '../store/ledger'
import { type Context, instantOf } from './context'
import { eachOf } from './each-of'
import { showImports } from './list-imports'
import { untilDecided } from './until-decided'

/** People whose records are revoked at once. */
const width = 10
/** A function has 29 s; whose records are not revoked by then wait for the same request again. */
const writesForMs = 9_000

/** Revokes one person's records, one decision after another; where somebody else decided first, what is left is seen anew. */
const undoPerson = (context: Context, personId: string, recordIds: string[], { importId }: Import, by: string): Promise<true> =>
  untilDecided(context, async () => {
    for (const decision of decideUndo(await readLedger(context.table, personId), recordIds, importId, instantOf(context.now()), by)) {
      if (!(await appendEntry(context.table, personId, decision)).put) return undefined
    }
    return true
  })

/**
 * Takes an import back: it is marked first, so that no further row of it comes in, then each of its records that stands is revoked by a decision. The
 * same request again goes on where one ended, and changes nothing once all are.
 */
export const undoImport: UseCase<'undoImport'> = async (context, { org, importId }, { actor }) => {
  const until = context.now() + writesForMs
  if (!(await readImport(context.table, org, importId))) return refuse('not-found')
  const mark = { at: instantOf(context.now()), by: actor.personId, waiting: 1, upTo: '' }
  await markUndone(context.table, org, importId, mark)
  const one = (await readImport(context.table, org, importId)) as Import
  const undone = one.undone ?? mark
  const people = [...(await readNoted(context.table, org, importId))].filter(([personId]) => personId > undone.upTo).sort(([a], [b]) => (a < b ? -1 : 1))
  let at = 0
  for (; at < people.length && context.now() <= until; at += width) {
    await eachOf(people.slice(at, at + width), width, ([personId, recordIds]) => undoPerson(context, personId, recordIds, one, actor.personId))
  }
  const waiting = Math.max(0, people.length - at)
  const upTo = people.slice(0, at).at(-1)?.[0] ?? undone.upTo
  await saveUndo(context.table, org, importId, waiting, upTo)
  const [shown] = await showImports(context, [{ ...one, undone: { ...undone, waiting } }])
  return shown as ImportView
}

import { refuse } from '@shared/model/refusal'
import type { UseCase } from '../http/app'
import { readMe } from '../store/people'
import { readStays } from '../store/stays'
import { showPlace } from './show-move'

/** A person's way through branches and classes, newest first, and where they are now. */
export const listStays: UseCase<'listStays'> = async (context, { personId }) => {
  const me = await readMe(context.table, personId)
  if (!me) return refuse('not-found')
  const stays = await readStays(context.table, personId)
  return {
    ...(me.branch !== undefined && { now: await showPlace(context, { branch: me.branch, className: me.className }) }),
    ...(me.graduated !== undefined && { graduated: me.graduated }),
    items: await Promise.all(stays.map(async ({ kind, at, byName, from, to, why, scanners }) => ({ kind, at, byName, from: await showPlace(context, from), ...(to && { to: await showPlace(context, to) }), why, scanners }))),
  }
}

import { countyOf } from '@shared/model/org'
import { refuse } from '@shared/model/refusal'
import type { UseCase } from '../http/app'
import { readOrgs } from '../store/orgs'
import { readMe } from '../store/people'
import { readStays } from '../store/stays'
import { showPlace } from './show-move'

/** A person's way through branches and classes, newest first, and where they are now. */
export const listStays: UseCase<'listStays'> = async (context, { personId }) => {
  const me = await readMe(context.table, personId)
  if (!me) return refuse('not-found')
  const [stays, orgs] = await Promise.all([readStays(context.table, personId), me.branch === undefined ? [] : readOrgs(context.table, countyOf(me.branch))])
  // Names as they are now: the school may just have gone up a grade.
  const named = { ...context, orgs: async () => new Map(orgs.map((org) => [org.id, org])) }
  return {
    ...(me.branch !== undefined && { now: await showPlace(named, { branch: me.branch, className: me.className }) }),
    ...(me.graduated !== undefined && { graduated: me.graduated }),
    items: await Promise.all(stays.map(async ({ kind, at, byName, from, to, why, scanners }) => ({ kind, at, byName, from: await showPlace(named, from), ...(to && { to: await showPlace(named, to) }), why, scanners }))),
  }
}

import type { SignUp } from '@shared/model/event'
import { refuse } from '@shared/model/refusal'
import { undoEndsMs } from '../core/undo-scan'
import type { UseCase } from '../http/app'
import { readEvent } from '../store/events'
import { keys } from '../store/keys'
import { readMe } from '../store/people'
import { readScans } from '../store/scans'
import { getItem } from '../store/table'
import { instantOf } from './context'
import { namesOf } from './names-of'
import { orgName } from './show-person'
import { namedIn, scanViews } from './show-scans'

/** What was scanned of a person at one event, for those who answer for it; of somebody who has nothing to do with the event nothing is told. */
export const listPersonScans: UseCase<'listPersonScans'> = async (context, { eventId, personId }, { actor }) => {
  const event = await readEvent(context.table, eventId)
  if (!event) return refuse('not-found')
  const [signUp, entries] = await Promise.all([getItem<SignUp>(context.table, keys.signUp(event, personId)), readScans(context.table, personId, eventId)])
  const me = signUp || entries.length > 0 ? await readMe(context.table, personId) : undefined
  if (!me) return refuse('not-found')
  const nameOf = await namesOf(context, namedIn(entries))
  return {
    personId, name: me.name, ...(me.branch !== undefined && { branchName: await orgName(context, me.branch) }), undoUntil: instantOf(undoEndsMs(event)), own: personId === actor.personId,
    scans: scanViews(entries, nameOf),
  }
}

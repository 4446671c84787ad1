import type { PublishedEvent, SignUp } from '@shared/model/event'
import { refuse } from '@shared/model/refusal'
import { exitByClosing } from '../core/close-event'
import type { UseCase } from '../http/app'
import { closeOpenEvent, finishClosing, readEvent } from '../store/events'
import { appendEntry } from '../store/ledger'
import { readScans } from '../store/scans'
import { readSignUpsPage, signUpPartitions } from '../store/sign-ups'
import { type Context, instantOf } from './context'
import { eachOf } from './each-of'
import { viewOf } from './show-event'

/** Makes an exit for everyone still inside; gives how many exits this close has made, now or when it was begun. The manager's own stay is nobody's to end but another's. */
const checkOutAll = async (context: Context, event: PublishedEvent, closing: NonNullable<PublishedEvent['closing']>): Promise<number> => {
  const checkOut = async ({ personId }: SignUp): Promise<number> => {
    if (personId === closing.by) return 0
    const scans = await readScans(context.table, personId, event.eventId, true)
    if (scans.some(({ scanId }) => scanId === `close-${closing.id}`)) return 1
    const exit = exitByClosing(event, closing, scans)
    if (exit) await appendEntry(context.table, personId, exit)
    return exit ? 1 : 0
  }
  let count = 0
  for (const partition of signUpPartitions(event)) {
    let after: string | undefined
    do {
      const page = await readSignUpsPage(context.table, partition, 100, after)
      count += (await eachOf(page.items, 10, checkOut)).reduce((sum, one) => sum + one, 0)
      after = page.next
    } while (after !== undefined)
  }
  return count
}

/** Closes first, then checks out, so that no scan slips in between; a close that was cut off is finished by the same request again. Closed already: how it is. */
export const closeEvent: UseCase<'closeEvent'> = async (context, { eventId, id, checkOutAll: all }, { actor }) => {
  await closeOpenEvent(context.table, eventId, { id, checkOutAll: all, at: instantOf(context.now()), by: actor.personId })
  const event = await readEvent(context.table, eventId, true)
  if (!event) return refuse('not-found')
  const { closing } = event
  if (closing?.id === id && closing.checkOutAll !== all) return refuse('id-reused')
  if (closing?.id !== id || !all) return { ...(await viewOf(context, actor, event)), checkedOut: closing?.checkedOut ?? 0 }
  const checkedOut = closing.checkedOut ?? (await checkOutAll(context, event, closing))
  if (closing.checkedOut === undefined) await finishClosing(context.table, eventId, checkedOut)
  return { ...(await viewOf(context, actor, event)), checkedOut }
}

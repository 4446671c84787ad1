import type { ScannerPhone, SignUp } from '@shared/model/event'
import { refuse } from '@shared/model/refusal'
import { dueMs } from '../core/check-in'
import type { UseCase } from '../http/app'
import { readEvent } from '../store/events'
import { keys } from '../store/keys'
import { readSignUpsPage, signUpPartitions } from '../store/sign-ups'
import { getItem } from '../store/table'
import { type Context, instantOf } from './context'
import { eachOf } from './each-of'
import { pageAcross } from './page-across'
import { orgName } from './show-person'

const pageSize = 200

/** Public keys, names and handles of one event, nothing else: with them a pass is checked, and none is made (spec/check-in.md, 2). */
const showKeys = (context: Context) => (signUps: SignUp[]) =>
  eachOf(signUps, 20, async ({ personId, name, initials, branch, state, handle, publicKey, earlierKeys = [] }) => ({
    personId, name, ...(initials !== undefined && { initials }), ...(branch !== undefined && { branchName: await orgName(context, branch) }), state, ...(handle !== undefined && { handle }),
    publicKeys: [publicKey, ...earlierKeys.map((earlier) => earlier.publicKey)].filter((key) => key !== undefined),
  }))

/** For a registered phone of whoever asks, while the event lasts; a phone that was cut off is given nothing. */
export const listPassKeys: UseCase<'listPassKeys'> = async (context, { eventId, scanner: scannerId, cursor }, { actor }) => {
  const event = await readEvent(context.table, eventId)
  if (!event) return refuse('not-found')
  const scanner = await getItem<ScannerPhone>(context.table, keys.scanner(eventId, scannerId), true)
  if (scanner?.personId !== actor.personId) return refuse('scanner-unknown')
  if (scanner.cutOff) return refuse('scanner-cut-off')
  const now = context.now()
  const endsMs = dueMs(event)
  if (event.state === 'closed') return refuse('event-closed')
  if (now > endsMs) return refuse('event-in-the-past')
  const page = await pageAcross(signUpPartitions(event), cursor, pageSize, (one, most, after) => readSignUpsPage(context.table, one, most, after), showKeys(context))
  return { ...page, serverTime: instantOf(now), expiresAt: instantOf(endsMs) }
}

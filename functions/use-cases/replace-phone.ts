import { countyOf, inScope } from '@shared/model/org'
import { isRefusal, refuse } from '@shared/model/refusal'
import { mayGiveCode } from '../core/may-give-code'
import { withoutKey } from '../core/sign-up'
import type { UseCase } from '../http/app'
import { readEvent, readEventsBetween, readListedEvents } from '../store/events'
import { type Me, readMe } from '../store/people'
import { readScannersPage, stopScanner } from '../store/scans'
import { changeSignUp } from '../store/sign-ups'
import { readStays, stayWrite } from '../store/stays'
import { transact } from '../store/table'
import { type Actor, type Context, instantOf } from './context'
import { eachOf } from './each-of'
import { giveBindingCode } from './give-binding-code'
import { readSignUp } from './sign-up'
import { endBinding } from './unbind-person'
import { untilDecided } from './until-decided'

const dayMs = 86_400_000
/** Phones are registered for an event from its publication until an hour after it; events are published a season ahead at most. */
const [before, ahead] = [2 * dayMs, 120 * dayMs]

/** Cuts off the phones with which somebody scans at events that are not over. Only who holds a staff role has any. */
const cutOffScanners = async (context: Context, { personId, roles }: Me, actor: Actor): Promise<number> => {
  const scopes = roles.filter(({ name }) => name !== 'student').map(({ scope }) => scope)
  if (scopes.length === 0) return 0
  const orgs = [...(await context.orgs(countyOf(scopes[0] as string))).keys()]
  const now = context.now()
  const events = (await eachOf(orgs.filter((org) => scopes.some((scope) => inScope(scope, org))), 8, (host) => readEventsBetween(context.table, host, instantOf(now - before), instantOf(now + ahead)))).flat()
  const cut = await eachOf(events, 8, async ({ eventId }) => {
    let n = 0
    let after: string | undefined
    do {
      const page = await readScannersPage(context.table, eventId, 100, after)
      for (const { scannerId, cutOff } of page.items.filter((scanner) => scanner.personId === personId)) {
        if (cutOff) continue
        await stopScanner(context.table, eventId, scannerId, { at: instantOf(now), by: actor.personId })
        n++
      }
      after = page.next
    } while (after !== undefined)
    return n
  })
  return cut.reduce((sum, n) => sum + n, 0)
}

/** Ends the keys by which the lost phone makes passes: what it made until now stands, for it may be uploaded late. */
const retireKeys = async (context: Context, personId: string): Promise<number> => {
  const now = context.now()
  const events = await readListedEvents(context.table, { person: personId }, { after: instantOf(now - before), endsAfter: instantOf(now), startsBefore: instantOf(now + ahead), limit: 100 })
  const retired = await eachOf(events, 4, ({ eventId }) =>
    untilDecided(context, async () => {
      const event = await readEvent(context.table, eventId, true)
      const standing = event && (await readSignUp(context, event, personId))
      if (!event || standing?.publicKey === undefined) return 0
      return (await changeSignUp(context.table, event, standing, withoutKey(standing, instantOf(now)), { kind: 'keep' })) ? 1 : undefined
    }))
  return retired.reduce<number>((sum, n) => sum + n, 0)
}

/**
 * A lost phone, in one go: the binding ends and every session with it, its scanners and pass keys are cut off, a new code is made, and the history says so. The same
 * again makes a new code, for a code is known to whoever was told it alone; the line of history is there once.
 */
export const replacePhone: UseCase<'replacePhone'> = async (context, { personId, id, why }, { actor }) => {
  if (personId === actor.personId) return refuse('not-allowed')
  const me = await readMe(context.table, personId, true)
  if (me?.branch === undefined) return refuse('not-found')
  if (!mayGiveCode(actor.roles, me.roles)) return refuse('not-allowed')
  const noted = (await readStays(context.table, personId)).some(({ stayId }) => stayId === id)
  const ended = await endBinding(context, personId, (one) => mayGiveCode(actor.roles, one.roles))
  if (isRefusal(ended)) return ended
  const [scanners, passKeys] = [await cutOffScanners(context, me, actor), await retireKeys(context, personId)]
  const at = instantOf(context.now())
  if (!noted) await transact(context.table, [stayWrite(context.table, personId, { stayId: id, kind: 'phone', at, by: actor.personId, byName: actor.name, from: { branch: me.branch, className: me.className }, why, scanners })])
  const code = await giveBindingCode(context, personId, actor.personId)
  return isRefusal(code) ? code : { ...code, wasBound: me.identity !== undefined, scanners, passKeys }
}

import { createHmac } from 'node:crypto'
import { countyOf } from '@shared/model/org'
import { cardBytes, writeCard } from '@shared/pass/card'
import type { UseCase } from '../http/app'
import { addCard, openCard, type PersonCard, readPersonCard } from '../store/cards'
import { keys } from '../store/keys'
import { readMembersPage } from '../store/members'
import type { Me } from '../store/people'
import { getItems } from '../store/table'
import { type Context, instantOf } from './context'
import { eachOf } from './each-of'
import { lacksGuardian } from './lacks-guardian'
import { hashCard } from './settle-scan'
import { orgName } from './show-person'
import { untilDecided } from './until-decided'

const perCall = 100
const width = 10

/**
 * The 16 bytes of the card that a request makes for a person: nobody can tell them from random ones without the server's secret, and the same request makes the same
 * again, though only their hash is stored.
 */
const cardOf = (context: Context, by: string, id: string, personId: string): Uint8Array =>
  Uint8Array.from(createHmac('sha256', context.config.sessionSecret).update(JSON.stringify(['qingcheng card', by, id, personId])).digest().subarray(0, cardBytes))

type Issued = { code: string; visitsOnly?: true } | 'held' | 'ended'

/** One person's card. `add` is a parameter so that a test can take its condition away. */
const issueCard = (context: Context, me: Me, { id, by, renew }: { id: string; by: string; renew: boolean }, add: typeof addCard): Promise<Issued> =>
  untilDecided<Issued>(context, async () => {
    const bytes = cardOf(context, by, id, me.personId)
    const hash = hashCard(bytes)
    const [made, read] = await Promise.all([getItems<{ until?: string; visitsOnly?: true }>(context.table, [keys.card(hash)], true), readPersonCard(context.table, me.personId)])
    const [same] = made
    if (same) return same.until === undefined ? { code: writeCard(bytes), ...(same.visitsOnly && { visitsOnly: true }) } : 'ended'
    if (stands(read) && !renew) return 'held'
    const visitsOnly = await lacksGuardian(context, me)
    const done = await add(context.table, { personId: me.personId, n: (read?.n ?? 0) + 1, ...(visitsOnly && { visitsOnly }) }, { hash, id, at: instantOf(context.now()), by }, read)
    if (!done) return undefined
    // Consented to while this ran: whoever noted it did not see the card yet.
    if (visitsOnly && !(await lacksGuardian(context, me))) await openCard(context.table, hash)
    return { code: writeCard(bytes), ...(visitsOnly && { visitsOnly }) }
  })

const stands = (card: PersonCard | undefined): boolean => card !== undefined && card.cutOff === undefined

/**
 * Cards for members of a branch, in the roster's order. The same request again gives the same cards, so that a sheet which the printer spoilt is printed again; a new one with `renew`
 * ends the cards of before. A card opens nothing: it says whom the manager should see.
 */
export const issueCardsBy = (add: typeof addCard = addCard): UseCase<'issueCards'> => async (context, { id, org, className, personIds, renew, after }, { actor }) => {
  if ((await context.orgs(countyOf(org))).get(org)?.kind !== 'branch') return { refused: 'invalid-input', errors: [{ path: 'org', code: 'not-a-branch', message: 'Cards are made for a branch' }] }
  const { items, next } = personIds ? { items: await getItems<{ personId: string; className?: string }>(context.table, personIds.map((one) => keys.member(org, one)), true), next: undefined } : await readMembersPage(context.table, org, perCall, after && keys.member(org, after).sk)
  const strangers = (personIds ?? []).flatMap((_, i) => (items[i] ? [] : [{ path: `personIds[${i}]`, code: 'not-a-member', message: 'Nobody of this branch' }]))
  if (strangers.length) return { refused: 'invalid-input', errors: strangers }
  const members = items.flatMap((one) => (one && (className === undefined || one.className === className) ? [one.personId] : []))
  const accounts = (await getItems<Me>(context.table, [...new Set(members)].map(keys.me), true)).filter((me) => me !== undefined)
  const issued = await eachOf(accounts, width, async (me) => [me, await issueCard(context, me, { id, by: actor.personId, renew }, add)] as const)
  return {
    cards: issued.flatMap(([{ personId, name, className: its }, card]) => (typeof card === 'string' ? [] : [{ personId, name, ...(its !== undefined && { className: its }), ...card }])),
    branchName: await orgName(context, org),
    held: issued.filter(([, card]) => card === 'held').length,
    ended: issued.flatMap(([{ name }, card]) => (card === 'ended' ? [name] : [])),
    ...(next !== undefined && { next: next.slice(2) }),
  }
}

export const issueCards = issueCardsBy()

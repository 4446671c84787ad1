import type { PassKey } from '@shared/contract/scanners'
import type { Trouble } from '@/api/reply'
import { currentPerson } from '@/api/session'
import { breakSeal, seal, unseal, unsealAll } from '@/platform/sealed-store'
import { callAs } from './call-as'

/** What this phone holds of one event: encrypted, and forgotten an hour after its end, when the phone is cut off, and at sign-out (spec/check-in.md, 2). */
export interface Held { people: PassKey[]; /** When it was asked for and when it is forgotten, epoch milliseconds. */ at: number; expiresAt: number }
interface Part { items: PassKey[]; at: number; expiresAt: number; parts: number }

/** 200 people each: a key in WeChat takes 1 MB, all of them 10. Whoever is beyond is not in the list, which says so of nobody that they are none of the event's. */
const partsAtMost = 40
const prefixOf = (personId: string, eventId: string) => `held:${personId}:p:${eventId}:`

/** Nothing more is held of events that are over, whoever's they are. */
export const forgetOver = async (now: number): Promise<void> => {
  const parts = await unsealAll<{ expiresAt: number }>('held:')
  await breakSeal(parts.flatMap(([key, { expiresAt }]) => (expiresAt < now ? [key] : [])))
}

export const readHeld = async (personId: string, eventId: string, now: number): Promise<Held | undefined> => {
  const prefix = prefixOf(personId, eventId)
  const first = await unseal<Part>(`${prefix}0`)
  if (!first || first.expiresAt < now) return undefined
  const rest = await Promise.all(Array.from({ length: first.parts - 1 }, (_, i) => unseal<Part>(`${prefix}${i + 1}`)))
  return { at: first.at, expiresAt: first.expiresAt, people: [first, ...rest].flatMap((part) => part?.items ?? []) }
}

const forgetHeldOf = async (personId: string, eventId: string): Promise<void> => breakSeal((await unsealAll(prefixOf(personId, eventId))).map(([key]) => key))

/** What the server says of a phone, or of an event, that is to be given nothing more. */
const over: readonly Trouble['code'][] = ['scanner-cut-off', 'event-closed', 'event-in-the-past', 'not-allowed', 'not-found']

/** Asks for the list anew and keeps it in place of the old one. With no network the old one stays; a phone that may have none any more forgets it. */
export const refreshHeld = async (personId: string, eventId: string, scanner: string): Promise<Held | Trouble['code']> => {
  const items: PassKey[][] = []
  let cursor: string | undefined
  let expiresAt = 0
  do {
    const reply = await callAs(personId)('listPassKeys', { eventId, scanner, ...(cursor !== undefined && { cursor }) })
    if (!reply.ok) {
      if (over.includes(reply.trouble.code)) await forgetHeldOf(personId, eventId)
      return reply.trouble.code
    }
    items.push(reply.value.items)
    cursor = reply.value.next
    expiresAt = Date.parse(reply.value.expiresAt)
  } while (cursor !== undefined && items.length < partsAtMost)
  const at = Date.now()
  // Not for somebody who signed out while it was fetched.
  if (currentPerson()?.personId !== personId) return 'not-signed-in'
  for (const [i, part] of items.entries()) await seal(`${prefixOf(personId, eventId)}${i}`, { items: part, at, expiresAt, parts: items.length } satisfies Part)
  return { people: items.flat(), at, expiresAt }
}

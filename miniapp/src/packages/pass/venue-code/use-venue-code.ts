import { useEffect, useState } from 'react'
import { fromBase64url, toBase64url } from '@shared/pass/base64url'
import { publicKeyOf } from '@shared/pass/make-pass'
import { makeVenueCode } from '@shared/pass/make-venue-code'
import { stepMs } from '@shared/pass/pass'
import { call } from '@/api/call'
import type { Trouble } from '@/api/reply'
import { serverNow } from '@/api/server-clock'
import { currentPerson } from '@/api/session'
import { keepAwake } from '@/platform/keep-awake'
import { onNetworkBack } from '@/platform/network'
import { randomBytes } from '@/platform/random'
import { forget, keep, kept } from '@/platform/storage'

/** This screen's key of one event. `until`: epoch milliseconds; absent until the server has it. */
interface Held { keyId: string; secret: string; until?: number; cutOff?: boolean }

const lookAgainMs = 5 * 60_000
const keyOf = (eventId: string) => `venue-key:${currentPerson()?.personId}:${eventId}`

/** Made and kept before it is asked for: with the answer lost, the next request is the same screen's. */
const ownKey = async (eventId: string): Promise<Held> => {
  const held = kept<Held>(keyOf(eventId))
  if (held) return held
  const made = { keyId: toBase64url(await randomBytes(16)), secret: toBase64url(await randomBytes(32)) }
  keep(keyOf(eventId), made)
  return made
}

/** Registers the screen, once; asked again it hears whether it was cut off. */
const register = async (eventId: string): Promise<Held | Trouble> => {
  const held = await ownKey(eventId)
  const reply = await call('registerVenueKey', { eventId, id: held.keyId, publicKey: publicKeyOf(fromBase64url(held.secret) as Uint8Array) })
  if (!reply.ok) {
    if (reply.trouble.code !== 'id-reused') return reply.trouble
    // Not this screen's after all: a new one the next time.
    forget(keyOf(eventId))
    return reply.trouble
  }
  const known = { ...held, until: Date.parse(reply.value.expiresAt), ...(reply.value.cutOff && { cutOff: true }) }
  keep(keyOf(eventId), known)
  return known
}

/** The code of now, drawn and signed here, with no network once the screen is registered (spec/check-in.md, 1). The key is forgotten an hour after the event. */
export const useVenueCode = (eventId: string | undefined) => {
  const [held, setHeld] = useState<Held | undefined>(() => (eventId ? kept<Held>(keyOf(eventId)) : undefined))
  const [trouble, setTrouble] = useState<Trouble>()
  const [now, setNow] = useState(serverNow)
  const [asked, ask] = useState(0)
  useEffect(() => {
    if (!eventId) return
    void register(eventId).then((got) => {
      const refused = 'code' in got
      setTrouble(refused ? got : undefined)
      if (!refused) setHeld(got)
    })
  }, [eventId, asked])
  useEffect(() => {
    const again = () => ask((n) => n + 1)
    const timers = [setInterval(() => setNow(serverNow()), 1000), setInterval(again, lookAgainMs)]
    const ends = [onNetworkBack(again), keepAwake()]
    return () => {
      for (const timer of timers) clearInterval(timer)
      for (const end of ends) end()
    }
  }, [])
  const over = held?.until !== undefined && now > held.until
  useEffect(() => {
    if (over && eventId) forget(keyOf(eventId))
  }, [over, eventId])
  const secretKey = held?.until !== undefined && !over && !held.cutOff ? fromBase64url(held.secret) : undefined
  const text = eventId && held && secretKey ? makeVenueCode({ eventId, keyId: held.keyId, secretKey, ms: now }) : undefined
  const renew = () => {
    if (eventId) forget(keyOf(eventId))
    setHeld(undefined)
    ask((n) => n + 1)
  }
  return { text, now, seconds: Math.ceil((stepMs - (now % stepMs)) / 1000), over, cutOff: held?.cutOff === true, trouble, retry: () => ask((n) => n + 1), renew }
}

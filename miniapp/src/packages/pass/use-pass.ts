import { useEffect, useState } from 'react'
import { fromBase64url, toBase64url } from '@shared/pass/base64url'
import { makePass, publicKeyOf } from '@shared/pass/make-pass'
import { stepMs } from '@shared/pass/pass'
import { call } from '@/api/call'
import { clientId } from '@/api/client-id'
import { currentPerson } from '@/api/session'
import type { Trouble } from '@/api/reply'
import { serverNow } from '@/api/server-clock'
import { randomBytes } from '@/platform/random'
import { keep, kept } from '@/platform/storage'

interface Held { handle: string; secret: string }

/** A pass belongs to a person: siblings may share the phone. */
const keyOf = (eventId: string) => `pass:${currentPerson()?.personId}:${eventId}`

/** The phone's key for one event: made here, its public half registered once while there is a network; from then on the pass needs none. */
const holdKey = async (eventId: string): Promise<Held | Trouble> => {
  const key = keyOf(eventId)
  const secretKey = await randomBytes(32)
  const reply = await call('signUp', { eventId, id: clientId(), publicKey: publicKeyOf(secretKey) })
  if (!reply.ok) return reply.trouble
  const held = { handle: reply.value.handle, secret: toBase64url(secretKey) }
  keep(key, held)
  return held
}

/** The pass of now, by the server's clock (spec/check-in.md, 2), and the seconds until the next. */
export const usePass = (eventId: string | undefined) => {
  const [held, setHeld] = useState<Held | undefined>(() => (eventId ? kept<Held>(keyOf(eventId)) : undefined))
  const [trouble, setTrouble] = useState<Trouble>()
  const [tries, setTries] = useState(0)
  const [now, setNow] = useState(serverNow)
  useEffect(() => {
    if (!eventId || held) return
    void holdKey(eventId).then((got) => ('handle' in got ? setHeld(got) : setTrouble(got)))
  }, [eventId, held, tries])
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), 1000)
    return () => clearInterval(timer)
  }, [])
  const secretKey = held && fromBase64url(held.secret)
  const text = eventId && held && secretKey ? makePass({ eventId, handle: held.handle, secretKey, ms: now }) : undefined
  return { text, seconds: Math.ceil((stepMs - (now % stepMs)) / 1000), trouble, retry: () => { setTrouble(undefined); setTries((n) => n + 1) } }
}

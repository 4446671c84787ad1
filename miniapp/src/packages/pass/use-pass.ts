import { useEffect, useMemo, useState } from 'react'
import { fromBase64url, toBase64url } from '@shared/pass/base64url'
import { makePass, publicKeyOf } from '@shared/pass/make-pass'
import { stepMs } from '@shared/pass/pass'
import { call } from '@/api/call'
import { clientId } from '@/api/client-id'
import { currentPerson } from '@/api/session'
import type { Trouble } from '@/api/reply'
import { serverNow } from '@/api/server-clock'
import { passKey } from '@/features/sign-up/kept-pass'
import { randomBytes } from '@/platform/random'
import { keep, kept } from '@/platform/storage'

interface Held { handle: string; secret: string }

/** The phone's key for one event: made here, its public half registered once while there is a network; from then on the pass needs none. */
const holdKey = async (personId: string, eventId: string): Promise<Held | Trouble> => {
  const secretKey = await randomBytes(32)
  const reply = await call('signUp', { eventId, id: clientId(), publicKey: publicKeyOf(secretKey) })
  if (!reply.ok) return reply.trouble
  const held = { handle: reply.value.handle, secret: toBase64url(secretKey) }
  keep(passKey(personId, eventId), held)
  return held
}

/**
 * The pass of now, by the server's clock (spec/check-in.md, 2), and the seconds until the next. `personId`: whose. Of somebody else of this phone's identity it is the one that is kept:
 * a key is made and registered only for whoever is signed in.
 */
export const usePass = (personId: string | undefined, eventId: string | undefined) => {
  const key = personId && eventId ? passKey(personId, eventId) : undefined
  const [made, setMade] = useState<{ key: string; held: Held }>()
  const [trouble, setTrouble] = useState<Trouble>()
  const [tries, setTries] = useState(0)
  const [now, setNow] = useState(serverNow)
  const before = useMemo(() => (key ? kept<Held>(key) : undefined), [key])
  const held = made?.key === key ? made?.held : before
  useEffect(() => {
    if (!key || !personId || !eventId || held || personId !== currentPerson()?.personId) return
    void holdKey(personId, eventId).then((got) => ('handle' in got ? setMade({ key, held: got }) : setTrouble(got)))
  }, [key, held, tries])
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), 1000)
    return () => clearInterval(timer)
  }, [])
  const secretKey = held && fromBase64url(held.secret)
  const text = eventId && held && secretKey ? makePass({ eventId, handle: held.handle, secretKey, ms: now }) : undefined
  return { text, seconds: Math.ceil((stepMs - (now % stepMs)) / 1000), trouble, retry: () => { setTrouble(undefined); setTries((n) => n + 1) } }
}

import { useCallback, useEffect, useRef, useState } from 'react'
import type { Trouble } from '@/api/reply'
import { serverNow } from '@/api/server-clock'
import { currentPerson } from '@/api/session'
import { onNetworkBack } from '@/platform/network'
import { useShown } from '@/platform/page-events'
import { forgetOver, type Held, readHeld, refreshHeld } from './held-people'
import { forgetScanner, scannerOf } from './scan-sender'

const everyMs = 120_000

/** What this phone holds of an event, there at once with no network, and made new by itself while there is one. `trouble`: why it was not. */
export const useHeld = (eventId: string | undefined): { held: Held | undefined; trouble: Trouble['code'] | undefined; refresh: () => Promise<void> } => {
  const personId = currentPerson()?.personId
  const [held, setHeld] = useState<Held>()
  const [trouble, setTrouble] = useState<Trouble['code']>()
  const busy = useRef(false)
  const refresh = useCallback(async () => {
    if (!eventId || !personId || busy.current) return
    busy.current = true
    try {
      const scanner = await scannerOf(personId, eventId)
      const got = typeof scanner === 'string' ? await refreshHeld(personId, eventId, scanner) : scanner.code
      // As another phone the next time, should the server not know it under this id.
      if (got === 'scanner-unknown' || got === 'scanner-taken') await forgetScanner(personId, eventId)
      setTrouble(typeof got === 'string' ? got : undefined)
      if (typeof got !== 'string') setHeld(got)
      else if (!(await readHeld(personId, eventId, serverNow()))) setHeld(undefined)
    } finally {
      busy.current = false
    }
  }, [eventId, personId])
  useEffect(() => {
    if (!eventId || !personId) return
    const now = serverNow()
    void forgetOver(now).then(() => readHeld(personId, eventId, now)).then((found) => {
      setHeld((newer) => newer ?? found)
      return refresh()
    })
    const timer = setInterval(() => void refresh(), everyMs)
    const end = onNetworkBack(() => void refresh())
    return () => {
      clearInterval(timer)
      end()
    }
  }, [eventId, personId, refresh])
  useShown(() => void refresh())
  // An event that ends while its page is open.
  useEffect(() => {
    if (!held) return
    const timer = setTimeout(() => setHeld(undefined), Math.min(held.expiresAt - serverNow(), 2 ** 31 - 1))
    return () => clearTimeout(timer)
  }, [held])
  return { held, trouble, refresh }
}

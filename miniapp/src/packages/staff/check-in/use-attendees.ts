import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from '@/api/call'
import type { Trouble } from '@/api/reply'
import { useShown } from '@/platform/page-events'
import type { Attendee } from './attendance'

/** Everybody of an event with where they are, read page by page. Kept nowhere: what a phone keeps of an event's people is held encrypted (parts/held-people.ts). */
export const useAttendees = (eventId: string | undefined) => {
  const [state, setState] = useState<{ items?: Attendee[]; complete: boolean; trouble?: Trouble | undefined }>({ complete: false })
  const busy = useRef(false)
  const refresh = useCallback(async () => {
    if (!eventId || busy.current) return
    busy.current = true
    const items: Attendee[] = []
    let cursor: string | undefined
    do {
      const reply = await call('listAttendees', { eventId, limit: 100, ...(cursor !== undefined && { cursor }) })
      if (!reply.ok) {
        setState((before) => ({ ...before, trouble: reply.trouble }))
        break
      }
      items.push(...reply.value.items)
      cursor = reply.value.next
      // A list that is read for the first time shows as it comes; a later one takes its place whole.
      const complete = cursor === undefined
      setState((before) => (complete || !before.complete ? { items: [...items], complete } : before))
    } while (cursor !== undefined)
    busy.current = false
  }, [eventId])
  useEffect(() => void refresh(), [refresh])
  useShown(() => void refresh())
  return { ...state, refresh }
}

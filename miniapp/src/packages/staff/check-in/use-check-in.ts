import { sha256 } from '@noble/hashes/sha2.js'
import { scanIdOf } from '@shared/pass/scan-id'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { clientId } from '@/api/client-id'
import { clockEvidence, serverNow } from '@/api/server-clock'
import { currentPerson } from '@/api/session'
import { scanClock } from '@/features/check-in/scan-clock'
import { mayBeOnline } from '@/platform/network'
import { randomBytes } from '@/platform/random'
import { type Signal, signal } from '@/platform/signal'
import { sayOf } from '../parts/local-verdict'
import type { KeptScan, Said, Scan, ScanQueue } from '../parts/scan-queue'
import { senderOf } from '../parts/scan-sender'
import { useHeld } from '../parts/use-held'
import { useSender } from '../parts/use-sender'
import { type Attendee, type Direction, everybody, whereIs } from './attendance'
import { shownAs, signalOf } from './scan-words'
import { useAttendees } from './use-attendees'

/** Whom: by a code (of a card, that the manager knew the face), by the list, or by a name that is found later; `statedTime`: when, by the manager's word. */
export type Who = { code: string; faceConfirmed?: true } | { personId: string; name: string; statedTime?: string } | { name: string }

/** A code of another system may be longer than what the contract takes; it is none of ours by its beginning. */
const codeAtMost = 4_000
/** How long the server's verdict is waited for before the phone's own shows. */
const patienceMs = 1_500
/** So long a verdict stays in sight wherever the page is scrolled to. */
const freshMs = 6_000
const doorsMs = 3_600_000

/** Until the scan has its verdict, or patience is over. */
const verdictWithin = (queue: ScanQueue, { eventId, scan }: KeptScan, ms: number): Promise<void> =>
  new Promise((resolve) => {
    const known = () => queue.get(eventId, scan.scanId)?.verdict !== undefined
    if (ms === 0 || known()) return resolve()
    const done = () => {
      end()
      clearTimeout(timer)
      resolve()
    }
    const end = queue.listen(() => known() && done())
    const timer = setTimeout(done, ms)
  })

/** Everybody of an event, and the scans made here: each is on the phone before anything is said of it, and shows the server's verdict, or the phone's own until that comes. `holds`: whether the phone is to know people with no network, for which it becomes a scanner of the event. */
export const useCheckIn = (eventId: string | undefined, endsAt: string | undefined, holds = true) => {
  const personId = currentPerson()?.personId
  const people = useAttendees(eventId)
  const { held, trouble: heldTrouble, refresh: refreshHeld } = useHeld(holds ? eventId : undefined)
  const sender = useSender(personId)
  const [last, setLast] = useState<{ scanId: string; checking: boolean }>()
  const [fresh, setFresh] = useState(false)
  useEffect(() => {
    if (!last) return
    setFresh(true)
    const timer = setTimeout(() => setFresh(false), freshMs)
    return () => clearTimeout(timer)
  }, [last?.scanId])
  const scans = sender?.queue.all().filter((one) => one.eventId === eventId) ?? []
  const items = useMemo(() => everybody(people.items, people.complete, held?.people, scans), [people.items, people.complete, held, JSON.stringify(scans.map(({ scan, verdict, undo }) => [scan.scanId, verdict?.verdict, undo?.done]))])
  const handles = useMemo(() => held && new Map(held.people.flatMap((one) => (one.handle === undefined ? [] : [[one.handle, one] as const]))), [held])
  const now = useRef({ items, handles })
  now.current = { items, handles }

  const say = (who: Who, direction: Direction, ms: number): Said => {
    if ('personId' in who) return { kind: 'listed', personId: who.personId, name: who.name }
    if ('name' in who) return { kind: 'named', name: who.name }
    const already = (id: string) => whereIs(now.current.items?.find((one) => one.personId === id) ?? { personId: id, name: '', signedUp: true }) === (direction === 'entry' ? 'here' : 'left')
    return sayOf(who.code, { eventId: eventId ?? '', ms, vouched: clockEvidence() !== undefined, people: now.current.handles, already })
  }

  const check = useCallback(async (who: Who, direction: Direction): Promise<Signal> => {
    if (eventId === undefined || personId === undefined) return 'bad'
    const [deviceMs, at] = [Date.now(), serverNow()]
    const whom = 'code' in who ? { code: who.code.slice(0, codeAtMost), ...(who.faceConfirmed && { faceConfirmed: who.faceConfirmed }) } : 'personId' in who ? { personId: who.personId, ...(who.statedTime !== undefined && { statedTime: who.statedTime }) } : { name: who.name }
    const statedMs = 'statedTime' in whom && whom.statedTime !== undefined ? Date.parse(whom.statedTime) : undefined
    const scanId = scanIdOf(await randomBytes(15), { eventId, direction, deviceMs, ...whom, statedMs }, sha256)
    const scan: Scan = { scanId, direction, deviceTime: new Date(deviceMs).toISOString(), ...scanClock(), ...whom }
    const one: KeptScan = { eventId, scan, said: say(who, direction, at), at, expiresAt: endsAt === undefined ? at + 24 * doorsMs : Date.parse(endsAt) + doorsMs }
    const { queue, wake, offline } = await senderOf(personId)
    // On the phone first; where its storage is full the page says so, and the scan is sent from memory.
    await queue.put(one)
    const patience = offline() || !(await mayBeOnline()) ? 0 : patienceMs
    setLast({ scanId, checking: patience > 0 })
    wake()
    await verdictWithin(queue, one, patience)
    setLast((shown) => (shown?.scanId === scanId ? { scanId, checking: false } : shown))
    const known = queue.get(eventId, scanId) ?? one
    const felt = signalOf(shownAs(known))
    signal(felt)
    const whose = known.verdict?.personId
    if (whose !== undefined && !now.current.items?.some((each: Attendee) => each.personId === whose)) void people.refresh()
    return felt
  }, [eventId, personId, endsAt])

  /** Takes a scan back: goes after the scan itself, now or when there is a network. */
  const undo = useCallback(async (one: KeptScan): Promise<void> => {
    if (!sender) return
    await sender.queue.put({ ...one, undo: { id: clientId() } })
    sender.wake()
  }, [sender])
  /** One that the server could not read goes once more. */
  const again = useCallback(async ({ aside: _, ...one }: KeptScan): Promise<void> => {
    if (!sender) return
    await sender.queue.put(one)
    sender.wake()
  }, [sender])
  const shown = last && scans.find(({ scan }) => scan.scanId === last.scanId)
  return { people, items, held, heldTrouble, refreshHeld, sender, scans, shown, fresh, checking: last?.checking ?? false, check, undo, again }
}

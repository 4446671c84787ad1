import type { call } from '@/api/call'
import type { Trouble } from '@/api/reply'
import { type KeptScan, type ScanQueue, undoWaits, waits } from './scan-queue'

/** The contract's most. */
const batch = 100

export interface SendBy {
  call: typeof call
  /** This phone as it scans at an event. */
  scannerOf: (eventId: string) => Promise<string | Trouble>
  /** The server does not know it so: another is to be made. */
  forgetScanner: (eventId: string) => Promise<void>
}
/** `done`, or what stopped it. */
export type Sent = 'done' | Trouble['code']

/** A batch that is refused as a whole is halved until the one scan that is to blame is found, which is put aside: one bad code never blocks the rest. */
const sendSome = async (queue: ScanQueue, eventId: string, some: KeptScan[], by: SendBy, anew = true): Promise<Sent> => {
  const [first] = some
  if (!first) return 'done'
  const scanner = await by.scannerOf(eventId)
  if (typeof scanner !== 'string') return scanner.code
  const reply = await by.call('checkIn', { eventId, scanner, sentAt: new Date().toISOString(), scans: some.map(({ scan }) => scan) })
  if (reply.ok) {
    const verdicts = new Map(reply.value.verdicts.map((verdict) => [verdict.scanId, verdict]))
    for (const { scan } of some) {
      const [one, verdict] = [queue.get(eventId, scan.scanId), verdicts.get(scan.scanId)]
      if (one && verdict) await queue.put({ ...one, verdict })
    }
    return some.every(({ scan }) => verdicts.has(scan.scanId)) ? 'done' : 'fault'
  }
  const { code, errors } = reply.trouble
  if ((code === 'scanner-unknown' || code === 'scanner-taken') && anew) {
    await by.forgetScanner(eventId)
    return sendSome(queue, eventId, some, by, false)
  }
  if (code !== 'invalid-input' && code !== 'too-large') return code
  if (some.length > 1) {
    const half = Math.ceil(some.length / 2)
    const sent = await sendSome(queue, eventId, some.slice(0, half), by, anew)
    return sent === 'done' ? sendSome(queue, eventId, some.slice(half), by, anew) : sent
  }
  // What is wrong with the request itself is not the scan's fault.
  if (code === 'invalid-input' && !errors.some(({ path }) => path.startsWith('scans'))) return 'fault'
  await queue.put({ ...(queue.get(eventId, first.scan.scanId) ?? first), aside: code })
  return 'done'
}

/** Takes back what the manager took back, once its scan is known; what was never taken needs none. */
const sendUndo = async (queue: ScanQueue, one: KeptScan, by: SendBy): Promise<Sent> => {
  const { eventId, scan, verdict, undo } = one
  if (!undo) return 'done'
  const taken = verdict?.verdict === 'accepted' || verdict?.verdict === 'duplicate'
  if (!taken || verdict.personId === undefined) {
    await queue.put({ ...one, undo: { ...undo, done: true } })
    return 'done'
  }
  const reply = await by.call('undoScan', { eventId, scanId: scan.scanId, personId: verdict.personId, id: undo.id })
  if (!reply.ok && ['offline', 'fault', 'session-ended', 'not-signed-in'].includes(reply.trouble.code)) return reply.trouble.code
  await queue.put({ ...one, undo: reply.ok ? { ...undo, done: true } : { ...undo, refused: reply.trouble.code } })
  return 'done'
}

/** Sends all that one event's scans wait for, in the order they were made. A scan leaves the phone only with a verdict (spec/check-in.md, 4). */
export const sendEvent = async (queue: ScanQueue, eventId: string, by: SendBy): Promise<Sent> => {
  const left = () => queue.all().filter((one) => one.eventId === eventId && waits(one)).reverse()
  for (;;) {
    const some = left().filter(({ verdict }) => verdict === undefined).slice(0, batch)
    if (some.length === 0) break
    const sent = await sendSome(queue, eventId, some, by)
    if (sent !== 'done') return sent
  }
  for (const one of left().filter(undoWaits)) {
    const sent = await sendUndo(queue, one, by)
    if (sent !== 'done') return sent
  }
  return 'done'
}

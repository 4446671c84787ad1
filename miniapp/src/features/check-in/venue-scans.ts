import type { Answer, Input } from '@shared/contract/index'
import { call } from '@/api/call'
import type { Trouble } from '@/api/reply'
import { serverNow } from '@/api/server-clock'
import { currentPerson } from '@/api/session'
import { forget, keep, kept, keptKeys } from '@/platform/storage'

export type Direction = 'entry' | 'exit'
/** A member's own scan of the venue's code, on this phone from when it was made until a week after. */
export interface VenueScan {
  scan: Input<'checkInAtVenue'>['scans'][number]
  /** By the server's clock, epoch milliseconds. */
  at: number
  /** The event whose page it was scanned from; the verdict says of which it was. */
  eventId: string
  verdict?: Answer<'checkInAtVenue'>['verdicts'][number]
  /** The server could not read it at all. */
  aside?: Trouble['code']
}

const weekMs = 7 * 86_400_000
const most = 50
/** One key a scan: no write harms another. Siblings may share the phone. */
const keyOf = (scanId = '') => `venue:${currentPerson()?.personId}:${scanId}`
/** What the phone's storage did not take. */
const loose = new Map<string, VenueScan>()

/** Newest first; what has its verdict is forgotten after a week. */
export const venueScans = (): VenueScan[] => {
  const found = keptKeys().filter((key) => key.startsWith(keyOf()) && !loose.has(key)).flatMap((key) => {
    const one = kept<VenueScan>(key)
    if (!one || waits(one) || one.at > serverNow() - weekMs) return one ?? []
    forget(key)
    return []
  })
  return [...found, ...[...loose].flatMap(([key, one]) => (key.startsWith(keyOf()) ? [one] : []))].sort((a, b) => b.at - a.at)
}

export const waits = ({ verdict, aside }: VenueScan): boolean => verdict === undefined && aside === undefined

/** Puts a scan on the phone; false where its storage took no more, and it is in memory only. */
export const keepVenueScan = (one: VenueScan): boolean => {
  const key = keyOf(one.scan.scanId)
  keep(key, one)
  const written = JSON.stringify(kept(key)) === JSON.stringify(one)
  if (written) loose.delete(key)
  else loose.set(key, one)
  return written
}

/** Those that the server refuses as a whole go one by one: a bad one is put aside, and never blocks the rest. Once somebody else has signed in nothing more is sent, nor an answer written down: it is asked for again. */
const sendSome = async (some: VenueScan[], who: string): Promise<Trouble['code'] | undefined> => {
  const reply = await call('checkInAtVenue', { sentAt: new Date().toISOString(), scans: some.map(({ scan }) => scan) })
  if (keyOf() !== who) return undefined
  if (reply.ok) {
    const verdicts = new Map(reply.value.verdicts.map((verdict) => [verdict.scanId, verdict]))
    for (const one of some) {
      const verdict = verdicts.get(one.scan.scanId)
      if (verdict) keepVenueScan({ ...one, verdict })
    }
    return undefined
  }
  const { code } = reply.trouble
  if (code !== 'invalid-input' && code !== 'too-large') return code
  if (some.length === 1) for (const one of some) keepVenueScan({ ...one, aside: code })
  else for (const one of some) {
    const stopped = await sendSome([one], who)
    if (stopped || keyOf() !== who) return stopped
  }
  return undefined
}

let sending: Promise<Trouble['code'] | undefined> | undefined
/** Sends what waits, one upload at a time; gives what stopped it. It leaves the queue with its verdict and not before. */
export const sendVenueScans = (): Promise<Trouble['code'] | undefined> => {
  const who = keyOf()
  const all = async () => {
    for (;;) {
      const some = venueScans().filter(waits).reverse().slice(0, most)
      if (some.length === 0 || keyOf() !== who) return undefined
      const stopped = await sendSome(some, who)
      if (stopped) return stopped
    }
  }
  sending ??= all().finally(() => {
    sending = undefined
  })
  return sending
}

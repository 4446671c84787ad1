import type { Answer, Input } from '@shared/contract/index'
import type { Trouble } from '@/api/reply'
import { breakSeal, seal, unsealAll } from '@/platform/sealed-store'

export type Scan = Input<'checkIn'>['scans'][number]
export type Verdict = Answer<'checkIn'>['verdicts'][number]

/** What the phone itself says of a scan until the server does. `unsure`: the signature is right, something else is for the server to say. */
export interface Said { kind: 'valid' | 'here' | 'listed' | 'named' | 'card' | 'unknown' | 'unsure' | 'bad'; code?: string; personId?: string; name?: string }

/** A scan on this phone, from when it was made until its event is forgotten. */
export interface KeptScan {
  eventId: string
  scan: Scan
  said: Said
  /** By the server's clock, epoch milliseconds. */
  at: number
  /** When the event's people are forgotten, epoch milliseconds. */
  expiresAt: number
  verdict?: Verdict
  /** The server could not read it at all: kept here, in nobody's way. */
  aside?: Trouble['code']
  /** That the manager takes it back: sent once the scan itself has its verdict. `refused`: why not. */
  undo?: { id: string; done?: boolean; refused?: Trouble['code'] }
}

export const undoWaits = ({ verdict, undo }: KeptScan): boolean => verdict !== undefined && undo !== undefined && !undo.done && undo.refused === undefined
/** Whether there is something of it that the server does not know. */
export const waits = (one: KeptScan): boolean => (one.verdict === undefined ? one.aside === undefined : undoWaits(one))

const idOf = ({ eventId, scan }: KeptScan) => `${eventId}:${scan.scanId}`

/**
 * The scans of one person on this phone, of all events, each under a key of its own: no write can harm another, and none gets longer as the queue does. What the server does not know yet
 * lies under `scan:` and outlives sign-out; what it does lies under `held:`, for the list of verdicts only, and goes with the event or the sign-out.
 */
export const openQueue = async (personId: string, now: number) => {
  const [open, known] = [`scan:${personId}:`, `held:${personId}:s:`]
  const settled = await unsealAll<KeptScan>(known)
  await breakSeal(settled.flatMap(([key, { expiresAt }]) => (expiresAt < now ? [key] : [])))
  // A phone killed between the two writes has a scan in both places: the verdict holds.
  const items = new Map([...(await unsealAll<KeptScan>(open)), ...settled.filter(([, { expiresAt }]) => expiresAt >= now)].map(([, one]) => [idOf(one), one]))
  const loose = new Set<string>()
  const listeners = new Set<() => void>()
  const tell = () => listeners.forEach((then) => void then())

  /** Whether it is on the phone for good. */
  const write = async (one: KeptScan): Promise<boolean> => {
    const id = idOf(one)
    const [to, from] = waits(one) || one.aside !== undefined ? [open + id, known + id] : [known + id, open + id]
    const written = await seal(to, one)
    // What has a verdict may leave, written down here or not; what has none stays where it was.
    if (written || to === known + id) await breakSeal([from])
    if (written || to === known + id) loose.delete(id)
    else loose.add(id)
    return written
  }
  const put = async (one: KeptScan): Promise<boolean> => {
    items.set(idOf(one), one)
    const written = await write(one)
    tell()
    return written
  }
  return {
    /** Newest first. */
    all: (): KeptScan[] => [...items.values()].sort((a, b) => b.at - a.at),
    /** The present state of a scan. */
    get: (eventId: string, scanId: string): KeptScan | undefined => items.get(`${eventId}:${scanId}`),
    put,
    /** How many are in memory only, because the phone's storage took no more. */
    loose: (): number => loose.size,
    /** Once more for those that could not be written. */
    secure: async (): Promise<void> => {
      for (const one of [...items.values()].filter((each) => loose.has(idOf(each)))) await put(one)
    },
    tell,
    listen: (then: () => void): (() => void) => {
      listeners.add(then)
      return () => void listeners.delete(then)
    },
  }
}
export type ScanQueue = Awaited<ReturnType<typeof openQueue>>

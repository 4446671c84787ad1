import { createHash } from 'node:crypto'
import type { PublishedEvent } from '@shared/model/event'
import type { ScanEntry, ScanUndoneEntry } from '@shared/model/ledger'
import { readPass } from '@shared/pass/pass'
import type { VerifySignature } from '@shared/pass/verify-pass'
import { type Circumstances, decideScan, type Scan } from '../../functions/core/check-in'
import { standingScans } from '../../functions/core/fold-attendance'
import { verify } from '../../functions/use-cases/settle-scan'
import { type Done, eventAt, handleAt, type History, instant, type Person, signUpAt, type Upload } from './history'

export type Entry = ScanEntry | ScanUndoneEntry
/** What was told of a scan, in the words of a verdict; of one that was taken, when it was. */
export interface Told {
  verdict: 'accepted' | 'duplicate' | 'conflict' | 'rejected'
  code?: string | undefined
  time: string
}

/** The same pass is verified in ten thousand histories: once is enough. */
const verified = new Map<string, boolean>()
const verifyOnce: VerifySignature = (signature, message, publicKey) => {
  const of = createHash('sha1').update(signature).update(message).update(publicKey).digest('base64')
  const known = verified.get(of) ?? verify(signature, message, publicKey)
  verified.set(of, known)
  return known
}

const scanOf = ({ scan: { scanId, direction, deviceTime, clock, code, personId } }: Done): Scan => ({
  scanId, direction, deviceMs: Date.parse(deviceTime), ...(clock && { evidence: { serverMs: Date.parse(clock.serverTime), deviceMs: Date.parse(clock.deviceTime), elapsedMs: clock.elapsedMs } }),
  ...(code === undefined ? { way: 'list', personId } : { way: 'pass', pass: readPass(code) }),
})

const foundFor = (person: Person, event: PublishedEvent, { event: index, passAge }: Done, now: number) =>
  passAge === undefined ? { me: { personId: person.personId, name: person.personId, branch: 'wangcang.s01.b01' }, signUp: signUpAt(person, event, index, now) } : { handle: handleAt(person, event, index, now) }

/** Everything that the pure core decides by, kept in lists: the use-case without a table. `decide` is a parameter so that a test can put a wrong one in. */
export const doorOf = (history: History, decide = decideScan) => {
  const ledger = new Map(history.people.map(({ personId }) => [personId, [] as Entry[]]))
  const told = new Map<string, Told[]>()
  const kept = new Map<string, Told>()

  const settle = (one: Done, about: Circumstances): Told => {
    const person = history.people[one.person] as Person
    const entries = ledger.get(person.personId) as Entry[]
    const before = entries.find((entry): entry is ScanEntry => entry.type === 'scan' && entry.scanId === one.scan.scanId)
    if (before) return { verdict: before.verdict, code: before.note, time: before.time }
    const held = kept.get(one.scan.scanId)
    if (held) return held
    const here = entries.filter(({ eventId }) => eventId === about.event.eventId)
    const decision = decide(scanOf(one), foundFor(person, about.event, one, about.now), standingScans(here), about)
    const verdict = { verdict: decision.verdict, code: 'entry' in decision ? decision.entry.note : decision.code, time: decision.time }
    if ('entry' in decision) entries.push(decision.entry)
    else kept.set(one.scan.scanId, verdict)
    return verdict
  }
  return {
    ledger, told,
    upload: ({ event, now, sentMs, done, device }: Upload) => {
      const about: Circumstances = { event: eventAt(history.events[event] as PublishedEvent, now), ofSchool: false, scanner: { scannerId: `scanner-${device}`, eventId: '', personId: 'w-manager', at: '' }, now, sentMs, by: 'w-manager', verify: verifyOnce, instantOf: instant }
      for (const one of [...done].sort((a, b) => Date.parse(a.scan.deviceTime) - Date.parse(b.scan.deviceTime))) told.set(one.scan.scanId, [...(told.get(one.scan.scanId) ?? []), settle(one, about)])
    },
    /** Takes back what is to be taken back and was taken. */
    undo: () => {
      for (const entries of ledger.values()) {
        for (const { undone, scan: { scanId } } of history.done) {
          const scan = entries.find((entry) => entry.type === 'scan' && entry.scanId === scanId)
          if (undone && scan && !entries.some((entry) => entry.type === 'scan-undone' && entry.scanId === scanId)) entries.push({ type: 'scan-undone', scanId, eventId: scan.eventId, id: `undo-${scanId}`, at: scan.at, by: scan.by })
        }
      }
    },
  }
}

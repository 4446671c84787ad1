import type { PublishedEvent, ScanVerdict } from '@shared/model/event'
import type { ScanEntry } from '@shared/model/ledger'
import fc from 'fast-check'
import { decideConflict } from '../../functions/core/decide-conflict'
import { creditOf } from '../../functions/core/credit-of'
import { addsNothing, foldAttendance, noteOf } from '../../functions/core/fold-attendance'

const start = Date.parse('2026-06-15T01:00:00Z')
const at = (minute: number) => new Date(start + minute * 60_000).toISOString()
const event: PublishedEvent = {
  eventId: 'wangcang.t01.home~event00001', host: 'wangcang.t01.home', title: '清洁河岸', place: '东河岸', category: 'volunteering', startsAt: at(0), endsAt: at(180), minimumMinutes: 20, breaks: [{ from: at(60), to: at(70) }],
  state: 'open', shards: 1, publishedAt: at(-1000), publishedBy: 'manager',
}
const me = { personId: 'somebody', name: '王一', branch: 'wangcang.s01.b01' }

type Step = { kind: 'scan' | 'conflict'; i: number; direction: 'entry' | 'exit'; minute: number; accept: boolean; stated: number | undefined }
const step: fc.Arbitrary<Step> = fc.record({ kind: fc.constantFrom('scan', 'conflict'), i: fc.nat(99), direction: fc.constantFrom('entry', 'exit'), minute: fc.integer({ min: -50, max: 230 }), accept: fc.boolean(), stated: fc.option(fc.integer({ min: -50, max: 230 }), { nil: undefined }) })
/** A scan, by its number, is one scan. */
const steps = fc.uniqueArray(step, { maxLength: 12, selector: ({ i }) => i })

/** The ledger after these scans were uploaded, and conflicts decided, in this order. */
const ledgerAfter = (order: readonly Step[]): ScanEntry[] => {
  const entries: ScanEntry[] = []
  for (const { kind, i, direction, minute, accept, stated } of order) {
    const scanId = `scan-${String(i).padStart(2, '0')}`
    if (kind === 'scan') {
      const note = noteOf(entries, { direction, time: at(minute) })
      const entry: ScanEntry = { type: 'scan', scanId, eventId: event.eventId, direction, way: 'pass', verdict: 'accepted', ...(note && { note }), time: at(minute), deviceTime: at(minute), skewMs: 0, credit: creditOf(event), at: at(300), by: 'manager' }
      entries.push(addsNothing(entries, entry) ? { ...entry, verdict: 'duplicate' } : entry)
      continue
    }
    const verdict: ScanVerdict = { scanId, eventId: event.eventId, verdict: 'conflict', code: 'clock-skew', direction, way: 'list', personId: me.personId, name: me.name, time: at(minute), deviceTime: at(minute - 60), skewMs: 3_600_000, at: at(300), by: 'manager' }
    const decision = decideConflict(verdict, { id: `decide-${i}`, accept, ...(stated !== undefined && { time: at(stated) }), words: '看过', by: 'deputy', at: at(400) }, { event, ofSchool: false, me, known: entries })
    if (!('decided' in decision)) throw new Error(JSON.stringify(decision))
    if (decision.entry) entries.push(decision.entry)
  }
  return entries
}
const shuffled = steps.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })))

test('any order of scans and decisions gives the same attendance and the same minutes', () => {
  fc.assert(fc.property(shuffled, ([all, other]) => expect(foldAttendance(ledgerAfter(other))).toEqual(foldAttendance(ledgerAfter(all)))), { numRuns: 2000 })
})

test('control: were `duplicate` left out of the fold, the order would matter', () => {
  const counted = (order: readonly Step[]) => foldAttendance(ledgerAfter(order).filter(({ verdict }) => verdict === 'accepted'))
  expect(fc.check(fc.property(shuffled, ([all, other]) => expect(counted(other)).toEqual(counted(all))), { numRuns: 2000 }).failed).toBe(true)
})

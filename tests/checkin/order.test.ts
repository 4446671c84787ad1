import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { decideScan } from '../../functions/core/check-in'
import { attendanceIn, creditedIn, watchedIn } from './attendance'
import { doorOf } from './door'
import { scanOf } from '../support/scan'
import { anyhow, history, instant, promptly, type Upload } from './history'

const taken = ['accepted', 'duplicate']
/** Jest's own comparison takes longer than everything that it compares; it is good at saying what differs. */
const expectSame = (one: unknown, other: unknown) => {
  if (!isDeepStrictEqual(one, other)) expect(one).toStrictEqual(other)
}
const wordOf = ({ verdict, code }: { verdict: string; code?: string | undefined }) => (taken.includes(verdict) ? 'taken' : code)

/** Sends the same scans one by one and anyhow; `decide` as in doorOf, `send` makes something of what was sent before. */
const sameAttendance = (decide = decideScan, send = (upload: Upload, _sent: ReadonlySet<string>) => upload) =>
  fc.property(history.chain((one) => fc.tuple(fc.constant(one), anyhow(one))), ([one, uploads]) => {
    const calm = doorOf(one)
    for (const upload of promptly(one)) calm.upload(upload)
    calm.undo()
    const busy = doorOf(one, decide)
    const sent = new Set<string>()
    for (const upload of uploads) {
      busy.upload(send(upload, sent))
      busy.undo()
      for (const { scan } of upload.done) sent.add(scan.scanId)
    }
    for (const { personId } of one.people) expectSame(attendanceIn(busy.ledger.get(personId) ?? []), attendanceIn(calm.ledger.get(personId) ?? []))
    for (const { scan: { scanId } } of one.done) {
      const [first, ...more] = busy.told.get(scanId) ?? []
      // Every upload of a scan hears the same; whatever the order, it is taken or refused for the same reason.
      for (const told of more) expectSame(told, first)
      expectSame(first && wordOf(first), wordOf(calm.told.get(scanId)?.[0] ?? { verdict: '' }))
    }
    // And the minutes are those of the clock on the wall.
    expectSame(creditedIn(one, busy.ledger), watchedIn(one, busy.told))
  })

test('10 000 histories on the pure core: any permutation, duplication and split over devices and batches gives the same attendance and the same minutes, once', () => {
  fc.assert(sameAttendance(), { numRuns: 10_000 })
})

const fails = (property: ReturnType<typeof sameAttendance>) => fc.check(property, { numRuns: 1000, endOnFailure: true }).failed

test('control: where an exit that comes before its entry is dropped, the order matters', () => {
  expect(fails(sameAttendance((...args) => {
    const decision = decideScan(...args)
    return 'entry' in decision && decision.entry.note === 'no-entry-yet' ? { ...decision, verdict: 'rejected', code: 'not-found' } : decision
  }))).toBe(true)
})

test('control: where a scan is made anew as it is sent again, minutes count that nobody was there', () => {
  const anew = (upload: Upload, sent: ReadonlySet<string>): Upload => ({
    ...upload,
    done: upload.done.map((one) => {
      if (!sent.has(one.scan.scanId)) return one
      const { scanId, clock, ...rest } = one.scan
      return { ...one, passAge: undefined, scan: scanOf('', `${scanId} again`, { ...rest, deviceTime: instant(upload.sentMs) }) }
    }),
  })
  expect(fails(sameAttendance(decideScan, anew))).toBe(true)
})

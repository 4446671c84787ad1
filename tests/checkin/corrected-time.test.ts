import fc from 'fast-check'
import { correctTime, skewAtMostMs } from '../../functions/core/corrected-time'

const noon = Date.parse('2026-06-15T04:00:00Z')
const minute = 60_000
const day = 1440 * minute

/** What is uploaded of a scan at `scan` by a device whose clock shows `offset(t)` less than the server's at `t`: looked at the server at `look`, sent at `sent`, on its way for `took`. */
interface Told {
  offset: (t: number) => number
  look?: number
  steady?: boolean
  scan: number
  sent: number
  took: number
  /** By how much the look was wrong: it has whole seconds and was half of its way under way. */
  lookError?: number
}
const correct = ({ offset, look, steady, scan, sent, took, lookError = 0 }: Told) => {
  const shows = (t: number) => t - offset(t)
  const evidence = look === undefined ? {} : { evidence: { serverMs: look + lookError, deviceMs: shows(look), ...(steady && { elapsedMs: scan - look }) } }
  return correctTime(shows(scan), { now: sent + took, sentMs: shows(sent), ...evidence })
}
const conflicts = ({ unexplainedMs }: { unexplainedMs: number }) => unexplainedMs > skewAtMostMs
const always = (ms: number) => () => ms
const from = (t: number, before: number, after: number) => (at: number) => (at < t ? before : after)

test.each<[string, Told, { off: number; conflict?: true }]>([
  ['right, nothing vouches', { offset: always(0), scan: noon, sent: noon, took: 0 }, { off: 0 }],
  ['five minutes slow, nothing vouches', { offset: always(5 * minute), scan: noon, sent: noon + 1000, took: 0 }, { off: 0 }],
  ['ten minutes and a second off, nothing vouches', { offset: always(10 * minute + 1000), scan: noon, sent: noon, took: 0 }, { off: 0, conflict: true }],
  ['a day off, nothing vouches', { offset: always(-day), scan: noon, sent: noon, took: 0 }, { off: 0, conflict: true }],
  ['a day off, before and after', { offset: always(day), look: noon - 60 * minute, scan: noon, sent: noon + 9 * 60 * minute, took: 0 }, { off: 0 }],
  ['a day off, an upload of 55 s', { offset: always(-day), look: noon - minute, scan: noon, sent: noon + minute, took: 55_000 }, { off: 0 }],
  ['right, an upload of three minutes', { offset: always(0), look: noon - minute, scan: noon, sent: noon + minute, took: 3 * minute }, { off: 3 * minute }],
  ['set by a day after the scan, nothing else vouches', { offset: from(noon + 1000, 0, day), look: noon - minute, scan: noon, sent: noon + minute, took: 0 }, { off: day, conflict: true }],
  ['set by ten and a half minutes after the scan, of which no upload explains one', { offset: from(noon + 1000, 0, 10.5 * minute), look: noon - minute, scan: noon, sent: noon + minute, took: 0 }, { off: 10.5 * minute, conflict: true }],
  ['set by a day between look and scan', { offset: from(noon - 1000, 0, -day), look: noon - minute, scan: noon, sent: noon + minute, took: 0 }, { off: 0, conflict: true }],
  ['set by a day after the scan, and a clock that nobody sets', { offset: from(noon + 1000, 0, day), look: noon - minute, steady: true, scan: noon, sent: noon + minute, took: 0 }, { off: 0 }],
  ['set by a day before the scan, and a clock that nobody sets', { offset: from(noon - 1000, day, 0), look: noon - minute, steady: true, scan: noon, sent: noon + minute, took: 0 }, { off: 0 }],
  ['set right by six minutes between scan and upload', { offset: from(noon + 1000, 6 * minute, 0), look: noon - minute, scan: noon, sent: noon + minute, took: 0 }, { off: -6 * minute }],
])('a clock %s', (_what, told, { off, conflict }) => {
  const found = correct(told)
  expect({ off: found.ms - told.scan, conflict: conflicts(found) }).toEqual({ off, conflict: conflict ?? false })
  expect(found.skewMs).toBe(found.ms - (told.scan - told.offset(told.scan)))
})

test('a server time that is still to come was never seen: neither it nor the time since vouches for anything', () => {
  const told = { now: noon, sentMs: noon - day, evidence: { serverMs: noon + 1, deviceMs: noon - day + 1, elapsedMs: 5 } }
  expect(conflicts(correctTime(noon - day, told))).toBe(true)
  // Nor may a steady clock say that the scan is of later than its upload.
  const ahead = correctTime(noon, { now: noon, sentMs: noon, evidence: { serverMs: noon - minute, deviceMs: noon - minute, elapsedMs: day } })
  expect(ahead).toEqual({ ms: noon, skewMs: 0, unexplainedMs: 0 })
})

const offset = fc.integer({ min: -day, max: day })
const span = fc.integer({ min: 0, max: 10 * 60 * minute })
const lookError = fc.integer({ min: -3000, max: 3000 })

test('any clock within a day either way that nobody sets meanwhile: wrong by no more than the look was, whatever the upload took up to a minute, and never a conflict', () => {
  fc.assert(fc.property(offset, span, span, fc.integer({ min: 0, max: minute - 6000 }), lookError, fc.boolean(), (constant, looked, waited, took, error, steady) => {
    const told = { offset: always(constant), look: noon - looked - 3001, steady, scan: noon, sent: noon + waited, took, lookError: error }
    const found = correct(told)
    expect(conflicts(found)).toBe(false)
    expect(Math.abs(found.ms - noon)).toBeLessThanOrEqual(Math.abs(error))
  }), { numRuns: 2000 })
})

test('any clock, set to anything at any time, where a steady one was running: the time of the steady one', () => {
  fc.assert(fc.property(offset, offset, fc.integer({ min: -60 * minute, max: 60 * minute }), span, (before, after, set, waited) => {
    const found = correct({ offset: from(noon + set, before, after), look: noon - 30 * minute, steady: true, scan: noon, sent: noon + waited, took: 0 })
    expect({ ms: found.ms, conflict: conflicts(found) }).toEqual({ ms: noon, conflict: false })
  }))
})

test('any clock set by more than the ten minutes since the last look, with nothing to vouch for it: always a conflict, never accepted silently', () => {
  fc.assert(fc.property(offset, offset, fc.integer({ min: -29 * minute, max: 60 * minute }), span, (before, after, set, waited) => {
    fc.pre(Math.abs(before - after) > skewAtMostMs)
    const found = correct({ offset: from(noon + set, before, after), look: noon - 30 * minute, scan: noon, sent: noon + 60 * minute + waited, took: 0 })
    expect(conflicts(found)).toBe(true)
  }))
})

test('whatever is not a conflict is wrong by at most the ten minutes that are let pass, and the look’s own error', () => {
  fc.assert(fc.property(offset, offset, fc.integer({ min: -29 * minute, max: 60 * minute }), span, lookError, fc.boolean(), (before, step, set, waited, error, small) => {
    const after = small ? before + (step % skewAtMostMs) : step
    const found = correct({ offset: from(noon + set, before, after), look: noon - 30 * minute, scan: noon, sent: noon + 60 * minute + waited, took: 0, lookError: error })
    if (!conflicts(found)) expect(Math.abs(found.ms - noon)).toBeLessThanOrEqual(skewAtMostMs + 3000)
  }), { numRuns: 2000 })
})

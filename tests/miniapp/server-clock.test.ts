import { jest } from '@jest/globals'
import fc from 'fast-check'
import { contactOf, correctedMs, evidenceOf, type Moment } from '@/api/corrected-time'

const hour = 3_600_000
const start = Date.parse('2026-06-15T02:00:00.000Z')
const dateHeader = (ms: number) => new Date(ms).toUTCString()

/** A phone whose clock is off and can be set, and whose steady clock stops while it sleeps. */
const phoneOff = (offMs: number) => {
  let truth = start
  let off = offMs
  let steady = 1_000
  let hides = 0
  return {
    truth: () => truth,
    moment: (): Moment => ({ device: truth + off, steady: { ms: steady, hides } }),
    wait: (ms: number) => { truth += ms; steady += ms },
    sleep: (ms: number) => { hides++; truth += ms },
    set: (ms: number) => { off += ms },
    restart: () => { steady = 0; hides = 0 },
  }
}
type Phone = ReturnType<typeof phoneOff>

/** An answer that was `back` ms on its way after the server stamped it, asked `out` ms before. */
const ask = (phone: Phone, out: number, back: number) => {
  const asked = phone.moment()
  phone.wait(out)
  const date = dateHeader(phone.truth())
  phone.wait(back)
  const contact = contactOf(date, asked, phone.moment())
  if (!contact) throw new Error('no date')
  return contact
}
/** What remains after a restart. */
const kept = ({ server, device }: { server: number; device: number }) => ({ server, device })
const within = (phone: Phone, ms: number, contact: Parameters<typeof correctedMs>[0]) => Math.abs(correctedMs(contact, phone.moment()) - phone.truth()) <= ms

test('a clock up to a day off, any round trip, use, sleep and restart: the server’s time to half a second and half the round trip', () => {
  fc.assert(fc.property(
    fc.integer({ min: -24 * hour, max: 24 * hour }), fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0, max: 999 }),
    fc.array(fc.record({ what: fc.constantFrom('wait' as const, 'sleep' as const), ms: fc.integer({ min: 0, max: 8 * hour }) })), fc.boolean(),
    (off, out, back, fraction, uses, restarted) => {
      const phone = phoneOff(off)
      phone.wait(fraction)
      const contact = ask(phone, out, back)
      for (const { what, ms } of uses) phone[what](ms)
      if (restarted) phone.restart()
      return within(phone, 500 + (out + back) / 2, restarted ? kept(contact) : contact)
    },
  ), { numRuns: 1_000 })
})

test('without correction the same clock is a day off: the property above could fail', () => {
  const phone = phoneOff(24 * hour)
  expect(within(phone, 10_500, undefined)).toBe(false)
})

test.each([-24 * hour, -1 * hour])('set back by %i ms with the page open, the clock changes nothing', (by) => {
  const phone = phoneOff(0)
  const contact = ask(phone, 50, 50)
  phone.wait(60_000)
  phone.set(by)
  expect(within(phone, 1_000, contact)).toBe(true)
})

test('a clock that was a day fast and is set right while the app is closed: time does not stand still, nor go back before the last contact', () => {
  const phone = phoneOff(24 * hour)
  const contact = kept(ask(phone, 50, 50))
  phone.set(-24 * hour)
  phone.wait(2 * hour)
  phone.restart()
  expect(within(phone, 1_000, contact)).toBe(true)
  phone.set(-48 * hour)
  expect(correctedMs(contact, phone.moment())).toBe(contact.server)
})

test('set forward with the page open it cannot be told from sleep, and is followed', () => {
  const phone = phoneOff(0)
  const contact = ask(phone, 50, 50)
  phone.set(hour)
  expect(correctedMs(contact, phone.moment()) - phone.truth()).toBeGreaterThan(hour - 1_000)
})

test('where no clock is steady (WeChat) the device’s with the last skew is the server’s', () => {
  const asked = { device: start - 24 * hour }
  const contact = contactOf(dateHeader(start), asked, { device: asked.device + 200 })
  expect(correctedMs(contact, { device: asked.device + hour })).toBe(start + hour + 500 - 100)
})

test.each([hour, -hour])('where no clock is steady, one set by %i ms during the request moves the server’s time by no more than half of what an answer is waited for', (by) => {
  const answered = { device: start + 200 + by }
  const contact = contactOf(dateHeader(start), { device: start }, answered)
  expect(Math.abs(correctedMs(contact, answered) - start - 200)).toBeLessThanOrEqual(10_500)
})

test.each([undefined, '', 'yesterday'])('an answer dated %p says nothing', (date) => {
  expect(contactOf(date, { device: 0 }, { device: 1 })).toBeUndefined()
})

describe('what a scan says about its clock', () => {
  test('both clocks at the last contact, and the steady time since, so that a clock set meanwhile shows', () => {
    const phone = phoneOff(-24 * hour)
    const contact = ask(phone, 0, 0)
    phone.wait(90_000)
    phone.set(hour)
    expect(evidenceOf(contact, phone.moment())).toEqual({ serverSeen: '2026-06-15T02:00:00.500Z', deviceThen: '2026-06-14T02:00:00.000Z', elapsedMs: 90_000 })
  })

  test('no steady time once the device may have slept, or the app was restarted', () => {
    const phone = phoneOff(0)
    const contact = ask(phone, 0, 0)
    phone.sleep(hour)
    expect(evidenceOf(contact, phone.moment())).not.toHaveProperty('elapsedMs')
    phone.restart()
    expect(evidenceOf(kept(contact), phone.moment())).not.toHaveProperty('elapsedMs')
  })
})

test('the last contact is there again after the app was killed', async () => {
  const store = new Map<string, unknown>()
  jest.unstable_mockModule('@/platform/storage', () => ({ keep: (key: string, value: unknown) => store.set(key, JSON.parse(JSON.stringify(value))), kept: (key: string) => store.get(key) }))
  const first = await import('@/api/server-clock')
  expect([first.clockEvidence(), Math.abs(first.serverNow() - Date.now()) < 1_000]).toEqual([undefined, true])
  const ahead = Date.now() + 24 * hour
  first.noteAnswer(dateHeader(ahead), first.moment())
  jest.resetModules()
  const again = await import('@/api/server-clock')
  expect(again).not.toBe(first)
  expect(Math.abs(again.serverNow() - ahead)).toBeLessThan(5_000)
  expect(again.clockEvidence()?.serverSeen).toBe(first.clockEvidence()?.serverSeen)
})

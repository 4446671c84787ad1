import { noticeVersion } from '@shared/model/consent'
import type { ScanVerdict } from '@shared/model/event'
import type { ScanEntry, ScanUndoneEntry } from '@shared/model/ledger'
import { foldLedger } from '../../functions/core/fold-ledger'
import { settleConflict } from '../../functions/store/conflicts'
import { keys } from '../../functions/store/keys'
import { appendEntry, entryKey, readLedger } from '../../functions/store/ledger'
import { type Me, readMe } from '../../functions/store/people'
import { keepVerdict } from '../../functions/store/scans'
import { deleteItem, getItem, putItem } from '../../functions/store/table'
import { decideConflictBy } from '../../functions/use-cases/decide-conflict'
import { undoScanBy } from '../../functions/use-cases/undo-scan'
import { allRoutes } from '../support/all-routes'
import { apiOf } from '../support/api'
import { at, riverside } from '../support/at-event'
import { putPerson, smallWorld, type TestContext, testContext } from '../support/context'
import { scanOf, type ScanMade } from '../support/scan'
import { together } from '../support/together'

let context: TestContext
let call: ReturnType<typeof apiOf>
beforeAll(async () => {
  context = await testContext()
  await smallWorld(context)
  await putPerson(context, 'w-deputy', { name: '副站长', roles: [{ name: 'home-manager', scope: 'wangcang.t01.home' }] })
  call = apiOf(context, allRoutes)
}, 60_000)
afterAll(() => context.close())
const morning = '2026-06-15T02:00:00Z'
beforeEach(() => context.setNow(morning))

/** An event of 15 June, 10:00–12:00 in Beijing. */
const publish = async (id: string, more: object = {}): Promise<string> =>
  (await call('w-manager', 'POST', '/v1/events', riverside(id, more))).body.eventId
const upload = async (eventId: string, scan: ScanMade & { label: string }, sentAt = new Date(context.now()).toISOString()) => {
  const { label, ...made } = scan
  const { body: { scannerId } } = await call('w-manager', 'POST', `${at(eventId)}/scanners`, { id: 'scanner-w-manager' })
  return (await call('w-manager', 'POST', `${at(eventId)}/check-ins`, { scanner: scannerId, scans: [scanOf(eventId, label, made)], sentAt })).body.verdicts[0]
}
/** A scan whose phone was an hour behind, and nothing vouches for when it was: 9:05 by its clock, 10:05 by the server's. */
const skewed = (eventId: string, label: string, personId: string) => upload(eventId, { label, direction: 'entry', deviceTime: '2026-06-15T01:05:00Z', personId }, '2026-06-15T01:05:00Z')
const queue = async (eventId: string, who = 'w-manager') => (await call(who, 'GET', `${at(eventId)}/conflicts`)).body
const decide = (eventId: string, scanId: string, body: object, who = 'w-manager') => call(who, 'POST', `${at(eventId)}/conflicts/${scanId}/decision`, { id: `decide-${scanId.slice(0, 20)}`, ...body })
const scansOf = async (personId: string) => (await readLedger(context.table, personId)).flatMap((one) => (one.type === 'scan' ? [one] : []))
const minutesOf = async (personId: string) => foldLedger(await readLedger(context.table, personId)).records.map(({ quantity }) => quantity)
const someone = async (personId: string, name = personId) => {
  await putPerson(context, personId, { name, branch: 'wangcang.s01.b01' })
  return personId
}

test('a conflict lies in the queue beside the person’s other scans, with what accepting it would add; accepted, it counts, and the scan’s answer stays what it was', async () => {
  const eventId = await publish('conflict-one')
  const who = await someone('w-one', '王一')
  context.setNow('2026-06-15T02:05:00Z')
  const told = await skewed(eventId, 'one-in', who)
  expect(told).toMatchObject({ verdict: 'conflict', code: 'clock-skew', time: '2026-06-15T02:05:00.000Z' })
  context.setNow('2026-06-15T04:00:00Z')
  await upload(eventId, { label: 'one-out', direction: 'exit', deviceTime: '2026-06-15T03:45:00Z', personId: who })
  expect(await queue(eventId)).toEqual({ open: 1, items: [{
    scanId: told.scanId, direction: 'entry', way: 'list', code: 'clock-skew', time: '2026-06-15T02:05:00.000Z', deviceTime: '2026-06-15T01:05:00.000Z', skewMs: 3_600_000, at: '2026-06-15T02:05:00.000Z', byName: 'w-manager',
    personId: who, name: '王一', branchName: '第一中学初三（1）班团支部', signUp: 'walk-in', own: false, needsTime: false, worth: { before: 0, after: 100 },
    scans: [expect.objectContaining({ direction: 'exit', way: 'list', verdict: 'accepted', note: 'no-entry-yet', time: '2026-06-15T03:45:00.000Z', byName: 'w-manager' })],
  }] })
  const answer = await decide(eventId, told.scanId, { accept: true, words: '手机时间慢一小时' })
  expect(answer).toMatchObject({ status: 200, body: { accepted: true, personId: who, name: '王一', time: '2026-06-15T02:05:00.000Z', byName: 'w-manager' } })
  expect(await decide(eventId, told.scanId, { accept: true, words: '手机时间慢一小时' })).toEqual(answer)
  expect((await decide(eventId, told.scanId, { accept: false, words: '不是本人' })).body.code).toBe('id-reused')
  expect(await minutesOf(who)).toEqual([100])
  expect((await scansOf(who)).find(({ direction }) => direction === 'entry')).toMatchObject({ decided: { by: 'w-manager', words: '手机时间慢一小时' }, deviceTime: '2026-06-15T01:05:00.000Z', skewMs: 3_600_000 })
  expect(await queue(eventId)).toEqual({ open: 0, items: [] })
  expect(await skewed(eventId, 'one-in', who)).toEqual({ ...told, decided: { accepted: true, at: '2026-06-15T04:00:00.000Z' } })
})

test('the board says how many wait, to those who answer for the event', async () => {
  const eventId = await publish('conflict-board')
  await skewed(eventId, 'board-in', await someone('w-board'))
  const of = async (who: string, query: string) => (await call(who, 'GET', `/v1/events?${query}`)).body.items.find((one: { eventId: string }) => one.eventId === eventId)?.conflicts
  expect(await of('w-manager', 'mine=true')).toBe(1)
  expect(await of('w-student', 'host=wangcang.t01.home')).toBeUndefined()
})

test('dismissed, it is kept with why, and counts for nothing', async () => {
  const eventId = await publish('conflict-no')
  const who = await someone('w-no')
  const { scanId } = await skewed(eventId, 'no-in', who)
  expect((await decide(eventId, scanId, { accept: false })).body).toMatchObject({ code: 'invalid-input', errors: [{ path: 'words' }] })
  expect((await decide(eventId, scanId, { accept: false, words: '当时不在' })).body).toMatchObject({ accepted: false, words: '当时不在' })
  expect(await scansOf(who)).toEqual([])
  expect((await queue(eventId)).open).toBe(0)
  expect((await decide(eventId, scanId, { id: 'another-answer', accept: true }, 'w-deputy')).body).toMatchObject({ code: 'conflict-not-open', detail: { state: 'dismissed', conflict: { byName: 'w-manager' } } })
})

describe('a name to be found', () => {
  test('is whose the manager says, where they may walk in', async () => {
    const eventId = await publish('conflict-name')
    const told = await upload(eventId, { label: 'name', direction: 'entry', deviceTime: morning, name: '王小二' })
    expect(told).toMatchObject({ verdict: 'conflict', code: 'name-only' })
    expect((await queue(eventId)).items).toMatchObject([{ name: '王小二', scans: [], needsTime: false }])
    const faultOf = async (more: object) => (await decide(eventId, told.scanId, { accept: true, ...more })).body
    expect(await faultOf({})).toMatchObject({ code: 'invalid-input', errors: [{ path: 'personId', code: 'required' }] })
    expect(await faultOf({ personId: 'nobody-here' })).toMatchObject({ code: 'invalid-input', errors: [{ path: 'personId', code: 'unknown' }] })
    expect(await faultOf({ personId: 'q-student' })).toMatchObject({ code: 'not-signed-up' })
    expect(await faultOf({ personId: 'w-manager' })).toMatchObject({ code: 'own-record' })
    const who = await someone('w-xiaoer', '王小二')
    expect(await faultOf({ personId: who })).toMatchObject({ accepted: true, personId: who, name: '王小二' })
    expect((await call('w-manager', 'GET', `${at(eventId)}/attendees`)).body.items).toMatchObject([{ personId: who, signedUp: false, entryAt: '2026-06-15T02:00:00.000Z' }])
  })
})

describe('under 14, without a guardian’s consent', () => {
  const named = async (id: string, more: object = {}) => {
    const eventId = await publish(id, more)
    await putPerson(context, `w-${id}`, { name: '李小', branch: 'wangcang.s01.b01', birthDate: '2013-06-01' })
    const { scanId } = await upload(eventId, { label: id, direction: 'entry', deviceTime: morning, name: '李小' })
    const accept = async () => (await decide(eventId, scanId, { accept: true, personId: `w-${id}` })).body
    return { eventId, scanId, who: `w-${id}`, accept }
  }

  test('a name is not theirs until there is one, and nothing of them is kept; it can be dismissed', async () => {
    const { eventId, scanId, who, accept } = await named('conflict-child')
    expect((await accept()).code).toBe('guardian-consent-needed')
    expect(await scansOf(who)).toEqual([])
    expect(JSON.stringify(await getItem(context.table, keys.scanVerdict(scanId), true))).not.toContain(who)
    expect((await call('w-manager', 'GET', `${at(eventId)}/attendees`)).body.items).toEqual([])
    await call('w-secretary', 'POST', `/v1/people/${who}/guardian-consent`, { id: 'consent-conflict', version: noticeVersion, how: 'paper' })
    expect(await accept()).toMatchObject({ accepted: true, personId: who })
    const other = await named('conflict-child-no')
    expect((await decide(other.eventId, other.scanId, { accept: false, words: '没有同意书' })).body).toMatchObject({ accepted: false })
  })

  test('a Youth Home’s visit is theirs', async () => {
    const { who, accept } = await named('conflict-visit', { category: 'youth-home', quantity: 1 })
    expect(await accept()).toMatchObject({ accepted: true, personId: who })
  })
})

test('by the list of a school that is not theirs: accepted for a time when they had a seat, and for no later one', async () => {
  const eventId = (await call('w-school', 'POST', '/v1/events', { id: 'conflict-seat', org: 'wangcang.s01', title: '清洁校园', category: 'volunteering', startsAt: '2026-06-15T10:00:00+08:00', endsAt: '2026-06-15T12:00:00+08:00', place: '操场', capacity: 1 })).body.eventId
  await call('w-student-s02', 'POST', `${at(eventId)}/sign-up`, { id: 'sign-up-conflict' })
  context.setNow('2026-06-15T02:20:00Z')
  await call('w-student-s02', 'DELETE', `${at(eventId)}/sign-up`)
  const { body: { scannerId } } = await call('w-school', 'POST', `${at(eventId)}/scanners`, { id: 'scanner-w-school' })
  const sent = { scanner: scannerId, sentAt: '2026-06-15T01:10:00Z', scans: [scanOf(eventId, 'conflict-seat', { direction: 'entry', deviceTime: '2026-06-15T01:10:00Z', personId: 'w-student-s02' })] }
  const told = (await call('w-school', 'POST', `${at(eventId)}/check-ins`, sent)).body.verdicts[0]
  expect(told).toMatchObject({ verdict: 'conflict', code: 'clock-skew', time: '2026-06-15T02:20:00.000Z' })
  context.setNow('2026-06-15T02:30:00Z')
  const accept = async (time: string) => (await decide(eventId, told.scanId, { accept: true, time }, 'w-school')).body
  expect((await accept('2026-06-15T02:20:01Z')).code).toBe('not-signed-up')
  expect(await accept('2026-06-15T02:10:00Z')).toMatchObject({ accepted: true, personId: 'w-student-s02' })
})

test('a scan whose time cannot be taken asks for one within the event', async () => {
  const eventId = await publish('conflict-time')
  const who = await someone('w-time')
  // Made a day before by its own clock, and uploaded by a clock that was right by then.
  const told = await upload(eventId, { label: 'time', direction: 'entry', deviceTime: '2026-06-16T02:00:00Z', personId: who })
  expect(told).toMatchObject({ verdict: 'conflict', code: 'clock-skew' })
  expect((await queue(eventId)).items).toMatchObject([{ needsTime: true }])
  expect((await queue(eventId)).items[0].worth).toBeUndefined()
  const at_ = async (time?: string) => (await decide(eventId, told.scanId, { accept: true, ...(time && { time }) })).body
  expect(await at_()).toMatchObject({ errors: [{ path: 'time', code: 'required' }] })
  expect(await at_('2026-06-15T08:59:59+08:00')).toMatchObject({ errors: [{ path: 'time', code: 'outside-event' }] })
  expect(await at_('2026-06-15T10:00:01+08:00')).toMatchObject({ errors: [{ path: 'time', code: 'outside-event' }] })
  expect(await at_('2026-06-15T09:58:00+08:00')).toMatchObject({ accepted: true, time: '2026-06-15T01:58:00.000Z' })
  expect(await scansOf(who)).toMatchObject([{ time: '2026-06-15T01:58:00.000Z', deviceTime: '2026-06-16T02:00:00.000Z', skewMs: -86_520_000 }])
})

test('nobody decides about themselves, nor about a scan of another event', async () => {
  const eventId = await publish('conflict-own')
  const other = await publish('conflict-other')
  await putPerson(context, 'w-both', { branch: 'wangcang.s01.b01', roles: [{ name: 'home-manager', scope: 'wangcang.t01.home' }] })
  const { scanId } = await skewed(eventId, 'own', 'w-both')
  expect((await queue(eventId, 'w-both')).items).toMatchObject([{ own: true }])
  expect((await decide(eventId, scanId, { accept: true }, 'w-both')).body.code).toBe('own-record')
  expect((await decide(eventId, scanId, { accept: false, words: '不用了' }, 'w-both')).body.code).toBe('own-record')
  expect((await decide(other, scanId, { accept: true })).body.code).toBe('not-found')
  expect((await decide(eventId, scanId, { accept: true })).body.accepted).toBe(true)
})

describe('two managers at once', () => {
  const race = async (id: string, settle: typeof settleConflict) => {
    const eventId = await publish(id)
    const who = await someone(`w-${id}`)
    const { scanId } = await skewed(eventId, id, who)
    const gated = decideConflictBy(together(2, settle))
    const actor = async (one: string) => ({ actor: (await readMe(context.table, one, true)) as Me, identity: '' })
    const answers = await Promise.all([
      gated(context, { eventId, scanId, id: 'yes-0001', accept: true } as never, await actor('w-manager')),
      gated(context, { eventId, scanId, id: 'no-00001', accept: false, words: '不是本人' } as never, await actor('w-deputy')),
    ])
    return { told: answers.map((answer) => ('refused' in answer ? answer.refused : answer.accepted)), counted: (await scansOf(who)).length, open: (await queue(eventId)).open }
  }

  test('one wins, the other is told', async () => {
    const { told, counted, open } = await race('race-one', settleConflict)
    expect(told.filter((one) => one === 'conflict-not-open')).toHaveLength(1)
    expect(told.find((one) => one !== 'conflict-not-open')).toBe(counted === 1)
    expect(open).toBe(0)
  })

  test('control: without the condition both are told that theirs stands', async () => {
    const { told } = await race('race-none', async (table, verdict: ScanVerdict, personId, entry) => {
      await putItem(table, { ...keys.scanVerdict(verdict.scanId), ...verdict })
      if (entry && personId !== undefined) await putItem(table, { ...entryKey(personId, entry), ...entry })
      await deleteItem(table, keys.conflict(verdict.eventId, verdict.time, verdict.scanId))
      return true
    })
    expect(told).toEqual([true, false])
  })
})

test('a scan that one upload took and another left waiting is decided without a second entry', async () => {
  const eventId = await publish('conflict-two-ways')
  const who = await someone('w-two-ways')
  const { scanId } = await upload(eventId, { label: 'two-ways', direction: 'entry', deviceTime: morning, personId: who })
  const held = (await scansOf(who))[0] as ScanEntry
  await keepVerdict(context.table, { scanId, eventId, verdict: 'conflict', code: 'clock-skew', direction: 'entry', way: 'list', personId: who, time: '2026-06-15T01:30:00.000Z', deviceTime: morning, skewMs: 0, at: morning, by: 'w-manager' })
  expect((await decide(eventId, scanId, { accept: true })).status).toBe(200)
  expect(await scansOf(who)).toEqual([held])
  expect((await queue(eventId)).open).toBe(0)
})

describe('undo', () => {
  const undo = (eventId: string, scanId: string, personId: string, who = 'w-manager', id = 'undo-00001') => call(who, 'POST', `${at(eventId)}/scans/${scanId}/undo`, { id, personId })

  test('is one more entry, seen in the trail; the figures follow; again it is the same', async () => {
    const eventId = await publish('undo-one')
    const who = await someone('w-undo')
    const told = await upload(eventId, { label: 'undo-in', direction: 'entry', deviceTime: morning, personId: who })
    context.setNow('2026-06-15T03:00:00Z')
    const out = await upload(eventId, { label: 'undo-out', direction: 'exit', deviceTime: '2026-06-15T03:00:00Z', personId: who })
    expect(await minutesOf(who)).toEqual([60])
    const before = await readLedger(context.table, who)
    const answer = await undo(eventId, out.scanId, who, 'w-deputy')
    expect(answer).toMatchObject({ status: 200, body: { scanId: out.scanId, undone: { byName: '副站长', at: '2026-06-15T03:00:00.000Z' } } })
    context.setNow('2026-06-15T04:00:00Z')
    expect(await undo(eventId, out.scanId, who, 'w-manager', 'undo-00002')).toEqual(answer)
    expect(await minutesOf(who)).toEqual([])
    expect(await readLedger(context.table, who)).toEqual(expect.arrayContaining(before))
    expect((await call('w-manager', 'GET', `${at(eventId)}/attendees/${who}/scans`)).body).toMatchObject({ personId: who, own: false, undoUntil: '2026-06-15T16:00:00.000Z', scans: [{ scanId: told.scanId }, { scanId: out.scanId, undone: { byName: '副站长' } }] })
    expect((await call('w-manager', 'GET', `${at(eventId)}/attendees`)).body.items).toMatchObject([{ personId: who, entryAt: '2026-06-15T02:00:00.000Z' }])
  })

  test.each<[string, object, string, number]>([
    ['before midnight in Beijing', {}, '2026-06-15T15:59:59Z', 200],
    ['after it', {}, '2026-06-15T16:00:00Z', 409],
    ['an event that ends at midnight is of the day before', { startsAt: '2026-06-15T10:00:00+08:00', endsAt: '2026-06-16T00:00:00+08:00' }, '2026-06-15T16:00:00Z', 409],
    ['an event over midnight is of the day it ends on', { startsAt: '2026-06-15T10:00:00+08:00', endsAt: '2026-06-16T01:00:00+08:00' }, '2026-06-16T15:59:59Z', 200],
  ])('%s', async (what, more, now, status) => {
    const eventId = await publish(`undo-day-${what.length}`, more)
    const who = await someone(`w-undo-${what.length}`)
    const { scanId } = await upload(eventId, { label: what, direction: 'entry', deviceTime: morning, personId: who })
    context.setNow(now)
    const reply = await undo(eventId, scanId, who)
    expect({ status: reply.status, code: reply.body.code }).toEqual({ status, code: status === 409 ? 'undo-too-late' : undefined })
  })

  test('nobody’s own; of nobody’s that is not there; and nothing is told of who has nothing to do with the event', async () => {
    const eventId = await publish('undo-own')
    await putPerson(context, 'w-undo-own', { branch: 'wangcang.s01.b01', roles: [{ name: 'home-manager', scope: 'wangcang.t01.home' }] })
    const { scanId } = await upload(eventId, { label: 'undo-own', direction: 'entry', deviceTime: morning, personId: 'w-undo-own' })
    expect((await undo(eventId, scanId, 'w-undo-own', 'w-undo-own')).body.code).toBe('own-record')
    expect((await undo(eventId, scanId, 'w-student')).body.code).toBe('not-found')
    expect((await call('w-manager', 'GET', `${at(eventId)}/attendees/w-student/scans`)).status).toBe(404)
  })

  /** Both managers at once, each telling the name of who is said to have done it. */
  const race = async (id: string, append: typeof appendEntry<ScanUndoneEntry>) => {
    const eventId = await publish(id)
    const who = await someone(`w-${id}`)
    const { scanId } = await upload(eventId, { label: id, direction: 'entry', deviceTime: morning, personId: who })
    const gated = undoScanBy(together(2, append))
    const by = async (one: string) => {
      const answer = await gated(context, { eventId, scanId, personId: who, id: `undo-${one}` } as never, { actor: (await readMe(context.table, one, true)) as Me, identity: '' })
      return 'undone' in answer ? answer.undone?.byName : undefined
    }
    return Promise.all([by('w-manager'), by('w-deputy')])
  }

  test('two at once: one did it, and both hear who', async () => {
    const [first, second] = await race('undo-race', appendEntry)
    expect(first).toBeDefined()
    expect(second).toBe(first)
  })

  test('control: without the condition each is told that it was them', async () => {
    const told = await race('undo-race-control', async (table, personId, entry) => {
      await putItem(table, { ...entryKey(personId, entry), ...entry })
      return { put: true }
    })
    expect(told).toEqual(['w-manager', '副站长'])
  })
})

import { noticeVersion } from '@shared/model/consent'
import { Jimp, JimpMime } from 'jimp'
import { reEncode } from '../../functions/files/re-encode'
import type { Objects } from '../../functions/files/s3-objects'
import { peopleRoutes } from '../../functions/http/routes/people'
import { progressRoutes } from '../../functions/http/routes/progress'
import { recordRoutes } from '../../functions/http/routes/records'
import { reviewRoutes } from '../../functions/http/routes/reviews'
import { keys } from '../../functions/store/keys'
import { appendEntry, readLedger } from '../../functions/store/ledger'
import { type Item, putItem } from '../../functions/store/table'
import { acceptPhoto } from '../../functions/use-cases/accept-photo'
import { decideRecord } from '../../functions/use-cases/decide-record'
import { projectPerson } from '../../functions/use-cases/project-person'
import { foldLedger } from '../../functions/core/fold-ledger'
import { apiOf } from '../support/api'
import { putPerson, smallWorld, type TestContext, testContext } from '../support/context'
import { together } from '../support/together'

let context: TestContext
let call: ReturnType<typeof apiOf>
const stored = new Map<string, Uint8Array>()
const objects: Objects = {
  get: async (key) => stored.get(key),
  put: async (key, body) => void stored.set(key, body),
  delete: async (key) => void stored.delete(key),
}
beforeAll(async () => {
  context = await testContext()
  await smallWorld(context)
  call = apiOf(context, { ...peopleRoutes, ...recordRoutes, ...reviewRoutes, ...progressRoutes })
}, 60_000)
afterAll(() => context.close())

const hours = (id: string, from: string, to: string, more: object = {}) => ({ id, category: 'volunteering', startedAt: `2026-06-10T${from}:00+08:00`, endedAt: `2026-06-10T${to}:00+08:00`, quantity: 60, title: '清理河道', photoIds: [], ...more })
const submit = (body: object, who = 'w-student') => call(who, 'POST', '/v1/records', body)
const review = (who: string, recordId: string, verdict: string, more: object = {}) =>
  call(who, 'POST', '/v1/reviews', { decisions: [{ id: `decision-${who}-${recordId}-${verdict}`, personId: 'w-student', recordId, verdict, ...more }] })

describe('submitting', () => {
  test('the same id with the same content gives the same answer, with other content it is refused', async () => {
    const first = await submit(hours('record-a1', '08:00', '09:00'))
    expect(first).toMatchObject({ status: 201, body: { status: 'pending', quantity: 60, source: 'self-reported' } })
    context.setNow('2026-06-15T03:00:00Z')
    expect(await submit(hours('record-a1', '08:00', '09:00'))).toEqual(first)
    expect((await submit(hours('record-a1', '08:00', '09:00', { title: '别的' }))).body.code).toBe('id-reused')
    context.setNow('2026-06-15T02:00:00Z')
  })

  test.each([
    ['an end before the start', { startedAt: '2026-06-10T10:00:00+08:00', endedAt: '2026-06-10T09:00:00+08:00' }, 'endedAt'],
    ['a future end', { endedAt: '2026-06-16T10:00:00+08:00', startedAt: '2026-06-16T09:00:00+08:00' }, 'endedAt'],
    ['more than a day', { startedAt: '2026-06-08T10:00:00+08:00' }, 'endedAt'],
    ['a record of last year', { startedAt: '2025-06-01T10:00:00+08:00', endedAt: '2025-06-01T11:00:00+08:00' }, 'startedAt'],
    ['more minutes than there were', { quantity: 61 }, 'quantity'],
    ['no minutes', { quantity: 0 }, 'quantity'],
    ['half a minute', { quantity: 1.5 }, 'quantity'],
    ['a date that does not exist', { startedAt: '2026-02-30T10:00:00+08:00' }, 'startedAt'],
    ['an instant without an offset', { startedAt: '2026-06-10T10:00:00' }, 'startedAt'],
    ['an unknown category', { category: 'cleaning' }, 'category'],
    ['no title', { title: '  ' }, 'title'],
    ['a photo nobody uploaded', { photoIds: ['photo-none'] }, 'photoIds[0]'],
    ['seven photos', { photoIds: Array.from({ length: 7 }, (_, i) => `photo-000${i}`) }, 'photoIds'],
  ])('%s names its field, and nothing is written', async (_what, wrong, path) => {
    const before = (await readLedger(context.table, 'w-student')).length
    const reply = await submit(hours('record-bad', '08:00', '09:00', wrong))
    expect(reply).toMatchObject({ status: 400, body: { code: 'invalid-input' } })
    expect(reply.body.errors.map((error: { path: string }) => error.path)).toContain(path)
    expect((await readLedger(context.table, 'w-student')).length).toBe(before)
  })
})

test('a repeated submission hears the same though a rule would refuse it by now', async () => {
  const first = await submit(hours('record-old1', '08:00', '09:00'), 'w-student-b02')
  context.setNow('2028-01-01T00:00:00Z')
  expect(await submit(hours('record-old1', '08:00', '09:00'), 'w-student-b02')).toEqual(first)
  context.setNow('2026-06-15T02:00:00Z')
})

describe('taking back', () => {
  const withdraw = (recordId: string, id = `withdraw-${recordId}`, who = 'w-student-b02') => call(who, 'POST', `/v1/records/${recordId}/withdraw`, { id })

  test('what waits can be withdrawn, and the same again gives the same; what is decided cannot', async () => {
    await submit(hours('record-back1', '10:00', '11:00'), 'w-student-b02')
    expect(await withdraw('record-back1')).toMatchObject({ status: 200, body: { status: 'withdrawn' } })
    expect(await withdraw('record-back1')).toMatchObject({ status: 200, body: { status: 'withdrawn' } })
    expect((await withdraw('record-back1', 'withdraw-again')).body).toMatchObject({ code: 'already-decided', detail: { conflict: { verdict: 'withdrawn' } } })
    expect((await withdraw('record-nothing')).status).toBe(404)
  })

  test('nobody takes back another’s', async () => {
    await submit(hours('record-back2', '12:00', '13:00'), 'w-student-b02')
    expect((await withdraw('record-back2', 'withdraw-other', 'w-classmate')).status).toBe(404)
  })
})

test('a person’s records page by page, newest first, without a gap or a repeat though one is added between', async () => {
  const day = (i: number) => ({ startedAt: `2026-05-${String(i + 10)}T08:00:00+08:00`, endedAt: `2026-05-${String(i + 10)}T09:00:00+08:00` })
  for (let i = 0; i < 7; i++) await submit(hours(`record-page-${i}`, '', '', day(i)), 'w-student-s02')
  const found: string[] = []
  let cursor: string | undefined
  do {
    const { body } = await call('w-student-s02', 'GET', `/v1/people/w-student-s02/records?limit=3${cursor ? `&cursor=${cursor}` : ''}`)
    found.push(...body.items.map(({ recordId }: { recordId: string }) => recordId))
    if (!cursor) await submit(hours('record-page-new', '', '', day(8)), 'w-student-s02')
    cursor = body.next
  } while (cursor)
  expect(found).toEqual([6, 5, 4, 3, 2, 1, 0].map((i) => `record-page-${i}`))
  expect((await call('w-student-s02', 'GET', '/v1/people/w-student-s02/records?status=approved')).body.items).toEqual([])
})

describe('reviewing', () => {
  test('the queue shows what approving would change; approval counts, and the queue lets go', async () => {
    await projectPerson(context, 'w-student')
    const queue = await call('w-secretary', 'GET', '/v1/reviews?org=wangcang.s01.b01')
    expect(queue.body.items).toMatchObject([{ record: { recordId: 'record-a1' }, own: false, collisions: [], wouldChange: [{ key: 'volunteer-hours', from: 0, to: 60, required: 1200, met: false }, { key: 'points', from: 0, to: 2 }] }])
    expect((await review('w-secretary', 'record-a1', 'approved')).body.outcomes).toMatchObject([{ ok: true, status: 'approved' }])
    expect((await review('w-secretary', 'record-a1', 'approved')).body.outcomes).toMatchObject([{ ok: true, status: 'approved' }])
    expect((await call('w-secretary', 'GET', '/v1/reviews?org=wangcang.s01.b01')).body.items).toEqual([])
    const progress = await call('w-student', 'GET', '/v1/people/w-student/progress')
    expect(progress.body.requirements.find(({ key }: { key: string }) => key === 'volunteer-hours')).toMatchObject({ achieved: 60, counted: [{ line: { title: '清理河道' }, quantity: 60 }] })
  })

  test('a rejection says why, and the student sees it; a second reviewer hears who was first', async () => {
    await submit(hours('record-b1', '13:00', '14:00'))
    expect((await review('w-secretary', 'record-b1', 'rejected')).body.outcomes[0]).toMatchObject({ ok: false, code: 'invalid-input' })
    await review('w-secretary', 'record-b1', 'rejected', { reason: 'photo-unclear', words: '请重拍' })
    expect((await call('w-student', 'GET', '/v1/people/w-student/records/record-b1')).body).toMatchObject({ status: 'rejected', decisions: [{ reason: 'photo-unclear', words: '请重拍', byName: 'w-secretary' }] })
    expect((await review('w-school', 'record-b1', 'approved')).body.outcomes[0]).toMatchObject({ ok: false, code: 'already-decided', detail: { conflict: { byName: 'w-secretary', verdict: 'rejected' } } })
  })

  test('nobody reviews their own; nobody out of scope; the rest of a bulk goes on', async () => {
    await putItem(context.table, { ...keys.me('w-both'), personId: 'w-both', name: 'both', branch: 'wangcang.s01.b01', birthDate: '2000-01-01', epoch: 1, roles: [{ name: 'student', scope: 'wangcang.s01.b01' }, { name: 'branch-secretary', scope: 'wangcang.s01.b01' }] } as Item)
    await submit(hours('record-own', '08:00', '09:00'), 'w-both')
    await submit(hours('record-c1', '15:00', '16:00'))
    await submit(hours('record-s2', '15:00', '16:00'), 'w-student-s02')
    const one = (personId: string, recordId: string) => ({ id: `bulk-${recordId}`, personId, recordId, verdict: 'approved' })
    const bulk = await call('w-both', 'POST', '/v1/reviews', { decisions: [one('w-both', 'record-own'), one('w-student-s02', 'record-s2'), one('w-student', 'record-c1')] })
    expect(bulk.body.outcomes.map(({ ok, code }: { ok: boolean; code?: string }) => code ?? ok)).toEqual(['own-record', 'not-allowed', true])
  })
})

describe('class rolls', () => {
  const roll = (id: string, more: object, personId = 'w-classmate') => call('w-secretary', 'POST', '/v1/rolls', { id, org: 'wangcang.s01.b01', category: 'volunteering', title: '义务植树', startedAt: '2026-06-06T09:00:00+08:00', endedAt: '2026-06-06T11:00:00+08:00', quantity: 120, people: [{ personId }], ...more })

  test('hours granted count once; what overlaps them is cut and says by what; the same roll again changes nothing', async () => {
    expect((await roll('roll-hours1', {})).body.outcomes).toEqual([{ personId: 'w-classmate', ok: true }])
    expect((await roll('roll-hours1', {})).body.outcomes).toEqual([{ personId: 'w-classmate', ok: true }])
    expect((await roll('roll-hours1', { quantity: 60 })).body.outcomes).toMatchObject([{ ok: false, code: 'id-reused' }])
    expect((await roll('roll-hours2', { startedAt: '2026-06-06T10:00:00+08:00', endedAt: '2026-06-06T12:00:00+08:00', quantity: 90 })).body.outcomes).toMatchObject([{ ok: true, left: 60, coveredBy: [{ recordId: 'roll-hours1', title: '义务植树' }] }])
    expect((await roll('roll-hours4', { startedAt: '2026-06-06T09:30:00+08:00', endedAt: '2026-06-06T10:30:00+08:00', quantity: 60 })).body.outcomes).toMatchObject([{ ok: true, left: 0 }])
    expect(foldLedger(await readLedger(context.table, 'w-classmate')).records.map(({ id, status }) => [id, status])).toEqual([['roll-hours1', 'approved'], ['roll-hours4', 'rejected'], ['roll-hours2', 'approved']])
    expect((await roll('roll-hours3', { quantity: 121 })).body.errors).toMatchObject([{ path: 'quantity' }])
  })

  test('lessons and an exam’s score; nobody outside, nobody themselves', async () => {
    const lesson = { category: 'league-class', quantity: 1, distinctKey: 'lesson-1', exam: { course: 'league-class', takenAt: '2026-06-06T11:00:00+08:00' } }
    expect((await roll('roll-lesson', { ...lesson, people: [{ personId: 'w-classmate', score: 85 }, { personId: 'w-student-s02' }] })).body.outcomes).toMatchObject([{ ok: true }, { ok: false, code: 'not-found' }])
    expect(foldLedger(await readLedger(context.table, 'w-classmate')).exams).toMatchObject([{ score: 85 }])
  })
})

test('of somebody under 14 a roll enters nothing before a guardian’s consent', async () => {
  await putPerson(context, 'w-thirteen', { branch: 'wangcang.s01.b01', birthDate: '2013-03-01' })
  const roll = () => call('w-secretary', 'POST', '/v1/rolls', { id: 'roll-thirteen', org: 'wangcang.s01.b01', category: 'civics-class', title: '思政课', startedAt: '2026-06-06T09:00:00+08:00', endedAt: '2026-06-06T10:00:00+08:00', quantity: 1, people: [{ personId: 'w-thirteen' }] })
  expect((await roll()).body.outcomes).toEqual([{ personId: 'w-thirteen', ok: false, code: 'guardian-consent-needed' }])
  expect(await readLedger(context.table, 'w-thirteen')).toEqual([])
  await call('w-secretary', 'POST', '/v1/people/w-thirteen/guardian-consent', { id: 'client-id-13', version: noticeVersion, how: 'paper' })
  expect((await roll()).body.outcomes).toEqual([{ personId: 'w-thirteen', ok: true }])
})

describe('races', () => {
  const unguarded: typeof appendEntry = (async (table, personId, entry) => {
    // The guard removed: the entry lands whatever holds its number.
    await putItem(table, { ...keys.decision(personId, Math.floor(Math.random() * 900_000)), ...entry } as unknown as Item)
    return { put: true }
  }) as typeof appendEntry

  const overlapping = async (prefix: string, day: string, append: typeof appendEntry) => {
    for (const [i, [from, to]] of [['18:00', '20:00'], ['18:30', '19:30'], ['18:15', '18:45'], ['19:10', '20:00']].entries()) await submit(hours(`${prefix}-${i}`, '', '', { quantity: 10, startedAt: `${day}T${from}:00+08:00`, endedAt: `${day}T${to}:00+08:00` }))
    const gated = together(4, append)
    const results = await Promise.all([0, 1, 2, 3].map((i) => decideRecord(context, 'w-student', { decisionId: `${prefix}-decision-${i}`, recordId: `${prefix}-${i}`, verdict: 'approved', by: `reviewer-${i}` }, gated as never)))
    const folded = foldLedger(await readLedger(context.table, 'w-student'))
    const approved = folded.records.filter(({ id, status }) => id.startsWith(`${prefix}-`) && status === 'approved')
    const clash = approved.some((a) => approved.some((b) => a !== b && a.startedAt < b.endedAt && b.startedAt < a.endedAt))
    return { results, clash, approved: approved.map(({ id }) => id) }
  }

  test('four overlapping records approved at once: no minute is covered twice, and each loser hears with what', async () => {
    const { results, clash, approved } = await overlapping('race-one', '2026-06-09', appendEntry)
    expect(clash).toBe(false)
    const losers = results.filter((result) => 'refused' in result)
    expect(losers.length).toBeGreaterThanOrEqual(2)
    // One that reaches over two approved ones hears of both; whatever it hears of is approved.
    for (const loser of losers) {
      expect(loser).toMatchObject({ refused: 'overlaps' })
      const collisions = ('refused' in loser && (loser.detail?.collisions as { recordId: string }[])) || []
      expect(collisions.length).toBeGreaterThan(0)
      for (const { recordId } of collisions) expect(approved).toContain(recordId)
    }
  })

  test('control: without the condition on the next number, minutes are covered twice', async () => {
    expect((await overlapping('control1', '2026-06-08', unguarded)).clash).toBe(true)
  })

  /** Two verdicts on one record, both decided on the same ledger before either is appended. */
  const twoVerdicts = async (recordId: string, first: Verdict, second: Verdict, append: typeof appendEntry) => {
    const gated = together(2, append)
    const one = (by: string, verdict: Verdict) => decideRecord(context, 'w-student', { decisionId: `${recordId}-${by}`, recordId, verdict, reason: 'other', by }, gated as never)
    const results = await Promise.all([one('w-secretary', first), one('w-school', second)])
    const record = foldLedger(await readLedger(context.table, 'w-student')).records.find(({ id }) => id === recordId)
    return { results, status: record?.status, lost: results.filter((result) => 'refused' in result) }
  }
  type Verdict = 'approved' | 'rejected' | 'revoked'

  test.each<[string, Verdict, Verdict]>([['approve-reject', 'approved', 'rejected'], ['approve-approve', 'approved', 'approved']])('%s at once: one decision stands, the other reviewer is told', async (name, first, second) => {
    await submit(hours(`record-${name}`, '06:00', '07:00', { category: 'quality-activity', quantity: 1 }))
    const { results, status, lost } = await twoVerdicts(`record-${name}`, first, second, appendEntry)
    expect(lost).toMatchObject([{ refused: 'already-decided', detail: { conflict: { verdict: status } } }])
    expect(results.find((result) => !('refused' in result))).toMatchObject({ verdict: status })
  })

  test('revoke twice at once: one stands', async () => {
    await submit(hours('record-revoke', '04:00', '05:00'))
    expect((await review('w-secretary', 'record-revoke', 'approved')).body.outcomes[0].ok).toBe(true)
    const { status, lost } = await twoVerdicts('record-revoke', 'revoked', 'revoked', appendEntry)
    expect(status).toBe('revoked')
    expect(lost).toMatchObject([{ refused: 'already-decided' }])
  })

  test('control: without the condition both reviewers think they decided', async () => {
    await submit(hours('record-both', '06:00', '07:00', { category: 'quality-activity', quantity: 1 }))
    expect((await twoVerdicts('record-both', 'approved', 'rejected', unguarded)).lost).toHaveLength(0)
  })

  test('approve, then revoke against a late approve: the ledger says one order, and the record is where it says', async () => {
    await submit(hours('record-e1', '02:00', '03:00'))
    const [approved, revoked] = await Promise.all([review('w-secretary', 'record-e1', 'approved'), review('w-school', 'record-e1', 'revoked')])
    const record = foldLedger(await readLedger(context.table, 'w-student')).records.find(({ id }) => id === 'record-e1')
    expect(approved.body.outcomes[0].ok).toBe(true)
    expect(record?.status).toBe(revoked.body.outcomes[0].ok ? 'revoked' : 'approved')
  })
})

describe('photos', () => {
  const upload = async (id: string, bytes: Uint8Array) => {
    expect((await call('w-student', 'POST', '/v1/uploads', { id, contentType: 'image/jpeg', bytes: bytes.length })).status).toBe(201)
    stored.set(`quarantine/w-student/${id}`, bytes)
    await acceptPhoto(context, objects, reEncode, `quarantine/w-student/${id}`)
    return (await call('w-student', 'GET', `/v1/uploads/${id}`)).body
  }
  const jpeg = async (colour: number, size = 200) => new Uint8Array(await new Jimp({ width: size, height: size / 2, color: colour }).getBuffer(JimpMime.jpeg))
  /** The same picture with an Exif block that says where it was taken. */
  const withPlace = (bytes: Uint8Array) => {
    const exif = Buffer.concat([Buffer.from('Exif\0\0MM\0*\0\0\0\u0008\0\0', 'latin1'), Buffer.from('GPS 32.229N 106.289E Wangcang')])
    return new Uint8Array(Buffer.concat([bytes.slice(0, 2), Buffer.from([0xff, 0xe1, 0, exif.length + 2]), exif, bytes.slice(2)]))
  }

  test('re-encoded without place, thumbnail and hash kept, the original deleted; a redelivery changes nothing', async () => {
    const original = withPlace(await jpeg(0x2266aaff, 1700))
    const photo = await upload('photo-0001', original)
    expect(photo).toMatchObject({ state: 'ready', usedBefore: false, url: expect.stringContaining('signed') })
    expect(stored.has('quarantine/w-student/photo-0001')).toBe(false)
    const kept = stored.get('evidence/w-student/photo-0001.jpg') as Uint8Array
    expect(Buffer.from(original).includes('GPS')).toBe(true)
    expect(Buffer.from(kept).includes('GPS')).toBe(false)
    expect((await Jimp.fromBuffer(Buffer.from(kept))).width).toBe(1600)
    expect((await Jimp.fromBuffer(Buffer.from(stored.get('evidence/w-student/photo-0001.thumb.jpg') as Uint8Array))).width).toBe(320)
    stored.set('quarantine/w-student/photo-0001', original)
    await acceptPhoto(context, objects, reEncode, 'quarantine/w-student/photo-0001')
    expect((await call('w-student', 'GET', '/v1/uploads/photo-0001')).body.sha256).toBe(photo.sha256)
  }, 120_000)

  test('the same picture used before is flagged, whatever its metadata; a review pins the hashes', async () => {
    const again = await upload('photo-0002', await jpeg(0x2266aaff, 1700))
    expect(again).toMatchObject({ state: 'ready', usedBefore: true })
    await submit(hours('record-photo', '00:00', '01:00', { photoIds: ['photo-0002'] }))
    await review('w-secretary', 'record-photo', 'approved')
    const decision = (await readLedger(context.table, 'w-student')).find((entry) => entry.type === 'decision' && entry.recordId === 'record-photo')
    expect(decision).toMatchObject({ evidence: [again.sha256] })
  }, 120_000)

  test('a photo belongs to one record, and nothing is approved while one is still waiting', async () => {
    expect((await submit(hours('record-again', '03:00', '04:00', { photoIds: ['photo-0002'] }))).body.errors).toMatchObject([{ path: 'photoIds[0]', code: 'photo-in-another-record' }])
    await call('w-student', 'POST', '/v1/uploads', { id: 'photo-slow', contentType: 'image/jpeg', bytes: 1000 })
    expect((await submit(hours('record-slow', '03:00', '04:00', { photoIds: ['photo-slow'] }))).status).toBe(201)
    expect((await review('w-secretary', 'record-slow', 'approved')).body.outcomes[0]).toMatchObject({ ok: false, code: 'photo-not-ready' })
  })

  test('a photo taken with the phone on its side stands upright', async () => {
    // 40 × 20, its left half red; Exif orientation 6: to be turned a quarter clockwise, so that red is on top.
    const picture = new Jimp({ width: 40, height: 20, color: 0x0000ffff })
    picture.composite(new Jimp({ width: 20, height: 20, color: 0xff0000ff }), 0, 0)
    const bytes = Buffer.from(await picture.getBuffer(JimpMime.jpeg))
    const tiff = Buffer.from('4d4d002a00000008000101120003000000010006000000000000', 'hex')
    const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
    const size = Buffer.alloc(2)
    size.writeUInt16BE(exif.length + 2)
    await upload('photo-turned', new Uint8Array(Buffer.concat([bytes.subarray(0, 2), Buffer.from([0xff, 0xe1]), size, exif, bytes.subarray(2)])))
    const kept = await Jimp.fromBuffer(Buffer.from(stored.get('evidence/w-student/photo-turned.jpg') as Uint8Array))
    expect([kept.width, kept.height]).toEqual([20, 40])
    const red = (y: number) => (kept.getPixelColor(10, y) >>> 24) & 255
    expect(red(5)).toBeGreaterThan(200)
    expect(red(35)).toBeLessThan(50)
  }, 120_000)

  test.each([
    ['not an image', async () => new TextEncoder().encode('GIF89a and some more bytes of nothing'), 'not-an-image'],
    ['a corrupt photo', async () => (await jpeg(0xff0000ff)).slice(0, 700).map((byte, i) => (i > 200 ? byte ^ 0x5a : byte)), 'corrupt'],
    ['a picture of gigabytes', async () => { const bytes = await jpeg(0xff00ffff); const at = Buffer.from(bytes).indexOf(Buffer.from([0xff, 0xc0])); bytes.set([0xff, 0xff, 0xff, 0xff], at + 5); return bytes }, 'too-many-pixels'],
    ['more than 5 MB', async () => { const bytes = new Uint8Array(5 * 1024 * 1024 + 1); bytes.set(await jpeg(0)); return bytes }, 'too-large'],
  ])('%s is refused with why, and a record cannot use it', async (what, make, because) => {
    const id = `photo-${because}`
    expect((await call('w-student', 'POST', '/v1/uploads', { id, contentType: 'image/jpeg', bytes: 1000 })).status).toBe(201)
    stored.set(`quarantine/w-student/${id}`, await make())
    await acceptPhoto(context, objects, reEncode, `quarantine/w-student/${id}`)
    expect([what, (await call('w-student', 'GET', `/v1/uploads/${id}`)).body]).toMatchObject([what, { state: 'refused', refusedBecause: because }])
    expect((await submit(hours(`record-${because}`, '01:00', '02:00', { photoIds: [id] }))).body.errors[0]).toMatchObject({ path: 'photoIds[0]', code: 'photo-refused' })
  }, 120_000)
})

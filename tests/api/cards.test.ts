import { noticeVersion } from '@shared/model/consent'
import { fromBase64url } from '@shared/pass/base64url'
import { readCard, writeCard } from '@shared/pass/card'
import { foldLedger } from '../../functions/core/fold-ledger'
import { cardRoutes } from '../../functions/http/routes/cards'
import { checkInRoutes } from '../../functions/http/routes/check-in'
import { eventRoutes } from '../../functions/http/routes/events'
import { peopleRoutes } from '../../functions/http/routes/people'
import { scannerRoutes } from '../../functions/http/routes/scanners'
import { addCard } from '../../functions/store/cards'
import { keys } from '../../functions/store/keys'
import { readLedger } from '../../functions/store/ledger'
import { type Me, readMe } from '../../functions/store/people'
import { getItem, putItem, queryAll } from '../../functions/store/table'
import { issueCardsBy } from '../../functions/use-cases/issue-cards'
import { hashCard } from '../../functions/use-cases/settle-scan'
import { apiOf } from '../support/api'
import { at, riverside } from '../support/at-event'
import { putPerson, smallWorld, type TestContext, testContext } from '../support/context'
import { scanOf, type ScanMade } from '../support/scan'
import { phoneOf } from '../support/signed-pass'
import { together } from '../support/together'

const branch = 'wangcang.s01.b01'
const now = '2026-06-15T02:00:00Z'
let context: TestContext
let call: ReturnType<typeof apiOf>
let eventId: string
let visit: string
let n = 0
beforeAll(async () => {
  context = await testContext()
  await smallWorld(context)
  call = apiOf(context, { ...cardRoutes, ...checkInRoutes, ...scannerRoutes, ...eventRoutes, ...peopleRoutes })
  eventId = await publish('volunteering')
  visit = await publish('youth-home', { quantity: 1 })
}, 60_000)
afterAll(() => context.close())
afterEach(() => context.setNow(now))

const publish = async (category: string, more: object = {}): Promise<string> =>
  (await call('w-manager', 'POST', '/v1/events', riverside(`event-${category}-${n++}`, { category, ...more }))).body.eventId
/** Somebody new, for whom nothing else in this file was done. */
const somebody = async (more: object = {}): Promise<string> => {
  const personId = `card-person-${n++}`
  await putPerson(context, personId, { branch, ...more })
  return personId
}
const issue = async (body: object, who = 'w-secretary') => (await call(who, 'POST', '/v1/cards', { id: `cards-of-${n++}`, org: branch, ...body })).body
const cardOf = async (personId: string, more: object = {}): Promise<string> => (await issue({ personIds: [personId], ...more })).cards[0].code

const scan = async (event: string, more: Partial<ScanMade> & { label?: string }, who = 'w-manager') => {
  const { label = `card-scan-${n++}`, ...content } = more
  await call(who, 'POST', `${at(event)}/scanners`, { id: `scanner-${who}` })
  const made = scanOf(event, label, { direction: 'entry', deviceTime: now, ...content })
  return (await call(who, 'POST', `${at(event)}/check-ins`, { scanner: `scanner-${who}`, sentAt: new Date(context.now()).toISOString(), scans: [made] })).body.verdicts[0]
}
const told = async (...args: Parameters<typeof scan>) => {
  const { verdict, code, name } = await scan(...args)
  return [verdict, code, name].filter((one) => one !== undefined).join(' ')
}

describe('issued', () => {
  test('to a class: one card each, which names nobody; of the code only a hash is stored', async () => {
    await putPerson(context, 'w-other-class', { branch })
    await putItem(context.table, { ...keys.member(branch, 'w-other-class'), personId: 'w-other-class', name: 'w-other-class', birthDate: '2010-03-01', className: '初三（9）班' })
    const { cards, held, ended } = await issue({ className: '初三（1）班' })
    expect(cards.map(({ personId }: { personId: string }) => personId)).toEqual(['w-classmate', 'w-student'])
    expect([held, ended]).toEqual([0, []])
    const stored = JSON.stringify([await getItem(context.table, keys.personCard('w-student')), await queryAll(context.table, { pk: keys.card(hashCard(readCard(cards[1].code) as Uint8Array)).pk })])
    expect(stored).toContain('w-student')
    expect(stored).not.toContain(cards[1].code.slice(2, 20))
    expect(new Set(cards.map(({ code }: { code: string }) => code)).size).toBe(2)
  })

  test('the same request again prints the same cards; another leaves whoever has one with it, and replaces it only where it is told to', async () => {
    const personId = await somebody()
    const body = { id: 'cards-again', personIds: [personId] }
    const first = await issue(body)
    expect(await issue(body)).toEqual(first)
    expect(await issue({ personIds: [personId] })).toMatchObject({ cards: [], held: 1 })
    const renewed = await issue({ personIds: [personId], renew: true })
    expect(renewed.cards[0].code).not.toBe(first.cards[0].code)
    expect(await issue(body)).toMatchObject({ cards: [], held: 0, ended: [personId] })
  })

  test('the same id of another secretary makes another card', async () => {
    const personId = await somebody()
    const body = { id: 'cards-of-two', personIds: [personId], renew: true }
    expect((await issue(body)).cards[0].code).not.toBe((await issue(body, 'w-school')).cards[0].code)
  })

  test.each([
    ['for a school', { org: 'wangcang.s01' }, 'w-school', 'org'],
    ['for somebody of another branch', { personIds: ['w-student', 'w-student-b02'] }, 'w-secretary', 'personIds[1]'],
    ['for somebody who is nobody', { personIds: ['w-nobody'] }, 'w-secretary', 'personIds[0]'],
  ])('%s: refused, naming the field, and nobody is given one', async (_what, body, who, path) => {
    const before = await getItem(context.table, keys.personCard('w-student'))
    expect(await issue({ ...body, renew: true }, who)).toMatchObject({ code: 'invalid-input', errors: [{ path }] })
    expect(await getItem(context.table, keys.personCard('w-student'))).toEqual(before)
  })

  /** Two secretaries print a card for the same person at once: how many of both are good afterwards. */
  const twoAtOnce = async (add: typeof addCard) => {
    const personId = await somebody()
    const print = issueCardsBy(together(2, add))
    const answers = await Promise.all(['w-secretary', 'w-school'].map(async (who) => print(context, { id: 'cards-at-once', org: branch, personIds: [personId], renew: true } as never, { actor: (await readMe(context.table, who, true)) as Me, identity: '' })))
    const codes = answers.flatMap((answer) => ('cards' in answer ? answer.cards.map(({ code }) => code) : []))
    const cards = await Promise.all(codes.map((code) => getItem<{ until?: string }>(context.table, keys.card(hashCard(readCard(code) as Uint8Array)), true)))
    return cards.filter((card) => card?.until === undefined).length
  }

  test('by two at once: one is good, the other was replaced by it', async () => {
    expect(await twoAtOnce(addCard)).toBe(1)
  })

  test('control: without the condition on the number both are good', async () => {
    expect(await twoAtOnce(async (table, card, { hash, ...made }) => {
      await putItem(table, { ...keys.personCard(card.personId), n: card.n, hash, ...made })
      await putItem(table, { ...keys.card(hash), ...card })
      return true
    })).toBe(2)
  })
})

describe('scanned', () => {
  test('by a manager who knows the face: there and away, marked as by card; the minutes count', async () => {
    const personId = await somebody()
    const code = await cardOf(personId)
    expect(await told(eventId, { code, faceConfirmed: true })).toBe(`accepted ${personId}`)
    context.setNow('2026-06-15T03:30:00Z')
    expect(await told(eventId, { direction: 'exit', deviceTime: '2026-06-15T03:30:00Z', code, faceConfirmed: true })).toBe(`accepted ${personId}`)
    const ledger = await readLedger(context.table, personId)
    expect(ledger.map((one) => one.type === 'scan' && one.way)).toEqual(['card', 'card'])
    expect(foldLedger(ledger).records.map(({ quantity, source }) => [quantity, source])).toEqual([[90, 'attendance']])
    expect((await call('w-manager', 'GET', `${at(eventId)}/attendees?name=${personId}`)).body.items).toMatchObject([{ personId, signedUp: false, minutes: 90 }])
  })

  test.each<[string, () => Promise<Partial<ScanMade>>, string]>([
    ['without a look at the face', async () => ({ code: await cardOf('w-classmate', { renew: true }) }), 'rejected face-not-confirmed'],
    ['a card that nobody was given', async () => ({ code: writeCard(new Uint8Array(16).fill(5)), faceConfirmed: true }), 'rejected card-unknown'],
    ['a torn or mistyped card', async () => ({ code: `${(await cardOf('w-classmate', { renew: true })).slice(0, -1)}-`, faceConfirmed: true }), 'rejected not-a-pass'],
    ['of somebody of another county', async () => ({ code: (await issue({ org: 'qingchuan.s01.b01', personIds: ['q-student'] }, 'q-secretary')).cards[0].code, faceConfirmed: true }), 'rejected not-signed-up q-student'],
    ['without a look at the face, and a clock that nothing vouches for', async () => ({ code: await cardOf('w-classmate', { renew: true }), deviceTime: '2026-06-15T02:30:00Z' }), 'rejected face-not-confirmed'],
    ['a clock that nothing vouches for', async () => ({ code: await cardOf('w-classmate', { renew: true }), deviceTime: '2026-06-15T02:30:00Z', faceConfirmed: true }), 'conflict clock-skew w-classmate'],
    ['with a clock a day off', async () => ({ code: await cardOf('w-classmate', { renew: true }), deviceTime: '2026-06-14T02:00:00Z', faceConfirmed: true }), 'rejected event-has-not-started w-classmate'],
  ])('%s', async (_what, made, expected) => {
    expect(await told(eventId, await made())).toMatch(expected)
  })

  test('the manager’s own', async () => {
    await putPerson(context, 'w-manager-student', { branch, roles: [{ name: 'home-manager', scope: 'wangcang.t01.home' }] })
    expect(await told(eventId, { code: await cardOf('w-manager-student'), faceConfirmed: true }, 'w-manager-student')).toBe('rejected own-record w-manager-student')
  })

  test('after it was replaced, or cut off: refused; scanned before and uploaded after: counted', async () => {
    for (const end of [(personId: string) => issue({ personIds: [personId], renew: true }), (personId: string) => call('w-secretary', 'POST', `/v1/people/${personId}/card/cut-off`, { id: 'cut-off-0001' })]) {
      const personId = await somebody()
      const code = await cardOf(personId)
      context.setNow('2026-06-15T02:30:00Z')
      await end(personId)
      context.setNow('2026-06-15T03:00:00Z')
      expect(await told(eventId, { code, deviceTime: '2026-06-15T02:30:01Z', faceConfirmed: true })).toMatch('rejected card-replaced')
      expect(await told(eventId, { code, deviceTime: '2026-06-15T02:29:59Z', faceConfirmed: true })).toBe(`accepted ${personId}`)
      context.setNow(now)
    }
  })

  test('cut off twice is once, and then a new one is given without more; who has none hears so', async () => {
    const personId = await somebody()
    const cutOff = async () => (await call('w-secretary', 'POST', `/v1/people/${personId}/card/cut-off`, { id: 'cut-off-0002' })).body
    expect(await cutOff()).toEqual({ cutOff: false })
    await cardOf(personId)
    expect([await cutOff(), await cutOff()]).toEqual([{ cutOff: true }, { cutOff: true }])
    expect(await told(eventId, { code: await cardOf(personId), faceConfirmed: true })).toBe(`accepted ${personId}`)
  })

  test('the same scan hears the same for ever; the face is not confirmed afterwards under its id', async () => {
    const personId = await somebody()
    const code = await cardOf(personId)
    const first = await scan(eventId, { label: 'same-card', code })
    expect(first).toMatchObject({ verdict: 'rejected', code: 'face-not-confirmed' })
    await cardOf(personId, { renew: true })
    expect(await scan(eventId, { label: 'same-card', code })).toEqual(first)
    const made = scanOf(eventId, 'same-card', { direction: 'entry', deviceTime: now, code })
    expect((await call('w-manager', 'POST', `${at(eventId)}/check-ins`, { scanner: 'scanner-w-manager', sentAt: now, scans: [{ ...made, faceConfirmed: true }] })).body.verdicts).toEqual([{ scanId: made.scanId, verdict: 'rejected', code: 'id-reused' }])
  })

  test('by pass, card and list in one batch: each its own verdict', async () => {
    const [one, two] = [await somebody(), await somebody()]
    const scans = [{ code: await cardOf(one), faceConfirmed: true as const }, { personId: two }, { code: await cardOf(two), faceConfirmed: true as const }].map((content, i) => scanOf(eventId, `mixed-${i}`, { direction: 'entry', deviceTime: `2026-06-15T02:00:0${i}Z`, ...content }))
    await call('w-manager', 'POST', `${at(eventId)}/scanners`, { id: 'scanner-w-manager' })
    const { body } = await call('w-manager', 'POST', `${at(eventId)}/check-ins`, { scanner: 'scanner-w-manager', sentAt: '2026-06-15T02:00:05Z', scans })
    expect(body.verdicts.map(({ verdict, personId }: Record<string, string>) => [verdict, personId])).toEqual([['accepted', one], ['accepted', two], ['duplicate', two]])
  })
})

describe('under 14, without a guardian’s consent', () => {
  const consent = (personId: string) => call('w-secretary', 'POST', `/v1/people/${personId}/guardian-consent`, { id: `consent-${personId}`, version: noticeVersion, how: 'paper' })
  test('a card for visits: they count; at any other event nothing of them is kept, until there is consent', async () => {
    const personId = await somebody({ birthDate: '2013-06-01' })
    const { cards: [card] } = await issue({ personIds: [personId] })
    expect(card).toMatchObject({ visitsOnly: true })
    const code = card.code
    expect(await told(visit, { code, faceConfirmed: true })).toBe(`accepted ${personId}`)
    const refused = await scan(eventId, { label: 'young', code, faceConfirmed: true })
    expect(refused).toMatchObject({ verdict: 'rejected', code: 'guardian-consent-needed' })
    expect(JSON.stringify(await getItem(context.table, keys.scanVerdict(refused.scanId), true))).not.toContain(personId)
    expect((await readLedger(context.table, personId)).map((one) => one.type === 'scan' && one.eventId)).toEqual([visit])
    expect((await call('w-manager', 'GET', `${at(eventId)}/attendees?name=${personId}`)).body.items).toEqual([])
    await consent(personId)
    expect(await told(eventId, { code, faceConfirmed: true })).toBe(`accepted ${personId}`)
  })

  test.each<[string, (personId: string) => Promise<Partial<ScanMade>>]>([
    ['by the list', async (personId) => ({ personId })],
    ['by the list, by a clock that nothing vouches for', async (personId) => ({ personId, deviceTime: '2026-06-15T02:30:00Z' })],
    ['by a card', async (personId) => ({ code: await cardOf(personId), faceConfirmed: true })],
  ])('%s as well: refused, and nothing is kept; a visit counts, and so does all with consent', async (_what, made) => {
    const personId = await somebody({ birthDate: '2013-06-01' })
    const content = await made(personId)
    const refused = await scan(eventId, content)
    expect(refused).toMatchObject({ verdict: 'rejected', code: 'guardian-consent-needed' })
    expect(JSON.stringify([refused, await getItem(context.table, keys.scanVerdict(refused.scanId), true)])).not.toContain(personId)
    expect(await readLedger(context.table, personId)).toEqual([])
    expect((await call('w-manager', 'GET', `${at(eventId)}/attendees?name=${personId}`)).body.items).toEqual([])
    expect((await scan(visit, { ...content, deviceTime: now })).verdict).toBe('accepted')
    await consent(personId)
    expect((await scan(eventId, { ...content, deviceTime: now })).verdict).toBe('accepted')
  })

  test('by pass: their phone was bound with that consent, and nothing more is read', async () => {
    const personId = await somebody({ birthDate: '2013-06-01' })
    const phone = phoneOf('a phone of a child')
    const { handle } = (await call(personId, 'POST', `${at(eventId)}/sign-up`, { id: 'sign-up-child', publicKey: phone.publicKey })).body
    expect(await told(eventId, { code: phone.passAt(eventId, handle, Date.parse(now)) })).toBe(`accepted ${personId}`)
  })

  test('nothing is kept of a scan whose time nobody vouches for, either', async () => {
    const personId = await somebody({ birthDate: '2013-06-01' })
    const code = await cardOf(personId)
    context.setNow('2026-06-15T03:00:00Z')
    const refused = await scan(eventId, { code, faceConfirmed: true, deviceTime: '2026-06-16T02:00:00Z' })
    expect(JSON.stringify([refused, await getItem(context.table, keys.scanVerdict(refused.scanId), true)])).not.toContain(personId)
  })

  test('with consent from before, or from their fourteenth birthday on, it is a card like any other', async () => {
    const consented = await somebody({ birthDate: '2013-06-01' })
    await consent(consented)
    expect((await issue({ personIds: [consented] })).cards[0].visitsOnly).toBeUndefined()
    const turning = await somebody({ birthDate: '2012-06-15' })
    context.setNow('2026-06-14T02:00:00Z')
    const { cards: [card] } = await issue({ personIds: [turning] })
    expect(card.visitsOnly).toBe(true)
    context.setNow(now)
    expect(await told(eventId, { code: card.code, faceConfirmed: true })).toBe(`accepted ${turning}`)
  })
})

test('what is stored makes no card: the hash leads to none, and a guess hits nobody', async () => {
  const card = await getItem<{ hash: string }>(context.table, keys.personCard('w-student'))
  for (const bytes of [fromBase64url(card?.hash ?? '')?.slice(0, 16), new Uint8Array(16)]) expect(await told(eventId, { code: writeCard(bytes as Uint8Array), faceConfirmed: true })).toBe('rejected card-unknown')
})

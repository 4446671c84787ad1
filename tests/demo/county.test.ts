import type { FoldedRecord } from '@shared/model/ledger'
import type { QuantityResult, RequirementResult } from '@shared/model/rules'
import { eventId, orgId, personId } from '@shared/contract/common'
import { standardNames } from '@shared/model/youth-home'
import { isVisitDay } from '@shared/model/event'
import { applicationStates } from '@shared/model/application'
import { admissionOrder } from '@shared/rules/application-order'
import { defaultProcedure } from '@shared/rules/default-procedure'
import { evaluate } from '@shared/rules/evaluate'
import { attendanceOf } from '@shared/rules/meeting-vote'
import type { Meeting } from '@shared/model/meeting'
import { type Move, type Transfer, transferRate, transferStates, type YearTurn } from '@shared/model/turn'
import { holdersOn } from '../../functions/core/home-posts'
import { faultsOfContact, faultsOfHours, standingOf } from '../../functions/core/youth-home'
import { faultOfChain, sealOf } from '../../functions/core/audit-chain'
import { foldApplication, foldApplications } from '../../functions/core/fold-application'
import { foldLedger } from '../../functions/core/fold-ledger'
import { countTransfers } from '../../functions/core/settle-transfer'
import type { DemoStep } from '../../functions/demo/applications'
import type { AwkwardKey } from '../../functions/demo/awkward'
import { type DemoCounty, generateCounty } from '../../functions/demo/county'
import { itemsOf } from '../../functions/demo/items'
import { meetingsOf } from '../../functions/demo/meetings'
import { caseAt, judgeAt } from '../../functions/demo/judge'
import { leagueQuestions } from '../../functions/demo/questions'
import { nameParts } from '../../functions/demo/names'
import type { DemoStudent } from '../../functions/demo/people'
import { drawPictures, type Picture } from '../../functions/demo/pictures'
import { branchPlans } from '../../functions/demo/orgs'
import type { DemoPolicy } from '../../functions/demo/policy'
import { branchWithoutPlaces } from '../../functions/demo/violations'

const today = '2026-11-24'
const now = '2026-11-24T04:00:00.000Z'
let pictures: Picture[]
let county: DemoCounty
beforeAll(async () => {
  pictures = await drawPictures()
  county = generateCounty(today, pictures)
})

const policy = (): DemoPolicy => county.policies[0] as DemoPolicy
const entriesOf = (id: string) => county.ledgers.get(id) ?? []
const byKey = (key: AwkwardKey): DemoStudent => county.students.find((one) => one.personId === county.awkward.get(key)) as DemoStudent
const judged = (key: AwkwardKey) => {
  const student = byKey(key)
  const result = judgeAt(student, entriesOf(student.personId), policy(), now)
  const of = (name: string) => result.requirements.find((one) => one.key === name) as RequirementResult
  const lines = (name: string) => of(name) as QuantityResult
  return { result, of, lines, unmet: result.requirements.filter((one) => one.enforcement === 'required' && !one.met).map((one) => one.key) }
}
const statusesOf = (key: AwkwardKey) => foldLedger(entriesOf(byKey(key).personId)).records.map(({ status }) => status)
const stateOf = (key: AwkwardKey) => foldApplication(county.applications.get(byKey(key).personId) ?? [])?.state
/** The county as text; the pictures by their hashes. */
const bytes = (one: DemoCounty) => JSON.stringify({ ...one, photos: one.photos.map(({ jpeg, thumbnail, ...photo }) => photo), items: itemsOf(one) }, (_, value) => (value instanceof Map ? [...value] : value))

describe('the demo county', () => {
  test('the same date gives the same county, another date another', async () => {
    expect(bytes(generateCounty(today, await drawPictures())) === bytes(county)).toBe(true)
    expect(bytes(generateCounty('2026-11-25', pictures)) === bytes(county)).toBe(false)
  })

  test('has the size it is said to have', () => {
    const count = (kind: string) => county.orgs.filter((org) => org.kind === kind && org.id.startsWith('wangcang')).length
    expect([count('township'), count('home'), count('school'), count('branch')]).toEqual([23, 23, 12, 40])
    const ours = county.students.filter(({ branch }) => branch.startsWith('wangcang.'))
    expect(ours).toHaveLength(600)
    expect(county.students.length - ours.length).toBe(3)
    expect(policy().studyIssues.length).toBeGreaterThanOrEqual(50)
    expect(county.photos.length).toBeGreaterThan(100)
    const entries = [...county.ledgers.values()].reduce((sum, some) => sum + some.length, 0)
    expect(entries).toBeGreaterThan(600 * 30)
    expect(entries).toBeLessThan(600 * 70)
  })

  test('ages run from exactly 13 to exactly 28', () => {
    // One who was admitted at twenty-eight is planted, and older by now.
    const births = county.students.filter(({ personId }) => county.cast.get(personId)?.planted !== 'over-age').map(({ birthDate }) => birthDate).sort()
    expect([births[0], births.at(-1)]).toEqual(['1998-11-24', '2013-11-24'])
    expect(judged('thirteen').of('age')).toMatchObject({ achieved: 13, met: false })
    expect(judged('thirteen').unmet).toEqual(['age'])
    expect(judged('twenty-eight').of('age')).toMatchObject({ achieved: 28, met: false })
    expect(judged('twenty-eight').unmet).toEqual(['age'])
    expect(judged('fourteen-tomorrow').unmet).toEqual(['age'])
    expect(judged('twenty-seven').result.eligible).toBe(true)
    expect(judged('leap-day').result.eligible).toBe(true)
    expect(byKey('leap-day').birthDate).toMatch(/-02-29$/)
  })

  test('ready, and one minute short', () => {
    expect(judged('ready').result.eligible).toBe(true)
    expect(judged('hours-short').of('volunteer-hours')).toMatchObject({ achieved: 1199, required: 1200, met: false })
    expect(judged('hours-short').unmet).toEqual(['volunteer-hours'])
  })

  test('overlap, day cap, duplicate lesson, outside the window, exam failed, nothing at all', () => {
    expect(judged('overlap').lines('volunteer-hours').counted).toContainEqual(expect.objectContaining({ reduced: 'overlap' }))
    const capped = judged('day-cap').lines('volunteer-hours')
    expect(capped.counted).toContainEqual(expect.objectContaining({ reduced: 'day-cap', quantity: 180 }))
    expect(capped.excluded).toContainEqual(expect.objectContaining({ reason: 'day-cap' }))
    const lessons = judged('duplicate-lesson').lines('civics-class')
    expect([lessons.achieved, lessons.excluded.map(({ reason }) => reason)]).toEqual([7, ['duplicate']])
    expect(judged('long-ago').lines('volunteer-hours').excluded.map(({ reason }) => reason)).toEqual(['outside-window', 'outside-window', 'outside-window'])
    expect(judged('exam-failed').lines('league-class')).toMatchObject({ achieved: 8, examPassed: false, met: false })
    expect(judged('exam-failed').unmet).toEqual(['league-class'])
    expect(judged('classes-only').lines('league-class').examPassed).toBe(true)
    expect(entriesOf(byKey('absent').personId)).toEqual([])
    expect(statusesOf('forgot-exit').every((status) => status === 'approved')).toBe(true)
    const scans = entriesOf(byKey('forgot-exit').personId).filter((entry) => entry.type === 'scan' && entry.credit.category === 'volunteering')
    expect(scans.length % 2).toBe(1)
  })

  test('rejected with a reason and words, withdrawn, revoked, corrected, entered by the secretary, waiting with photos', () => {
    const statuses = statusesOf('turned-down')
    for (const status of ['rejected', 'withdrawn', 'revoked']) expect(statuses).toContain(status)
    const rejected = entriesOf(byKey('turned-down').personId).filter((entry) => entry.type === 'decision' && entry.verdict === 'rejected')
    expect(rejected).toHaveLength(3)
    for (const entry of rejected) expect(entry).toMatchObject({ reason: expect.any(String), words: expect.any(String), evidence: [expect.stringMatching(/^[0-9a-f]{64}$/)] })
    const { records } = foldLedger(entriesOf(byKey('turned-down').personId))
    expect(records.filter(({ decisions }) => decisions.at(-1)?.verdict === 'corrected')).toMatchObject([{ status: 'approved', quantity: 120, decisions: [{}, { correction: { from: { quantity: 150 } } }] }])
    expect(records.filter(({ source }) => source === 'on-behalf')).toMatchObject([{ status: 'pending', submittedBy: byKey('turned-down').secretary, why: expect.any(String) }])
    const waiting = foldLedger(entriesOf(byKey('waiting').personId)).records.filter(({ status }) => status === 'pending')
    expect(waiting.map(({ photoIds }) => photoIds.length).sort()).toEqual([2, 3])
    const photos = new Map(county.photos.map((photo) => [photo.photoId, photo]))
    const hashes = waiting.flatMap(({ photoIds }) => photoIds.map((id) => photos.get(id)?.sha256))
    // One picture stands in both.
    expect([hashes.length, new Set(hashes).size]).toEqual([5, 4])
  })

  test('what waits would make the student ready', () => {
    const student = byKey('waiting')
    const aCase = caseAt(student, entriesOf(student.personId), policy(), now)
    expect(evaluate(aCase).eligible).toBe(false)
    expect(evaluate({ ...aCase, records: aCase.records.map((record) => ({ ...record, status: record.status === 'pending' ? ('approved' as const) : record.status })) }).eligible).toBe(true)
  })

  test('applications in every state, dozens of them archived', () => {
    expect((['applied', 'returned', 'approved', 'took-back', 'ready', 'turned-down', 'exam-failed', 'day-cap', 'secretary-too'] as const).map(stateOf)).toEqual(['applied', 'returned', 'archived', 'withdrawn', undefined, 'talked', 'activist', 'cultivating', 'applied'])
    const states = [...county.applications.values()].map((steps) => foldApplication(steps)?.state)
    expect(new Set(states)).toEqual(new Set(applicationStates))
    expect(states.filter((state) => state === 'archived').length).toBeGreaterThan(25)
    const shown = county.students.filter(({ branch }) => branch === 'wangcang.s01.b02').map(({ personId }) => foldApplication(county.applications.get(personId) ?? [])?.state)
    expect(shown).toEqual(expect.arrayContaining(admissionOrder.slice(0, admissionOrder.indexOf('filed'))))
  })

  test('each vote was at a meeting of the branch, whose roll gives what it was counted by', () => {
    const meetings = new Map(meetingsOf(county).map((one) => [one.meetingId, one]))
    const votes = [...county.applications].flatMap(([id, steps]) => steps.flatMap((step) => (step.act === 'vote' ? [{ id, step }] : [])))
    expect(votes.length).toBeGreaterThan(25)
    expect(meetings.size).toBe(votes.length)
    for (const { id, step: { facts: { meetingId, date, shouldAttend, present } } } of votes) {
      const meeting = meetings.get(meetingId) as Meeting
      expect({ id, date: meeting.date, ...attendanceOf(meeting, id) }).toEqual({ id, date, shouldAttend, present })
      expect(meeting.roll.some(({ personId }) => personId === id)).toBe(false)
    }
  })

  test('each step that the rules were asked for is what evaluate said on its day, and nothing was done without them but what is planted', () => {
    const asked = [...county.applications].flatMap(([id, steps]) => steps.flatMap((step) => (step.rules ? [{ id, step, rules: step.rules }] : [])))
    expect(asked.length).toBeGreaterThan(100)
    for (const { id, step, rules } of asked) {
      const student = county.students.find(({ personId }) => personId === id) as DemoStudent
      expect({ id, act: step.act, eligible: judgeAt(student, entriesOf(id), policy(), step.at).eligible }).toEqual({ id, act: step.act, eligible: rules.eligible })
      expect(rules.eligible || county.cast.get(id)?.planted !== undefined).toBe(true)
      expect(step.evaluated).toMatchObject({ asOf: rules.asOf, ruleSet: { id: 'wangcang', version: rules.version }, eligible: rules.eligible })
    }
  })

  test('every chain fits, with what is sealed; steps are numbered in the order of time, none later than yesterday', () => {
    for (const steps of county.applications.values()) {
      expect(steps.map(({ n }) => n)).toEqual(steps.map((_, i) => i + 1))
      expect(steps.map(({ at }) => at)).toEqual(steps.map(({ at }) => at).sort())
      for (const own of foldApplications(steps)) expect(faultOfChain((own.steps as DemoStep[]).map(({ salt, ...step }) => step))).toBeUndefined()
      for (const step of steps) {
        if (step.sealed !== undefined) expect(sealOf(step.salt, step)).toBe(step.sealed)
        expect(step.at < '2026-11-23T16:00').toBe(true)
      }
    }
  })

  test('the plan holds: numbers of ranges, each once; places taken by those who hold them; no school above its ceiling of members', () => {
    const ranges = county.plan.allRanges()
    expect(new Set(county.plan.numbers.map(({ number }) => number)).size).toBe(county.plan.numbers.length)
    for (const { number, personId: id } of county.plan.numbers) {
      const [year, serial] = [Number(number.slice(0, 4)), Number(number.slice(6))]
      const range = ranges.find((one) => one.year === year && one.from <= serial && serial < one.next)
      expect(range !== undefined || county.cast.get(id)?.planted === 'number-outside').toBe(true)
    }
    for (const { branch, taken, used, quota } of county.plan.allQuotas()) {
      expect(used).toBeLessThanOrEqual(taken)
      expect(taken <= quota || branch === branchWithoutPlaces).toBe(true)
    }
    const members = county.students.filter(({ leagueMember }) => leagueMember)
    for (const { branch } of branchPlans.map(({ id }) => ({ branch: id }))) expect(members.filter((one) => one.branch === branch).length).toBeGreaterThanOrEqual(2)
    for (const { above, grade } of branchPlans) {
      if (grade === undefined) continue
      const all = county.students.filter(({ plan }) => plan.above === above)
      const share = (100 * all.filter(({ leagueMember }) => leagueMember).length) / all.length
      expect(share).toBeLessThanOrEqual(defaultProcedure.ratioCeilings[above.endsWith('s10') ? 'vocational' : grade === 9 ? 'junior-middle' : 'senior'])
    }
    for (const [id, steps] of county.applications) {
      const filed = steps.find((step) => step.act === 'file')
      expect(county.students.find(({ personId }) => personId === id)?.leagueMember?.number).toBe(filed?.facts.number)
    }
  })
})

describe('every ledger', () => {
  test('numbers its decisions in the order of time, after what they decide', () => {
    for (const entries of county.ledgers.values()) {
      const decisions = entries.filter((entry) => entry.type === 'decision')
      expect(decisions.map(({ n }) => n)).toEqual(decisions.map((_, i) => i + 1))
      const entered = new Map(entries.flatMap((entry) => (entry.type === 'record' ? [[entry.recordId, entry] as const] : [])))
      for (const decision of decisions) {
        const record = entered.get(decision.recordId)
        expect(record && record.at < decision.at).toBe(true)
        expect(decision.by === record?.by).toBe(decision.verdict === 'withdrawn')
      }
    }
  })

  test('holds nothing that is not over, and no two approved self-reports of one minute', () => {
    const endOfYesterday = '2026-11-23T16:00:00.000Z'
    const overlapping = (records: FoldedRecord[]) => {
      const approved = records.filter(({ category, status, source }) => category === 'volunteering' && status === 'approved' && source !== 'attendance')
      return approved.filter((record, i) => approved.some((other, j) => j < i && other.endedAt > record.startedAt && other.startedAt < record.endedAt))
    }
    for (const entries of county.ledgers.values()) {
      for (const entry of entries) expect(entry.at <= endOfYesterday).toBe(true)
      expect(overlapping(foldLedger(entries).records)).toEqual([])
    }
  })
})

describe('the table’s items', () => {
  test('have unique keys, ids of the contract’s form, and none is large', () => {
    const items = itemsOf(county)
    expect(new Set(items.map(({ pk, sk }) => `${pk}\n${sk}`)).size).toBe(items.length)
    for (const item of items) expect(JSON.stringify(item).length).toBeLessThan(3000)
    for (const { id } of county.orgs) expect(orgId.safeParse(id).success).toBe(true)
    for (const event of county.events) expect(eventId.safeParse(event.eventId).success).toBe(true)
    for (const { personId: id } of [...county.students, ...county.staff]) expect(personId.safeParse(id).success).toBe(true)
  })

  test('every event has its seats, and every sign-up an event', () => {
    const capacity = new Map(county.events.map((event) => [event.eventId, event.capacity ?? Number.POSITIVE_INFINITY]))
    const taken = new Map<string, number>()
    for (const { eventId: id, state } of county.signUps) if (state === 'signed-up') taken.set(id, (taken.get(id) ?? 0) + 1)
    expect(taken.size).toBeGreaterThan(100)
    for (const [id, seats] of taken) expect(seats <= (capacity.get(id) ?? -1)).toBe(true)
    const days = county.events.filter(({ host }) => host === 'wangcang.t01.home').map(({ date }) => (date < today ? 'past' : date === today ? 'today' : 'ahead'))
    expect(new Set(days)).toEqual(new Set(['past', 'today', 'ahead']))
  })

  test('one event to come is full and has people waiting in order; what is over says who came and who did not; every home has its visit days for a week', () => {
    const items = itemsOf(county)
    const full = county.events.find(({ waiting }) => waiting !== undefined)
    const line = county.signUps.filter(({ eventId: id, state }) => id === full?.eventId && state === 'waiting')
    expect(line.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5])
    expect(items.find(({ pk, sk }) => pk === `E#${full?.eventId}#0` && sk === 'SEATS')).toMatchObject({ taken: 12, waiting: 5, next: 6 })
    const summaries = items.filter(({ sk }) => sk === 'SUMMARY') as unknown as { eventId: string; came: number; noShow: number }[]
    expect(summaries).toHaveLength(county.events.filter(({ state }) => state === 'closed').length)
    expect(summaries.filter(({ noShow }) => noShow > 0).length).toBeGreaterThan(20)
    for (const { eventId: id, came, noShow } of summaries) expect(came + noShow).toBe(county.signUps.filter((one) => one.eventId === id).length)
    const ahead = county.events.filter(({ eventId: id, date }) => isVisitDay(id) && date >= today)
    expect(ahead).toHaveLength(23 * 8)
    expect(new Set(ahead.map(({ eventId: id }) => id)).size).toBe(ahead.length)
  })

  test('who holds a role is listed as a holder; the trail is numbered and gave what it says it gave', () => {
    const items = itemsOf(county)
    const everyone = [...county.students, ...county.staff]
    const roles = everyone.flatMap(({ personId: id, roles: held }) => held.filter(({ name }) => name !== 'student').map(({ name, scope }) => `${scope} ${name} ${id}`))
    expect(items.filter(({ sk }) => sk.startsWith('H#')).map(({ personId: id, role, scope }) => `${scope} ${role} ${id}`).sort()).toEqual(roles.sort())
    expect(county.roleTrail.map(({ n }) => n)).toEqual([1, 2, 3, 4, 5])
    for (const step of county.roleTrail) expect(roles.includes(`${step.scope} ${step.role} ${step.personId}`)).toBe(['appointed', 'approved'].includes(step.kind) || step.n === 2)
    expect(county.roleTrail.filter(({ at: when }) => when >= `${today}T00:00`)).toEqual([])
  })

  test('last summer’s turn of a school: its classes are those that branches serve, everybody of them moved up has it in their history, and graduates are none of the six hundred', () => {
    const items = itemsOf(county)
    const turn = items.find(({ sk, school }) => sk === 'NOW' && school === 'wangcang.s01') as unknown as YearTurn
    expect([turn.state, turn.at.slice(0, 4), turn.lines.filter(({ to }) => !to).length]).toEqual(['done', '2026', 2])
    for (const { branch, to } of turn.lines) if (to) expect(county.orgs.find(({ id }) => id === branch)?.classes).toEqual([to.className])
    const history = (id: string) => items.filter(({ pk, kind, from }) => pk === `P#${id}` && from !== undefined && kind !== undefined).map(({ kind }) => kind)
    const inSecondYear = county.students.filter(({ branch }) => branch === 'wangcang.s01.b03').map(({ personId: id }) => history(id))
    expect(inSecondYear.filter(([kind]) => kind === 'moved-up')).toHaveLength(14)
    expect(inSecondYear.filter(([kind]) => kind === 'moved')).toHaveLength(1)
    for (const { personId: id } of county.graduates) {
      expect(history(id)).toEqual(['graduated'])
      expect(county.students.some((one) => one.personId === id)).toBe(false)
      expect(items.find(({ pk, sk }) => pk === `P#${id}` && sk === 'ME')).toMatchObject({ graduated: 2026 })
    }
  })

  test('graduates’ transfers: in every state, some late, one school below what is asked for; and one move that waits', () => {
    const items = itemsOf(county)
    const transfers = items.filter(({ steps, version }) => Array.isArray(steps) && version !== undefined) as unknown as Transfer[]
    expect(transfers).toHaveLength(county.graduates.length)
    const rates = [...new Set(transfers.map(({ school }) => school))].map((school) => ({ school, ...transferRate(countTransfers(transfers.filter((one) => one.school === school)), 99) }))
    expect(rates.filter(({ below }) => below).map(({ school }) => school)).toEqual(['wangcang.s01'])
    expect(new Set(transfers.map(({ state }) => state))).toEqual(new Set(transferStates))
    const waits = transfers.filter(({ state }) => state === 'sent' || state === 'to-do').map(({ since }) => Date.parse(now) - Date.parse(since) > 7 * 86_400_000)
    expect(new Set(waits)).toEqual(new Set([true, false]))
    const shown = transfers.flatMap(({ personId: id, photos = [] }) => photos.map(({ photoId }) => county.photos.find((one) => one.photoId === photoId)?.personId === id))
    expect(shown).toEqual([true])
    for (const { destination } of transfers) if (destination?.org) expect(county.orgs.find(({ id }) => id === destination.org)?.name).toBe(destination.name)
    const open = items.filter(({ pk }) => pk === 'MV#wangcang') as unknown as Move[]
    expect(open.map(({ asks, to }) => `${asks} ${to.branch}`)).toEqual(['new wangcang.s01.b01'])
    expect(county.students.find(({ personId: id }) => id === open[0]?.personId)?.branch).toBe(open[0]?.from.branch)
  })

  test('the inbox of whom one can sign in as says what was decided lately, some of it unread', () => {
    const items = itemsOf(county)
    const inbox = (key: AwkwardKey) => items.filter(({ pk, sk }) => pk === `P#${byKey(key).personId}` && sk.startsWith('M#')) as unknown as { at: string; about: { kind: string } }[]
    expect(inbox('turned-down').map(({ about }) => about.kind)).toEqual(expect.arrayContaining(['record', 'application']))
    expect(inbox('returned').map(({ about }) => about)).toContainEqual(expect.objectContaining({ kind: 'application', state: 'returned' }))
    expect(inbox('absent')).toEqual([])
    const marks = items.filter(({ sk }) => sk === 'INBOX')
    expect(marks.length).toBeGreaterThan(5)
    const shown = new Set(county.accounts.map(({ personId: id }) => `P#${id}`))
    const messages = items.filter(({ pk, sk }) => sk.startsWith('M#') && shown.has(pk))
    expect(messages.some(({ at }) => String(at) > '2026-11-18')).toBe(true)
    for (const { at } of messages) expect(String(at) < '2026-11-23T16:00').toBe(true)
  })

  test('the county’s bank has questions for an exam, each well-formed and asked once, the right options in every place', () => {
    expect(leagueQuestions.length).toBeGreaterThanOrEqual(60)
    const stems = leagueQuestions.map(({ stem }) => stem.replaceAll(/[\s\p{P}]/gu, ''))
    expect(new Set(stems).size).toBe(stems.length)
    for (const { kind, stem, options, right } of leagueQuestions) {
      expect({ stem, different: new Set(options).size === options.length, right: right.every((place) => place < options.length) }).toEqual({ stem, different: true, right: true })
      expect({ stem, ok: kind === 'multiple' ? right.length > 1 && options.length > right.length : right.length === 1 }).toEqual({ stem, ok: true })
    }
    for (const place of [0, 1, 2, 3]) expect(leagueQuestions.filter(({ kind, right }) => kind === 'single' && right[0] === place).length).toBeGreaterThan(5)
    const bank = itemsOf(county).find(({ pk, sk }) => pk === 'QB#wangcang#league-class' && sk.startsWith('V#')) as { ids?: string[] } | undefined
    expect(bank?.ids).toHaveLength(leagueQuestions.length)
  })

  test('every Youth Home’s months are what its events and visitors say, and its posts are held by people it may know', () => {
    const monthOf = new Map(county.events.map(({ eventId, date }) => [eventId, date.slice(0, 7)]))
    const came = new Map<string, Set<string>>()
    for (const [personId, entries] of county.ledgers) {
      for (const entry of entries) {
        if (entry.type !== 'scan' || entry.direction !== 'entry' || !entry.eventId.includes('.home~')) continue
        const key = `${entry.eventId.split('~')[0]} ${monthOf.get(entry.eventId)}`
        came.set(key, (came.get(key) ?? new Set()).add(personId))
      }
    }
    expect(county.homeMonths.length).toBeGreaterThan(23 * 11)
    for (const { homeId, month, visitors, figures } of county.homeMonths) {
      expect(figures.distinct).toBe(visitors.length)
      expect(figures.seated).toBeLessThanOrEqual(figures.capacity)
      expect(figures.came).toBeGreaterThanOrEqual(figures.distinct)
      expect([...visitors].sort()).toEqual([...(came.get(`${homeId} ${month}`) ?? [])].sort())
    }
    const states = new Set<string>()
    for (const { homeId, home } of county.homes) {
      expect(faultsOfHours(home.profile?.hours ?? [])).toEqual([])
      expect(faultsOfContact(home.profile?.contact)).toEqual([])
      expect(home.assessments.map(({ n }) => n)).toEqual(home.assessments.map((_, i) => i + 1))
      for (const standard of standardNames) {
        const { state, changedSince } = standingOf(home, standard)
        states.add(`${state} ${changedSince}`)
      }
      for (const post of home.posts) {
        expect(holdersOn(post, today).length).toBeLessThanOrEqual(post.places)
        for (const { personId } of post.holdings) {
          const holder = county.students.find((one) => one.personId === personId)
          expect(holder?.branch.startsWith(homeId.replace('home', 'b')) || county.homeMonths.some((one) => one.homeId === homeId && one.month >= '2026-09' && one.visitors.includes(personId))).toBe(true)
        }
      }
    }
    expect([...states].sort()).toEqual(['met false', 'not-assessed false', 'not-met false', 'not-met true', 'partly false', 'partly true'])
  })

  test('every demo account is somebody', () => {
    const known = new Set([...county.students, ...county.staff].map(({ personId }) => personId))
    expect(county.accounts.length).toBeGreaterThanOrEqual(14)
    for (const account of county.accounts) expect(known.has(account.personId)).toBe(true)
    expect(new Set(county.accounts.map(({ code }) => code)).size).toBe(county.accounts.length)
    expect(byKey('manager-too').roles.map(({ name }) => name)).toEqual(['student', 'home-manager'])
  })

  test('every name is put together from the lists, is nobody’s well-known one, and stands once', () => {
    const names = [...county.students, ...county.staff, ...county.graduates].filter(({ roles }) => roles[0]?.scope.startsWith('wangcang')).map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    for (const name of [...county.students, ...county.staff, ...county.graduates].map((one) => one.name)) {
      const [surname = '', one = '', two = ''] = [...name]
      expect([nameParts.surnames.includes(surname), nameParts.first.includes(one), nameParts.second.includes(two), nameParts.known.has(name)]).toEqual([true, true, true, false])
    }
  })
})

test.each(['2026-01-05', '2026-08-30', '2028-02-29'])('a county as of %s has the same awkward people', (date) => {
  const other = generateCounty(date, pictures)
  const noon = `${date}T04:00:00.000Z`
  const eligible = (key: AwkwardKey) => {
    const student = other.students.find(({ personId }) => personId === other.awkward.get(key)) as DemoStudent
    return judgeAt(student, other.ledgers.get(student.personId) ?? [], other.policies[0] as DemoPolicy, noon).eligible
  }
  const expected = { ready: true, applied: true, approved: true, overlap: true, 'day-cap': true, 'twenty-seven': true, 'leap-day': true, 'hours-short': false, 'exam-failed': false, 'duplicate-lesson': false, thirteen: false, 'twenty-eight': false, 'fourteen-tomorrow': false, waiting: false } as const
  expect(Object.fromEntries(Object.keys(expected).map((key) => [key, eligible(key as AwkwardKey)]))).toEqual(expected)
})

import type { ApplicationStep } from '@shared/model/application'
import type { QuotaLine } from '@shared/model/plan'
import { admissionOrder, nextAct } from '@shared/rules/application-order'
import fc from 'fast-check'
import type { ActInput } from '../../functions/core/act-input'
import { isFault, verifyAudit } from '../../functions/core/verify-audit'
import { foldApplication } from '../../functions/core/fold-application'
import { auditVerifier } from '../../functions/signing/audit-verifier'
import { readApplicationSteps } from '../../functions/store/applications'
import { keys } from '../../functions/store/keys'
import { readMe } from '../../functions/store/people'
import { getItem } from '../../functions/store/table'
import { actOn } from '../../functions/use-cases/act-on-application'
import { exportAudit } from '../../functions/use-cases/export-audit'
import { chineseWorkdays } from '../../functions/calendars/chinese-workdays'
import { follow, type Followed, nothing, type Scene, wrongOf } from '../support/admission-checker'
import { admissionForm, admissionOf, introducers, openAdmission } from '../support/admission'
import { smallWorld, type TestContext, testContext } from '../support/context'

let context: TestContext
let way: ReturnType<typeof admissionOf>
beforeAll(async () => {
  context = await testContext()
  await smallWorld(context)
  await openAdmission(context, { quota: 12 })
  way = admissionOf(context)
}, 60_000)
afterAll(() => context.close())

const branch = 'wangcang.s01.b01'
const whoever = ['w-secretary', 'w-school', 'w-county', 'w-secretary-b02', 'q-county', 'w-introducer-1', 'w-introducer-2', 'w-classmate'] as const
const acts = ['apply', 'talk', 'name-activist', 'mentor-talk', 'propose-candidate', 'pre-review', 'open-notice', 'close-notice', 'fill-form', 'introduce', 'vote', 'approve', 'file', 'swear-in', 'archive', 'return', 'withdraw', 'terminate'] as const
const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T
const usual: Partial<Record<(typeof acts)[number], string>> = { 'mentor-talk': 'w-introducer-1', introduce: 'w-introducer-1', 'pre-review': 'w-school', 'open-notice': 'w-school', 'close-notice': 'w-school', approve: 'w-school', file: 'w-county' }

const inputOf = (act: (typeof acts)[number], date: string, by: string, z: number): ActInput => {
  const decision = { body: '支部委员会', date, attendance: 5, minutes: '第 1 次' }
  switch (act) {
    case 'apply': return { act, letter: '我志愿' }
    case 'talk': return { act, date, talker: '书记', notes: '谈' }
    case 'name-activist': return { act, decision, mentors: pick([[{ personId: 'w-introducer-1', name: '甲' }], []], z % 5 ? 0 : 1) }
    case 'mentor-talk': return { act, date, mentor: 0, notes: '谈' }
    case 'fill-form': return { act, date, form: admissionForm, introducers: z % 4 ? introducers : pick([['w-introducer-1'], ['w-introducer-1', 'w-classmate']], z) }
    case 'introduce': return { act, introducer: by.startsWith('w-introducer') ? by : pick(introducers, z), date, opinion: '同意' }
    case 'vote': return { act, meetingId: 'meeting-0001', date, shouldAttend: 10, secret: false, ...pick([{ present: 8, for: 7, against: 0, abstain: 1 }, { present: 5, for: 5, against: 0, abstain: 0 }, { present: 8, for: 5, against: 3, abstain: 0 }, { present: 8, for: 8, against: 1, abstain: 0 }], z % 3 ? 0 : z) }
    case 'open-notice': return { act, from: date, place: '公告栏' }
    case 'pre-review': return { act, decision, reply: '同意' }
    case 'file': return { act, fileId: 'file', sha256: 'ab'.repeat(32), bytes: 1000 }
    case 'archive': return { act, fileId: 'file', sha256: 'ab'.repeat(32) }
    case 'swear-in': return { act, date, place: '礼堂' }
    case 'return': return { act, reason: '再来' }
    case 'terminate': return { act, decision, reason: '终止' }
    case 'close-notice':
    case 'withdraw': return { act }
    default: return { act, decision }
  }
}

/** Rounds of one or two acts at once, and days in between. */
const round = fc.record({ days: fc.constantFrom(0, 1, 1, 2, 9, 32), both: fc.array(fc.record({ wild: fc.integer({ min: 0, max: 3 }), x: fc.nat(999), y: fc.nat(999), z: fc.nat(999) }), { minLength: 1, maxLength: 2 }) })
const numbers = new Set<string>()
let runs = 0
const reached = new Map<string, number>()

const live = async (from: (typeof admissionOrder)[number], rounds: { days: number; both: { wild: number; x: number; y: number; z: number }[] }[]): Promise<string[]> => {
  const who = await way.applicant(`w-random-${++runs}`, from)
  const wrong: string[] = []
  let followed: Followed = (await readApplicationSteps(context.table, who)).reduce<Followed>((before, step) => follow(before, step), nothing)
  for (const step of followed.steps) if (step.act === 'pre-review') numbers.add(step.facts.number)
  for (const [r, { days, both }] of rounds.entries()) {
    context.setNow(new Date(context.now() + days * 86_400_000).toISOString())
    const today = new Date(context.now()).toISOString().slice(0, 10)
    const known = await readApplicationSteps(context.table, who)
    const application = foldApplication(known)
    const asked = new Map<string, { actorId: string; input: ActInput; said: number | undefined }>()
    const taken = ((await getItem<QuotaLine>(context.table, keys.quota('wangcang.s01', 2026, `${branch}#*`), true)) as QuotaLine).taken
    const me = await readMe(context.table, who, true)
    await Promise.all(both.map(async ({ wild, x, y, z }, i) => {
      const ahead = nextAct(application) ?? 'apply'
      const act = wild === 0 ? pick(acts, x) : application?.position === 'form-filled' && y % 2 ? 'introduce' : (ahead as (typeof acts)[number])
      const actorId = wild === 0 ? pick([...whoever, who], z) : ['apply', 'fill-form', 'withdraw'].includes(act) ? who : act === 'introduce' ? pick(introducers, z) : (usual[act] ?? 'w-secretary')
      const date = new Date(context.now() + pick([0, 0, 0, -1, 1, -9], y) * 86_400_000).toISOString().slice(0, 10)
      const input = inputOf(act, date, actorId, z)
      const said = act === 'apply' ? undefined : (application?.version ?? 0) - (z % 12 === 0 ? 1 : 0)
      const stepId = `${who}-${r}-${i}-abc`
      asked.set(stepId, { actorId, input, said })
      const actor = await readMe(context.table, actorId, true)
      if (me && actor) await actOn(context, me, { stepId, version: said, actor, input })
    }))
    const now = await readApplicationSteps(context.table, who)
    for (const step of now.slice(known.length)) {
      const request = asked.get(step.stepId)
      const actor = request && (await readMe(context.table, request.actorId, true))
      if (!request || !actor) return [`a step that nobody asked for: ${step.stepId}`]
      const scene: Scene = {
        personId: who, birthDate: '2010-03-01', branch, today, actor, input: request.input, version: { said: request.said, was: followed.steps.at(-1)?.n ?? 0 }, isMember: me?.leagueMember !== undefined,
        lessons: ['2026-03-17'], hours: [{ date: '2026-04-20', minutes: 60 }], reviewers: [], members: new Map(introducers.map((id) => [id, branch])), isWorkday: (date) => chineseWorkdays(date) ?? false,
        placesLeft: 12 - taken, numbersTaken: numbers,
      }
      wrong.push(...wrongOf(followed, step as ApplicationStep, scene).map((one) => `${one} (${who}, ${today}, ${request.actorId})`))
      if (step.act === 'pre-review') numbers.add(step.facts.number)
      followed = follow(followed, step)
    }
  }
  reached.set(followed.state, (reached.get(followed.state) ?? 0) + 1)
  return wrong
}

test('fifty lives through the store: nothing that was accepted was wrong, no place was given twice, and all of it can be audited', async () => {
  const beginnings = admissionOrder.slice(0, 11)
  const worlds = fc.sample(fc.record({ from: fc.constantFrom(...beginnings), rounds: fc.array(round, { minLength: 5, maxLength: 8, size: 'max' }) }), { numRuns: 50, seed: 20_261_125 })
  for (const { from, rounds } of worlds) {
    // With the last place taken nobody is led further: the run begins before it.
    const { taken, quota } = (await getItem<QuotaLine>(context.table, keys.quota('wangcang.s01', 2026, `${branch}#*`), true)) as QuotaLine
    expect(taken).toBeLessThanOrEqual(quota)
    const begin = taken < quota ? from : beginnings[beginnings.indexOf(from) % 5]
    expect(await live(begin as typeof from, rounds)).toEqual([])
  }
  expect([...reached.keys()].length).toBeGreaterThan(6)
  const file = await exportAudit(context, { org: 'wangcang.s01' } as never, {} as never)
  const verdict = verifyAudit(Buffer.from('content' in file ? file.content : '', 'base64'), auditVerifier(await context.signer.publicKey()))
  expect(isFault(verdict) ? verdict : verdict.applications).toBeGreaterThanOrEqual(50)
}, 240_000)

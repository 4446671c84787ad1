import type { ApplicationStep } from '@shared/model/application'
import type { ProcedureContent } from '@shared/model/procedure'
import type { Role } from '@shared/model/role'
import type { Case, RuleSet } from '@shared/model/rules'
import { nextAct } from '@shared/rules/application-order'
import { defaultProcedure } from '@shared/rules/default-procedure'
import fc from 'fast-check'
import type { ActFacts } from '../../functions/core/act-conditions'
import type { ActInput, ActRequest, Company, NewStep } from '../../functions/core/act-input'
import { actOnApplication } from '../../functions/core/act-on-application'
import { faultOfChain } from '../../functions/core/audit-chain'
import { chainStep } from '../../functions/core/chain-step'
import { foldApplication } from '../../functions/core/fold-application'
import { follow, type Followed, nothing, type Scene, wrongOf } from './admission-checker'

export const branch = 'wangcang.s01.b01'
const role = (name: Role['name'], scope: string): Role => ({ name, scope })
const people: { personId: string; roles: Role[] }[] = [
  { personId: 'secretary', roles: [role('branch-secretary', branch)] },
  { personId: 'school', roles: [role('committee', 'wangcang.s01')] },
  { personId: 'county', roles: [role('county-committee', 'wangcang')] },
  { personId: 'secretary-2', roles: [role('branch-secretary', 'wangcang.s01.b02')] },
  { personId: 'school-2', roles: [role('committee', 'wangcang.s02')] },
  { personId: 'county-2', roles: [role('county-committee', 'qingchuan')] },
  // A member who introduces, and is on the school's committee.
  { personId: 'm1', roles: [role('student', branch), role('committee', 'wangcang.s01')] },
  { personId: 'm2', roles: [role('student', branch)] },
  { personId: 'm3', roles: [role('student', 'wangcang.s02.b01')] },
  { personId: 'classmate', roles: [role('student', branch)] },
  // The second applicant is the branch's secretary and on the committee: never for themselves.
  { personId: 'a1', roles: [role('student', branch)] },
  { personId: 'a2', roles: [role('student', branch), role('branch-secretary', branch), role('committee', 'wangcang.s01')] },
]
const applicants = ['a1', 'a2'] as const
const born = { a1: '2010-03-01', a2: '1998-05-20' } as const
const members = new Map([['m1', branch], ['m2', branch], ['m3', 'wangcang.s02.b01']])

/** A lesson, an hour and an age: little enough for records to come and go. */
const ruleSet: RuleSet = {
  id: 'wangcang', version: 1, timeZone: 'Asia/Shanghai', counting: { volunteering: { unit: 'minute' }, 'league-class': { unit: 'lesson' } },
  requirements: [
    { key: 'age', kind: 'age', enforcement: 'required', atLeast: 14, below: 28 },
    { key: 'league-class', kind: 'quantity', enforcement: 'required', category: 'league-class', window: { kind: 'ever' }, atLeast: 1 },
    { key: 'hours', kind: 'quantity', enforcement: 'required', category: 'volunteering', window: { kind: 'ever' }, atLeast: 60 },
    { key: 'points', kind: 'points', enforcement: 'advisory', atLeast: 2, rules: [{ category: 'league-class', window: { kind: 'ever' }, per: 1, points: 2, atMost: 4 }] },
  ],
}
const isWorkday = (date: string) => ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay()) && date.slice(8) !== '15'

/** A number for each choice a command makes: who, what, when, how wrong. */
export interface Command {
  kind: 'next' | 'wild' | 'clock' | 'ledger'
  whose: 0 | 1
  x: number
  y: number
  z: number
}
const nat = fc.nat({ max: 9_999 })
const kinds = (['next', 'next', 'next', 'next', 'next', 'next', 'next', 'wild', 'clock', 'clock', 'ledger'] as const).map((kind) => fc.constant(kind))
export const commands = (maxLength: number) => fc.array(fc.record<Command>({ kind: fc.oneof(...kinds), whose: fc.constantFrom(0, 0, 0, 1), x: nat, y: nat, z: nat }), { minLength: Math.floor(maxLength / 2), maxLength, size: 'max' })

/** What a control takes away from what the core decides by; the checker knows nothing of it. */
export interface Weaker {
  procedure?: (content: ProcedureContent) => ProcedureContent
  facts?: (facts: ActFacts) => ActFacts
  request?: (request: ActRequest, facts: ActFacts) => ActRequest
  company?: (company: Company) => Company
  /** What the request said, put back into what was decided on something else. */
  restore?: (made: NewStep, request: ActRequest) => NewStep
  chain?: (step: ApplicationStep) => ApplicationStep
}
interface Person { id: (typeof applicants)[number]; steps: ApplicationStep[]; followed: Followed; member: boolean; records: { id: string; category: string; date: string; approved: boolean; quantity: number }[]; reviewers: Set<string> }
const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T
const acts = ['apply', 'talk', 'record-route', 'name-activist', 'mentor-talk', 'propose-candidate', 'pre-review', 'open-notice', 'object', 'answer-objection', 'close-notice', 'fill-form', 'introduce', 'vote', 'approve', 'reject', 'file', 'swear-in', 'archive', 'return', 'withdraw', 'terminate'] as const
const form = { ethnicity: '汉族', education: '一中', family: '父亲', statement: '愿意' }

/** The same commands lead to the same world. Gives everything that was wrong, and how far anybody came. */
export const live = (all: readonly Command[], weaker: Weaker = {}): { wrong: string[]; accepted: number; refused: number; reached: Set<string> } => {
  let day = Date.parse('2026-01-05T00:00:00Z')
  const plan = { quota: 1 + ((all[0]?.x ?? 0) % 2), taken: 0, next: 1, numbers: new Set<string>() }
  const persons: Person[] = applicants.map((id) => ({ id, steps: [], followed: nothing, member: false, records: [], reviewers: new Set() }))
  const wrong: string[] = []
  const reached = new Set<string>()
  let [accepted, refused] = [0, 0]
  const dateIn = (days: number) => new Date(day + days * 86_400_000).toISOString().slice(0, 10)

  const caseOf = ({ id, records }: Person, ms: number): Case => ({
    asOf: new Date(ms).toISOString(), ruleSet, person: { id, birthDate: born[id] }, exams: [], studyIssues: [],
    records: records.map((one) => ({ id: one.id, category: one.category, status: one.approved ? 'approved' : 'revoked', startedAt: `${one.date}T01:00:00Z`, endedAt: `${one.date}T02:00:00Z`, quantity: one.quantity })),
  })
  /** Words for an act, sensible but for what `y` and `z` spoil now and then. */
  const inputOf = (act: (typeof acts)[number], person: Person, y: number, z: number): ActInput => {
    const date = dateIn(pick([0, 0, 0, 0, 0, -1, -2, -5, 1, -40], y))
    const decision = { body: '支部委员会', date, attendance: 5, minutes: '第 1 次' }
    const silent = (person.steps.findLast((one) => one.act === 'fill-form')?.facts as { introducers: string[] } | undefined)?.introducers.filter((one) => !person.steps.some((step) => step.act === 'introduce' && step.facts.introducer === one && step.n > (person.steps.findLast(({ act }) => act === 'fill-form')?.n ?? 0)))
    switch (act) {
      case 'apply': return z % 7 ? { act, letter: '我志愿' } : { act, date, photos: [{ photoId: 'p', sha256: 'h' }] }
      case 'talk': return { act, date, talker: '书记', notes: '谈' }
      case 'record-route':
        if (z % 3 === 0) return { act, route: 'points' }
        return z % 3 === 1 ? { act, route: 'pioneer-recommendation', date, unit: '大队', photos: [{ photoId: 'p', sha256: 'h' }] } : { act, route: 'peer-review', date, tally: pick([{ present: 10, for: 6, against: 4, abstain: 0 }, { present: 10, for: 5, against: 5, abstain: 0 }, { present: 9, for: 9, against: 1, abstain: 0 }], y) }
      case 'name-activist': return { act, decision, mentors: pick([[{ personId: 'm1', name: '甲' }], [{ personId: 'm1', name: '甲' }, { personId: 'm2', name: '乙' }], [{ name: '老师' }], [], [{ personId: person.id, name: '自己' }], [{ name: '甲' }, { name: '乙' }, { name: '丙' }]], z % 13 > 9 ? z : 0) }
      case 'mentor-talk': return { act, date, mentor: z % 11 ? 0 : 1, notes: '谈' }
      case 'propose-candidate': return { act, decision }
      case 'pre-review': return { act, decision, reply: '同意' }
      case 'open-notice': return { act, from: date, place: '公告栏' }
      case 'object': return { act, date, words: '有意见' }
      case 'answer-objection': return { act, of: (person.steps.findLast((one) => one.act === 'object')?.n ?? 1) + (z % 9 === 0 ? 1 : 0), date, upheld: z % 5 === 0, finding: '不属实' }
      case 'close-notice': return { act }
      case 'fill-form': return { act, date, form, introducers: pick([['m1', 'm2'], ['m2', 'm1'], ['m1'], ['m1', 'm1'], ['m1', 'm3'], ['m2', 'classmate'], [person.id, 'm1'], ['m1', 'm2', 'm3']], z % 5 ? z % 2 : z) }
      case 'introduce': return { act, introducer: silent?.length ? pick(silent, z) : pick(['m1', 'm2', 'm3'], z), date, opinion: '同意' }
      case 'vote': return { act, meetingId: 'meeting-1', date, shouldAttend: 10, secret: z % 2 === 0, ...pick([{ present: 8, for: 7, against: 0, abstain: 1 }, { present: 10, for: 6, against: 4, abstain: 0 }, { present: 5, for: 5, against: 0, abstain: 0 }, { present: 8, for: 5, against: 3, abstain: 0 }, { present: 12, for: 12, against: 0, abstain: 0 }, { present: 8, for: 8, against: 1, abstain: 0 }, { present: 3, for: 3, against: 0, abstain: 0 }], z % 4 ? 0 : z) }
      case 'approve': return { act, decision }
      case 'reject': return { act, decision, reason: '不' }
      case 'file': return { act, fileId: 'file', sha256: 'h', bytes: z % 7 ? 1000 : 30_000_000 }
      case 'swear-in': return { act, date, place: '礼堂' }
      case 'archive': return { act, fileId: 'file', sha256: 'h' }
      case 'return': return { act, reason: '再来' }
      case 'withdraw': return { act }
      case 'terminate': return { act, decision, reason: '终止' }
    }
  }
  const usual = (act: string, person: Person): string => {
    if (['apply', 'fill-form', 'withdraw'].includes(act)) return person.id
    if (act === 'mentor-talk') return 'm1'
    if (['pre-review', 'open-notice', 'close-notice', 'approve', 'reject', 'answer-objection', 'terminate', 'object'].includes(act)) return 'school'
    return act === 'file' ? 'county' : 'secretary'
  }

  const attempt = (person: Person, act: (typeof acts)[number], actorId: string, { y, z }: Command) => {
    const actor = people.find(({ personId }) => personId === actorId) ?? (people[0] as (typeof people)[number])
    const application = foldApplication(person.steps)
    const was = application?.version ?? 0
    const said = act === 'apply' ? undefined : z % 10 === 9 ? was - 1 : was
    const now = day + 2 * 3_600_000
    const procedure = { version: 1, content: (weaker.procedure ?? ((content) => content))(defaultProcedure) }
    const plain: ActFacts = {
      personId: person.id, birthDate: born[person.id], application, isMember: person.member, procedure, timeZone: 'Asia/Shanghai', now, caseAt: (ms) => caseOf(person, ms), calendar: isWorkday, reviewers: [...person.reviewers],
      plan: { number: plan.next > 900 ? undefined : `202651${String(plan.next).padStart(6, '0')}`, lines: [{ key: `${branch}#*`, left: plan.quota - plan.taken }] },
    }
    const facts = (weaker.facts ?? ((same) => same))(plain)
    const request: ActRequest = { stepId: `s${person.steps.length + 1}`, version: said, actor, input: inputOf(act, person, y, z) }
    const company: Company = { branch, people: new Map(people.map(({ personId }) => [personId, { branch: members.get(personId) ?? branch, isMember: members.has(personId) }])) }
    const made = actOnApplication(facts, (weaker.request ?? ((same) => same))(request, facts), (weaker.company ?? ((same) => same))(company))
    if ('refused' in made) {
      refused++
      return
    }
    const decided = (weaker.restore ?? ((same) => same))(made, request)
    const continues = act === 'apply' && application?.state !== 'returned' ? undefined : application
    const chained = chainStep(decided, { n: person.steps.length + 1, stepId: request.stepId, applicationId: continues?.applicationId ?? `${person.id}-${request.stepId}`, at: new Date(now).toISOString(), by: actor.personId, procedure: 1, last: continues?.steps.at(-1), salt: '00' })
    const step = (weaker.chain ?? ((same) => same))(chained)
    const scene: Scene = {
      personId: person.id, birthDate: born[person.id], branch, today: dateIn(0), actor, input: request.input, version: { said, was }, isMember: person.member,
      lessons: person.records.filter(({ approved, category }) => approved && category === 'league-class').map(({ date }) => date), hours: person.records.filter(({ approved, category }) => approved && category === 'volunteering').map(({ date, quantity }) => ({ date, minutes: quantity })),
      reviewers: [...person.reviewers], members, isWorkday, placesLeft: plan.quota - plan.taken, numbersTaken: plan.numbers,
    }
    wrong.push(...wrongOf(person.followed, step, scene).map((one) => `${one} (${person.id}, ${scene.today}, ${actor.personId})`))
    const reserved = continues?.steps.some((one) => one.act === 'pre-review') ?? false
    if (step.act === 'pre-review' && !reserved) {
      plan.taken++
      plan.next++
      plan.numbers.add(step.facts.number)
    }
    if (reserved && ['rejected', 'withdrawn', 'terminated'].includes(step.to)) plan.taken--
    if (step.act === 'file') person.member = true
    person.steps.push(step)
    person.followed = follow(person.followed, step)
    reached.add(step.to)
    accepted++
    const fault = faultOfChain(person.followed.steps)
    if (fault) wrong.push(`chain: entry ${fault.seq}, ${fault.why}`)
    const folded = foldApplication(person.steps)
    if (folded?.state !== person.followed.state || folded.position !== person.followed.position) wrong.push(`fold: ${folded?.state} at ${folded?.position}`)
  }

  for (const command of all) {
    const { kind, x, y, z } = command
    const person = persons[command.whose] as Person
    if (kind === 'clock') day += pick([1, 2, 3, 5, 8, 31, 92], x) * 86_400_000
    else if (kind === 'ledger') {
      const one = pick(person.records, x)
      if (one && y % 4 === 0) {
        one.approved = !one.approved
        person.reviewers.add(pick(['school', 'county', 'secretary', 'm1'], z))
      } else person.records.push({ id: `r${person.records.length}`, category: x % 2 ? 'league-class' : 'volunteering', date: dateIn(-(y % 30)), approved: true, quantity: x % 2 ? 1 : 30 + (z % 2) * 30 })
    } else {
      const application = foldApplication(person.steps)
      const ahead = nextAct(application)
      // On the way there are acts that nothing leads on from, and that others wait for.
      const aside = application?.position === 'talked' && y % 2 ? 'record-route' : (application?.position === 'cultivating' || application?.position === 'activist') && y % 3 ? 'mentor-talk' : application?.position === 'form-filled' && y % 3 ? 'introduce' : application?.position === 'public-notice' && y % 4 === 0 ? 'answer-objection' : undefined
      const act = kind === 'wild' ? pick(acts, x) : (aside ?? ahead ?? 'apply')
      attempt(person, act, kind === 'wild' || x % 9 === 0 ? pick(people, z).personId : act === 'introduce' ? pick(['m1', 'm2', 'secretary', 'secretary', 'secretary'], y) : usual(act, person), command)
    }
  }
  return { wrong, accepted, refused, reached }
}

import type { ApplicationState, ApplicationStep } from '@shared/model/application'
import type { LedgerEntry } from '@shared/model/ledger'
import type { ProcedureContent } from '@shared/model/procedure'
import type { RoleName } from '@shared/model/role'
import { lastOf } from '@shared/rules/application-order'
import { evaluate } from '@shared/rules/evaluate'
import { chineseWorkdays } from '../calendars/chinese-workdays'
import type { ActFacts } from '../core/act-conditions'
import type { ActInput, Company } from '../core/act-input'
import { actOnApplication } from '../core/act-on-application'
import { caseOf } from '../core/case-of'
import { chainStep } from '../core/chain-step'
import { evaluationOf } from '../core/evaluation-of'
import { foldApplication } from '../core/fold-application'
import { foldLedger, type FoldedLedger } from '../core/fold-ledger'
import { inForce } from '../core/fold-policy'
import { withOwnYears } from '../core/working-days'
import { nameEntries } from '../use-cases/known-entries'
import { at } from './calendar'
import type { CountyPlan } from './county-plan'
import type { DemoStudent } from './people'
import type { DemoPolicy } from './policy'
import type { Random } from './random'

/** A step, and the salt of what is sealed in it. */
export type DemoStep = ApplicationStep & { salt: string }

export interface Actor {
  personId: string
  role: RoleName
  scope: string
}

/** What stands around an application: the county's plan, procedure and policy, and who was a member of which branch on a day. */
export interface Around {
  policy: DemoPolicy
  procedure: ProcedureContent
  plan: CountyPlan
  membersOn(date: string): Company['people']
}

/** What the core is made to believe for one act: how a violation comes into the county. */
export interface Bend {
  facts?: (facts: ActFacts) => ActFacts
  people?: (people: Company['people']) => Company['people']
}

const timeZone = 'Asia/Shanghai'

/** One student's way through the procedure, decided step by step by the product's own core on what was known on each day. */
export class Journey {
  readonly steps: DemoStep[] = []
  private readonly folded = new Map<number, { ledger: FoldedLedger; issues: number; names: string }>()

  constructor(readonly student: DemoStudent, private readonly entries: readonly LedgerEntry[], private readonly around: Around, private readonly random: Random) {}

  get state(): ApplicationState | undefined {
    return foldApplication(this.steps)?.state
  }

  private knownBy(now: number) {
    const instant = new Date(now).toISOString()
    const known = this.folded.get(now)
    if (known) return known
    const entries = this.entries.filter(({ at: entered }) => entered <= instant)
    const made = { ledger: foldLedger(entries), issues: this.around.policy.issueEntries.filter(({ at: entered = '' }) => entered <= instant).length, names: nameEntries(entries) }
    this.folded.set(now, made)
    return made
  }

  private factsAt(now: number, year: number): ActFacts {
    const { policy, procedure, plan } = this.around
    const { student } = this
    const { ledger, issues } = this.knownBy(now)
    const ruleSets = [...policy.versions].reverse()
    return {
      personId: student.personId, birthDate: student.birthDate, application: foldApplication(this.steps), isMember: false, procedure: { version: 1, content: procedure }, timeZone, now,
      caseAt: (ms) => caseOf(student, ledger, { ruleSet: inForce({ ruleSets }, ms)?.ruleSet ?? policy.ruleSet, studyIssues: policy.studyIssues.slice(0, issues) }, new Date(ms).toISOString()),
      calendar: withOwnYears(chineseWorkdays, procedure), reviewers: [...new Set(ledger.records.flatMap(({ decisions }) => decisions.map(({ by }) => by)))].filter((by) => by !== student.personId),
      plan: plan.left(student.plan.above, student.branch, year),
    }
  }

  /** Does one act on a local date and minute of it; false where the core refuses it, and then nothing was done. */
  act(date: string, minute: number, actor: Actor, input: ActInput, bend: Bend = {}): boolean {
    const { student, around } = this
    const entered = at(date, minute)
    const year = Number(date.slice(0, 4))
    const facts = this.factsAt(Date.parse(entered), year)
    const people = around.membersOn(date)
    const decided = actOnApplication(bend.facts ? bend.facts(facts) : facts, { stepId: '', actor: { personId: actor.personId, roles: [{ name: actor.role, scope: actor.scope }] }, input }, { branch: student.branch, people: bend.people ? bend.people(people) : people })
    if ('refused' in decided) return false
    const { issues, names } = this.knownBy(facts.now)
    // Whatever the core was made to believe, the evaluation kept with the step is what the rules say.
    const evaluated = decided.rules && evaluationOf(facts.caseAt(Date.parse(decided.rules.asOf)), issues, names)
    if (decided.rules) decided.rules.eligible = evaluate(facts.caseAt(Date.parse(decided.rules.asOf))).eligible
    const before = facts.application
    const own = decided.act === 'apply' && before?.state !== 'returned' ? undefined : before
    const salt = this.random.token(32)
    const stepId = `st-${this.random.token(12)}`
    const step = chainStep(decided, { n: this.steps.length + 1, stepId, applicationId: own?.applicationId ?? stepId, at: entered, by: actor.personId, procedure: 1, last: own?.steps.at(-1), salt, evaluated })
    this.usePlan(step, own && lastOf(own, 'pre-review'))
    this.steps.push({ ...step, salt })
    return true
  }

  /** As use-cases/plan-writes.ts does it. */
  private usePlan(step: ApplicationStep, reserved: { facts: { number: string } } | undefined): void {
    const { plan } = this.around
    const { student } = this
    if (step.act === 'pre-review' && !reserved) plan.reserve(student.plan.above, student.branch, Number(step.at.slice(0, 4)), step.facts.number, student.personId)
    const year = reserved && Number(reserved.facts.number.slice(0, 4))
    if (year === undefined) return
    if (step.to === 'rejected' || step.to === 'withdrawn' || step.to === 'terminated') plan.giveBack(student.plan.above, student.branch, year)
    if (step.act === 'file') plan.use(student.plan.above, student.branch, year)
  }
}

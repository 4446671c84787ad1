import type { ActFacts as Facts, ActName, ActTexts, AdmissionForm, Application, ApplicationState, ApplicationStep, CollectiveDecision, Tally } from '@shared/model/application'
import { type FieldError, type Refusal, refuse } from '@shared/model/refusal'
import type { Role } from '@shared/model/role'
import type { StaffAct } from '@shared/model/procedure'
import { ageOn } from '@shared/rules/age-on'
import { isAdmissionState, lastOf, mayFollow, noticeOf, stateBefore } from '@shared/rules/application-order'
import { evaluate } from '@shared/rules/evaluate'
import { localDateIn } from '@shared/rules/local-date-in'
import { type ActFacts, actConditions, asOfDay, dayAfter, lastLeagueClass, monthsAfter, routesTaken, silentIntroducers } from './act-conditions'
import { may } from './may'
import { afterWorkingDays, workingDaysBetween } from './working-days'

type Photos = { photoId: string; sha256: string }[]

/** What somebody asks to be done, as it came in; dates are local dates. */
export type ActInput =
  | { act: 'apply'; letter?: string; date?: string; photos?: Photos }
  | { act: 'talk'; date: string; talker: string; notes: string }
  | { act: 'record-route'; route: 'pioneer-recommendation'; date: string; unit: string; photos: Photos; words?: string }
  | { act: 'record-route'; route: 'peer-review'; date: string; tally: Tally; words?: string }
  | { act: 'record-route'; route: 'points'; words?: string }
  | { act: 'name-activist'; decision: CollectiveDecision; mentors: { personId?: string; name: string }[] }
  | { act: 'mentor-talk'; date: string; mentor: number; notes: string }
  | { act: 'propose-candidate'; decision: CollectiveDecision }
  | { act: 'pre-review'; decision: CollectiveDecision; reply: string }
  | { act: 'open-notice'; from: string; place: string }
  | { act: 'object'; date: string; words: string; from?: string }
  | { act: 'answer-objection'; of: number; date: string; upheld: boolean; finding: string }
  | { act: 'close-notice'; words?: string }
  | { act: 'fill-form'; date?: string; form: AdmissionForm; introducers: string[] }
  | { act: 'introduce'; introducer: string; date: string; opinion: string }
  | ({ act: 'vote'; meetingId: string; date: string; shouldAttend: number; secret: boolean; words?: string } & Tally)
  | { act: 'approve'; decision: CollectiveDecision; words?: string }
  | { act: 'reject'; decision: CollectiveDecision; reason: string }
  | { act: 'file'; fileId: string; sha256: string; bytes: number }
  | { act: 'swear-in'; date: string; place: string }
  | { act: 'archive'; fileId: string; sha256: string }
  | { act: 'return'; reason: string }
  | { act: 'withdraw' }
  | { act: 'terminate'; decision: CollectiveDecision; reason: string }

export interface ActRequest {
  stepId: string
  /** The step it was taken on; absent for a letter, which begins. */
  version?: number | undefined
  actor: { personId: string; roles: readonly Role[] }
  input: ActInput
}

/** What the act needs to know of others. */
export interface Company {
  branch: string
  /** People named in the act: whether they are in a branch, and a member of the League. */
  people: ReadonlyMap<string, { branch?: string | undefined; isMember: boolean }>
}

/** A step before it has its place in the chain. */
export type NewStep = { [A in ActName]: Pick<Extract<ApplicationStep, { act: A }>, 'act' | 'facts' | 'texts' | 'to' | 'onBehalf' | 'rules'> }[ActName]

const field = (path: string, code: string, message: string): FieldError => ({ path, code, message })
const wrong = (...errors: (FieldError | undefined)[]): Refusal | undefined => {
  const faults = errors.filter((one) => one !== undefined)
  return faults.length ? { refused: 'invalid-input', errors: faults } : undefined
}

const today = ({ timeZone, now }: ActFacts): string => localDateIn(timeZone, now)
/** A date that an act states: not to come, and not before (or, where days must grow, not on) the one it follows. */
const dated = (facts: ActFacts, path: string, date: string, after?: string, strictly = false): FieldError | undefined => {
  if (date > today(facts)) return field(path, 'in-future', 'It has not been yet')
  if (after !== undefined && date < after) return field(path, 'too-early', `It was before what it follows, ${after}`)
  return after !== undefined && strictly && date === after ? field(path, 'same-day', `It was on the same day as what it follows, ${after}`) : undefined
}

/** The local date that a step is of: what it states, or the day it was entered. */
export const dateOf = (timeZone: string, { facts, at }: ApplicationStep): string => {
  if ('decision' in facts) return facts.decision.date
  if ('from' in facts) return facts.from
  return ('date' in facts ? facts.date : undefined) ?? localDateIn(timeZone, Date.parse(at))
}

/** The date of the latest step that led to where the application stands; what comes next is not before it. */
const follows = (facts: ActFacts, application: Application): string | undefined => {
  const led = application.steps.findLast(({ to, act }) => (to === application.position || act === 'close-notice') && act !== 'return')
  return led && dateOf(facts.timeZone, led)
}

const tallyFaults = ({ present, for: yes, against, abstain }: Tally, path: string): FieldError | undefined =>
  yes + against + abstain === present ? undefined : field(path, 'does-not-add-up', 'For, against and abstain must add up to those present')
const moreThan = (part: number, of: number, [a, b]: readonly [number, number]): boolean => part * b > of * a

const step = <A extends ActName>(act: A, to: ApplicationState, facts: Facts<A>, texts?: ActTexts<A>, more: { onBehalf?: true; rules?: ApplicationStep['rules'] } = {}): NewStep => ({ act, to, facts, ...(texts && { texts }), ...more }) as unknown as NewStep

const rulesAt = (facts: ActFacts, date: string): NonNullable<ApplicationStep['rules']> => {
  const { asOf, ruleSet, eligible } = evaluate(facts.caseAt(asOfDay(facts, date)))
  return { ...ruleSet, asOf, eligible }
}

/** Who the act belongs to, where it is not a staff role's. */
const belongsTo = (input: ActInput, { application, personId }: ActFacts): readonly (string | undefined)[] => {
  if (input.act === 'mentor-talk') return [application && lastOf(application, 'name-activist')?.facts.mentors[input.mentor]?.personId]
  if (input.act === 'introduce') return [input.introducer]
  return [personId]
}

const own: readonly ActName[] = ['apply', 'fill-form', 'withdraw', 'mentor-talk', 'introduce']
/** Acts of others that a branch secretary may enter from paper. */
const onPaper: readonly ActName[] = ['apply', 'fill-form', 'mentor-talk', 'introduce']

/** Nobody acts on their own application but with what is the applicant's; staff by the policy's roles over the applicant's branch. */
const faultOfActor = (facts: ActFacts, { actor, input }: ActRequest, { branch }: Company): { refusal?: Refusal; onBehalf?: true } => {
  const mine = belongsTo(input, facts).includes(actor.personId)
  if (own.includes(input.act)) {
    if (mine) return {}
    if (actor.personId === facts.personId) return { refusal: refuse('own-application') }
    return onPaper.includes(input.act) && may(actor.roles, ['branch-secretary', 'committee', 'county-committee'], branch) ? { onBehalf: true } : { refusal: refuse('not-allowed') }
  }
  if (actor.personId === facts.personId) return { refusal: refuse('own-application') }
  return may(actor.roles, facts.procedure.content.actors[input.act as StaffAct], branch) ? {} : { refusal: refuse('not-allowed') }
}

const conditionsUnmet = (act: ActName, facts: ActFacts, date: string, actorId: string): Refusal | undefined => {
  const unmet = actConditions(act, facts, date, actorId).filter(({ met }) => !met)
  return unmet.length ? refuse('conditions-unmet', { conditions: unmet }) : undefined
}

/**
 * The step that an act leads to, or why it cannot be (spec/admission-procedure.md). Pure: everything it goes by is in `facts` and `company`. The order of
 * refusals: who, which version, whether the procedure has it next, what of the input is wrong (all of it), which conditions are unmet (all of them).
 */
export const actOnApplication = (facts: ActFacts, request: ActRequest, company: Company): NewStep | Refusal => {
  const { input, actor, version } = request
  const { application } = facts
  const { refusal, onBehalf } = faultOfActor(facts, request, company)
  if (refusal) return refusal
  if (input.act !== 'apply' && !application) return refuse('not-found')
  if (version !== undefined && application && version !== application.version) {
    const last = application.steps.at(-1)
    return refuse('application-changed', { conflict: { state: application.state, by: last?.by, at: last?.at, version: application.version } })
  }
  if (input.act === 'apply' && facts.isMember) return refuse('already-member')
  if (!mayFollow(application, input.act)) return refuse(input.act === 'apply' ? 'application-open' : 'application-not-open', { state: application?.state ?? 'none' })
  const made = decide(facts, input, company, actor.personId)
  return 'refused' in made || !onBehalf ? made : { ...made, onBehalf }
}

const decide = (facts: ActFacts, input: ActInput, company: Company, actorId: string): NewStep | Refusal => {
  const { application, procedure: { content }, timeZone } = facts
  const unmet = (date: string) => conditionsUnmet(input.act, facts, date, actorId)
  // Every act but a letter has an application by now.
  const before = application && follows(facts, application)
  const steps = application ?? { steps: [] as ApplicationStep[] }
  switch (input.act) {
    case 'apply': {
      const { letter, date, photos } = input
      const on = date ?? today(facts)
      if ((letter === undefined) === (photos === undefined)) return wrong(field('letter', 'required', 'A letter, typed or on paper')) as Refusal
      return wrong(dated(facts, 'date', on)) ?? unmet(on) ?? step('apply', 'applied', { ...(date !== undefined && { date }), ...(photos && { photos }) }, letter === undefined ? undefined : { letter })
    }
    case 'talk': {
      const { date, talker, notes } = input
      const by = before && monthsAfter(before, content.talk.withinMonths)
      return wrong(dated(facts, 'date', date, before)) ?? step('talk', 'talked', { date, ...(by !== undefined && date > by && { late: true as const }) }, { talker, notes })
    }
    case 'record-route': {
      if (!content.activist.routes.includes(input.route)) return wrong(field('route', 'not-a-route', 'The county’s procedure does not have this route')) as Refusal
      if (input.route === 'points') {
        const aCase = facts.caseAt(facts.now)
        const found = evaluate(aCase).requirements.find(({ kind }) => kind === 'points')
        if (!found) return wrong(field('route', 'no-points', 'The rules give no points')) as Refusal
        return step('record-route', 'talked', { route: 'points', date: today(facts), points: Number(found.achieved), needed: found.required, ruleSet: { id: aCase.ruleSet.id, version: aCase.ruleSet.version } }, { words: input.words ?? '' })
      }
      const late = dated(facts, 'date', input.date)
      if (input.route === 'peer-review') return wrong(late, tallyFaults(input.tally, 'tally')) ?? step('record-route', 'talked', { route: 'peer-review', date: input.date, tally: input.tally }, { words: input.words ?? '' })
      return wrong(late) ?? step('record-route', 'talked', { route: 'pioneer-recommendation', date: input.date, photos: input.photos }, { unit: input.unit, words: input.words ?? '' })
    }
    case 'name-activist': {
      const { decision, mentors } = input
      const { atLeast, atMost } = content.activist.mentors
      const ids = mentors.flatMap(({ personId }) => personId ?? [])
      return (
        wrong(
          dated(facts, 'decision.date', decision.date, before),
          mentors.length < atLeast || mentors.length > atMost ? field('mentors', 'how-many', `${atLeast} to ${atMost} mentors`) : undefined,
          ids.includes(facts.personId) ? field('mentors', 'applicant', 'Nobody is their own mentor') : undefined,
          new Set(ids).size < ids.length ? field('mentors', 'twice', 'A mentor is named twice') : undefined,
          ids.some((id) => !company.people.has(id)) ? field('mentors', 'unknown', 'A mentor is not known') : undefined,
        ) ??
        unmet(decision.date) ??
        step('name-activist', 'activist', { decision, mentors: mentors.map(({ personId }) => (personId === undefined ? {} : { personId })), routes: [...new Set(routesTaken(facts).map(({ facts: { route } }) => route))] }, { mentors: mentors.map(({ name }) => name) })
      )
    }
    case 'mentor-talk': {
      const named = lastOf(steps, 'name-activist')
      if (!named?.facts.mentors[input.mentor]) return wrong(field('mentor', 'unknown', 'No such mentor was named')) as Refusal
      return wrong(dated(facts, 'date', input.date, named.facts.decision.date)) ?? step('mentor-talk', 'cultivating', { date: input.date, mentor: input.mentor }, { notes: input.notes })
    }
    case 'propose-candidate':
      return wrong(dated(facts, 'decision.date', input.decision.date, before)) ?? unmet(input.decision.date) ?? step('propose-candidate', 'candidate-proposed', { decision: input.decision }, undefined, { rules: rulesAt(facts, input.decision.date) })
    case 'pre-review': {
      const { decision, reply } = input
      const refusal = wrong(dated(facts, 'decision.date', decision.date, before)) ?? unmet(decision.date)
      if (refusal) return refusal
      // A number is reserved once: an application that was returned keeps it.
      const number = lastOf(steps, 'pre-review')?.facts.number ?? facts.plan?.number
      if (number === undefined) throw new Error('A condition let an application without a number through')
      return step('pre-review', 'pre-reviewed', { decision, number, quota: lastOf(steps, 'pre-review')?.facts.quota ?? facts.plan?.lines.map(({ key }) => key) ?? [] }, { reply })
    }
    case 'open-notice': {
      const { from, place } = input
      const until = afterWorkingDays(facts.calendar, from, content.notice.workingDays)
      if (until === undefined) return refuse('conditions-unmet', { conditions: [{ key: 'calendar-known', met: false, mend: 'publish-workdays' }] })
      const masked = facts.birthDate !== undefined && ageOn(facts.birthDate, from) < content.notice.maskedBelowAge
      return wrong(dated(facts, 'from', from, before)) ?? step('open-notice', 'public-notice', { from, until, masked }, { place })
    }
    case 'object':
      return wrong(dated(facts, 'date', input.date, noticeOf(steps).opened?.facts.from)) ?? step('object', 'public-notice', { date: input.date }, { words: input.words, ...(input.from !== undefined && { from: input.from }) })
    case 'answer-objection': {
      const { of, upheld, finding, date } = input
      const objection = noticeOf(steps).objections.find((one) => one.step.n === of)
      if (!objection || objection.answer) return wrong(field('of', 'unknown', 'No open objection has this number')) as Refusal
      return wrong(dated(facts, 'date', date, objection.step.facts.date)) ?? step('answer-objection', 'public-notice', { of, upheld, date }, { finding })
    }
    case 'close-notice': {
      const date = today(facts)
      const from = noticeOf(steps).opened?.facts.from ?? date
      return unmet(date) ?? step('close-notice', 'public-notice', { date, workingDays: workingDaysBetween(facts.calendar, from, date) ?? 0 }, { ...(input.words !== undefined && { words: input.words }) })
    }
    case 'fill-form': {
      const date = input.date ?? today(facts)
      const lesson = lastLeagueClass(facts, facts.now)
      return wrong(dated(facts, 'date', date, before), dated(facts, 'date', date, lesson, true), ...introducerFaults(facts, input.introducers, company)) ?? unmet(date) ?? step('fill-form', 'form-filled', { date, introducers: input.introducers }, { form: input.form })
    }
    case 'introduce': {
      const silent = silentIntroducers(application)
      if (!silent.includes(input.introducer)) return wrong(field('introducer', 'not-asked', 'They are no introducer of this form, or have spoken')) as Refusal
      return wrong(dated(facts, 'date', input.date, lastOf(steps, 'fill-form')?.facts.date, true)) ?? step('introduce', 'form-filled', { date: input.date, introducer: input.introducer }, { opinion: input.opinion })
    }
    case 'vote': {
      const { act, meetingId, date, shouldAttend, secret, words, ...tally } = input
      const spoken = steps.steps.flatMap((one) => (one.act === 'introduce' && one.n > (lastOf(steps, 'fill-form')?.n ?? 0) ? [one.facts.date] : [])).sort().at(-1)
      const refusal = wrong(dated(facts, 'date', date, spoken ?? lastOf(steps, 'fill-form')?.facts.date, true), tallyFaults(tally, 'present'), tally.present > shouldAttend ? field('present', 'more-than-should', 'More were present than should attend') : undefined) ?? unmet(date)
      if (refusal) return refusal
      const { quorum, majority } = content.vote
      const quorate = moreThan(tally.present, shouldAttend, quorum.moreThan)
      if (!quorate) return refuse('conditions-unmet', { conditions: [{ key: 'quorum', met: false, achieved: tally.present, required: Math.floor((shouldAttend * quorum.moreThan[0]) / quorum.moreThan[1]) + 1, mend: 'meet-again' }] })
      const passed = moreThan(tally.for, majority.of === 'present' ? tally.present : shouldAttend, majority.moreThan)
      return step('vote', passed ? 'branch-voted' : 'rejected', { meetingId, date, shouldAttend, secret, ...tally, quorate, passed }, { ...(words !== undefined && { words }) }, { rules: rulesAt(facts, date) })
    }
    case 'approve':
    case 'reject': {
      const { decision } = input
      const refusal = wrong(dated(facts, 'decision.date', decision.date, lastOf(steps, 'vote')?.facts.date, true)) ?? (input.act === 'approve' ? unmet(decision.date) : undefined)
      if (refusal) return refusal
      if (input.act === 'reject') return step('reject', 'rejected', { decision }, { reason: input.reason })
      return step('approve', 'committee-approved', { decision }, { ...(input.words !== undefined && { words: input.words }) })
    }
    case 'file': {
      const { fileId, sha256, bytes } = input
      const number = lastOf(steps, 'pre-review')?.facts.number
      if (number === undefined) throw new Error('An application without a number came to be filed')
      const approved = lastOf(steps, 'approve')?.facts.decision.date
      const late = approved !== undefined && today(facts) > dayAfter(approved, content.filing.withinDays)
      return wrong(bytes > content.filing.mostBytes ? field('fileId', 'too-large', `At most ${content.filing.mostBytes} bytes`) : undefined) ?? step('file', 'filed', { number, fileId, sha256, bytes, ...(late && { late: true as const }) })
    }
    case 'swear-in':
      return wrong(dated(facts, 'date', input.date, before)) ?? step('swear-in', 'sworn-in', { date: input.date }, { place: input.place })
    case 'archive':
      return step('archive', 'archived', { fileId: input.fileId, sha256: input.sha256 })
    case 'return': {
      const backTo = application && isAdmissionState(application.state) ? stateBefore(application.state) : 'none'
      return step('return', 'returned', { backTo }, { reason: input.reason })
    }
    case 'withdraw':
      return step('withdraw', 'withdrawn', {})
    case 'terminate':
      return wrong(dated(facts, 'decision.date', input.decision.date, localDateIn(timeZone, Date.parse(application?.appliedAt ?? '')))) ?? step('terminate', 'terminated', { decision: input.decision }, { reason: input.reason })
  }
}

const introducerFaults = ({ personId, procedure }: ActFacts, introducers: readonly string[], { people, branch }: Company): (FieldError | undefined)[] => [
  introducers.length !== procedure.content.introducers || new Set(introducers).size !== introducers.length ? field('introducers', 'how-many', `Exactly ${procedure.content.introducers} introducers`) : undefined,
  introducers.includes(personId) ? field('introducers', 'applicant', 'Nobody introduces themselves') : undefined,
  ...introducers.map((id, i) => (people.get(id)?.branch === branch && people.get(id)?.isMember ? undefined : field(`introducers[${i}]`, 'not-a-member', 'An introducer is a member of the League in the same branch'))),
]

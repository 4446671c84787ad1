import type { ActFacts as Facts, ActName, ActTexts, Application, ApplicationState, ApplicationStep } from '@shared/model/application'
import { type Refusal, refuse } from '@shared/model/refusal'
import { ageOn } from '@shared/rules/age-on'
import { isAdmissionState, lastOf, mayFollow, noticeOf, stateBefore } from '@shared/rules/application-order'
import { evaluate } from '@shared/rules/evaluate'
import { localDateIn } from '@shared/rules/local-date-in'
import { type ActFacts, actConditions, asOfDay, dayAfter, lastLeagueClass, monthsAfter, routesTaken, silentIntroducers } from './act-conditions'
import { afterWorkingDays, workingDaysBetween } from './working-days'
import { dated, field, introducerFaults, tallyFaults, today, wrong } from './act-faults'
import type { ActInput, ActRequest, Company, NewStep } from './act-input'
import { faultOfActor } from './actor-of-act'
import { dateOf } from './date-of-step'

/** The date of the latest step that led to where the application stands; what comes next is not before it. */
const follows = (facts: ActFacts, application: Application): string | undefined => {
  const led = application.steps.findLast(({ to, act }) => (to === application.position || act === 'close-notice') && act !== 'return')
  return led && dateOf(facts.timeZone, led)
}

const moreThan = (part: number, of: number, [a, b]: readonly [number, number]): boolean => part * b > of * a

const step = <A extends ActName>(act: A, to: ApplicationState, facts: Facts<A>, texts?: ActTexts<A>, more: { onBehalf?: true; rules?: ApplicationStep['rules'] } = {}): NewStep => ({ act, to, facts, ...(texts && { texts }), ...more }) as unknown as NewStep

const rulesAt = (facts: ActFacts, date: string): NonNullable<ApplicationStep['rules']> => {
  const { asOf, ruleSet, eligible } = evaluate(facts.caseAt(asOfDay(facts, date)))
  return { ...ruleSet, asOf, eligible }
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

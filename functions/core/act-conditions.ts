import type { ActName, Application, StepOf } from '@shared/model/application'
import type { ProcedureContent } from '@shared/model/procedure'
import type { Case } from '@shared/model/rules'
import { ageOn } from '@shared/rules/age-on'
import { admissionOrder, isAdmissionState, lastOf, noticeOf } from '@shared/rules/application-order'
import { evaluate } from '@shared/rules/evaluate'
import { dateOfDay, formatDay, parseDay } from '@shared/rules/local-date'
import { localDateIn } from '@shared/rules/local-date-in'
import { monthsBefore } from '@shared/rules/window'
import { mendOf } from './mend-of'
import { afterWorkingDays, type WorkCalendar, workingDaysBetween } from './working-days'

/** One condition of an act: an unmet one says how to mend it, and from when it can hold. `key` is a requirement's, or one of the procedure's own. */
export interface Condition {
  key: string
  met: boolean
  achieved?: number
  required?: number
  mend?: string
  /** Local date. */
  earliest?: string
}

/** What an act is judged by; read with consistent reads, except for what the item's own condition guards. */
export interface ActFacts {
  personId: string
  birthDate?: string | undefined
  application: Application | undefined
  /** Whether the roster knows the applicant as a member of the League. */
  isMember: boolean
  procedure: { version: number; content: ProcedureContent }
  timeZone: string
  now: number
  /** The applicant's case as of an instant (epoch ms), by the rules in force then. */
  caseAt(ms: number): Case
  calendar: WorkCalendar
  /** Who decided about any record of the applicant. */
  reviewers: readonly string[]
  /** What the plan has left for the applicant: the next development number of the committee's range, and places by line; absent where nobody asked. */
  plan?: { number: string | undefined; lines: { key: string; left: number }[] } | undefined
}

/** `months` calendar months after a local date; the last day of a month that has no such day. */
export const monthsAfter = (date: string, months: number): string => formatDay(monthsBefore(dateOfDay(parseDay(date) ?? 0), -months))
export const dayAfter = (date: string, days = 1): string => formatDay((parseDay(date) ?? 0) + days)

/** The last instant (epoch ms) of a local date, but never after `now`: what is decided today is decided on what is there now. */
export const asOfDay = ({ timeZone, now }: Pick<ActFacts, 'timeZone' | 'now'>, date: string): number => {
  if (date >= localDateIn(timeZone, now)) return now
  // The county's zone is a few hours off UTC and changed its clocks last in 1991: the first instant of the next day is found from noon.
  let ms = Date.parse(`${dayAfter(date)}T00:00:00Z`) + 43_200_000
  while (localDateIn(timeZone, ms - 1) > date) ms -= 900_000
  return Math.min(ms - 1, now)
}

/** Every required requirement of the rules as of an instant, met or not. */
export const ruleConditions = ({ caseAt, birthDate }: Pick<ActFacts, 'caseAt' | 'birthDate'>, ms: number): Condition[] => {
  const aCase = caseAt(ms)
  return evaluate(aCase).requirements.flatMap((found) => {
    const rule = aCase.ruleSet.requirements.find(({ key }) => key === found.key)
    if (found.enforcement !== 'required' || !rule) return []
    return [{ key: found.key, met: found.met, achieved: Number(found.achieved), required: found.required, ...(!found.met && mendOf(rule, found, birthDate, aCase.ruleSet, ms)) }]
  })
}

/** The local date of the last lesson of League class that counts. */
export const lastLeagueClass = ({ caseAt, timeZone }: Pick<ActFacts, 'caseAt' | 'timeZone'>, ms: number): string | undefined => {
  const aCase = caseAt(ms)
  const counted = new Set(evaluate(aCase).requirements.flatMap((found) => (found.kind === 'quantity' ? found.counted.map(({ id }) => id) : [])))
  return aCase.records.filter(({ id, category }) => category === 'league-class' && counted.has(id)).map(({ endedAt }) => localDateIn(timeZone, Date.parse(endedAt))).sort().at(-1)
}

const withinAge = ({ birthDate, procedure }: ActFacts, date: string): Condition => {
  const { atLeast, below } = procedure.content.age
  const years = birthDate === undefined ? 0 : ageOn(birthDate, date)
  return { key: 'procedure-age', met: birthDate !== undefined && years >= atLeast && years < below, achieved: years, required: years >= below ? below : atLeast, ...(birthDate === undefined || years >= below ? { mend: 'none' } : { mend: 'wait' }) }
}

const atLeast = (key: string, achieved: number, required: number, mend: string, earliest?: string): Condition => ({ key, met: achieved >= required, achieved, required, ...(achieved < required && { mend, ...(earliest !== undefined && { earliest }) }) })
const flag = (key: string, met: boolean, mend: string): Condition => ({ key, met, ...(!met && { mend }) })

/** The routes to activist that were taken since the talk, and hold. */
export const routesTaken = ({ application, procedure }: Pick<ActFacts, 'application' | 'procedure'>): StepOf<'record-route'>[] => {
  const { routes, peerReview: { moreThan: [part, of] } } = procedure.content.activist
  const talked = application?.steps.findLastIndex(({ act }) => act === 'talk') ?? -1
  return (application?.steps.slice(talked) ?? []).filter((step): step is StepOf<'record-route'> => {
    if (step.act !== 'record-route' || !routes.includes(step.facts.route)) return false
    if (step.facts.route === 'points') return step.facts.points >= step.facts.needed
    return step.facts.route !== 'peer-review' || step.facts.tally.for * of > step.facts.tally.present * part
  })
}

/** The mentor talks since the applicant was named an activist. */
export const mentorTalks = ({ application }: Pick<ActFacts, 'application'>): StepOf<'mentor-talk'>[] => {
  const named = application?.steps.findLastIndex(({ act }) => act === 'name-activist') ?? -1
  return (application?.steps.slice(named) ?? []).filter((step): step is StepOf<'mentor-talk'> => step.act === 'mentor-talk')
}

/** The introducers who have not spoken yet on the form that stands. */
export const silentIntroducers = (application: Application | undefined): string[] => {
  const form = application && lastOf(application, 'fill-form')
  // A form that was returned is to be handed in again, and spoken for again.
  if (application && isAdmissionState(application.position) && admissionOrder.indexOf(application.position) < admissionOrder.indexOf('form-filled')) return form?.facts.introducers ?? []
  const spoken = new Set(application?.steps.flatMap((step) => (step.act === 'introduce' && step.n > (form?.n ?? 0) ? [step.facts.introducer] : [])))
  return form?.facts.introducers.filter((one) => !spoken.has(one)) ?? []
}

/** The reasons of a person to keep their hands off the approval. */
const unbiased = ({ application, reviewers }: ActFacts, actorId: string | undefined): Condition[] => {
  if (actorId === undefined) return []
  const introducers = application ? (lastOf(application, 'fill-form')?.facts.introducers ?? []) : []
  return [flag('not-reviewer', !reviewers.includes(actorId), 'another-decides'), flag('not-introducer', !introducers.includes(actorId), 'another-decides')]
}

/**
 * Every condition of an act at once, as of the local date on which it is, or would be, decided (spec/admission-procedure.md, the table and "Pre-flight").
 * `actorId` asks about whoever is to do it. What only the act's own words can say (a tally, a date) is judged with the act.
 */
export const actConditions = (act: ActName, facts: ActFacts, date: string, actorId?: string): Condition[] => {
  const { application, procedure: { content }, plan } = facts
  const ms = asOfDay(facts, date)
  const steps = application ?? { steps: [] }
  switch (act) {
    case 'apply':
      return [withinAge(facts, date), flag('not-a-member', !facts.isMember, 'none')]
    case 'name-activist': {
      const taken = new Set(routesTaken(facts).map(({ facts: { route } }) => route))
      const { need, routes } = content.activist
      return [atLeast('routes', need === 'any' ? Math.min(1, taken.size) : taken.size, need === 'any' ? 1 : routes.length, 'take-route')]
    }
    case 'propose-candidate': {
      const named = lastOf(steps, 'name-activist')?.facts.decision.date
      const from = named === undefined ? undefined : monthsAfter(named, content.cultivation.months)
      return [
        ...ruleConditions(facts, ms),
        { key: 'months-as-activist', met: from !== undefined && date >= from, required: content.cultivation.months, ...(from !== undefined && date < from && { mend: 'wait', earliest: from }) },
        atLeast('mentor-talks', mentorTalks(facts).length, content.cultivation.mentorTalks, 'mentor-talk'),
      ]
    }
    case 'pre-review':
      return [flag('number-left', plan !== undefined && (plan.number !== undefined || lastOf(steps, 'pre-review') !== undefined), 'allocate-numbers'), flag('quota-left', plan !== undefined && plan.lines.length > 0 && plan.lines.every(({ left }) => left > 0), 'raise-quota')]
    case 'close-notice': {
      const { opened, objections } = noticeOf(steps)
      const seen = opened && workingDaysBetween(facts.calendar, opened.facts.from, date)
      return [
        flag('calendar-known', opened === undefined || seen !== undefined, 'publish-workdays'),
        atLeast('notice-days', seen ?? 0, content.notice.workingDays, 'wait', opened && afterWorkingDays(facts.calendar, opened.facts.from, content.notice.workingDays)),
        flag('objections-answered', objections.every(({ answer }) => answer !== undefined), 'answer-objection'),
        flag('no-objection-upheld', objections.every(({ answer }) => !answer?.facts.upheld), 'return-or-terminate'),
      ]
    }
    case 'fill-form':
      return [flag('notice-over', noticeOf(steps).closed !== undefined, 'wait')]
    case 'vote':
      return [...ruleConditions(facts, ms), withinAge(facts, date), flag('introducers-spoken', silentIntroducers(application).length === 0, 'introduce')]
    case 'approve':
      return unbiased(facts, actorId)
    default:
      return []
  }
}

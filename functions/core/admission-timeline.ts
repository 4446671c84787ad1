import type { ApplicationState, ApplicationStep } from '@shared/model/application'
import { type AdmissionState, admissionOrder, isAdmissionState, lastOf, noticeOf } from '@shared/rules/application-order'
import { localDateIn } from '@shared/rules/local-date-in'
import { type ActFacts, dayAfter, lastLeagueClass, monthsAfter } from './act-conditions'
import { dateOf } from './date-of-step'
import { earliestReady } from './earliest-ready'
import { afterWorkingDays } from './working-days'

export interface Milestone {
  state: AdmissionState
  reached?: string
  earliest?: string
}

const positionAfter = (step: ApplicationStep | undefined): ApplicationState | 'none' => (step?.act === 'return' ? step.facts.backTo : (step?.to ?? 'none'))

const later = (...dates: (string | undefined)[]): string | undefined => (dates.includes(undefined) ? undefined : (dates as string[]).sort().at(-1))

/**
 * When each state was reached, or the earliest local date on which it could be if everybody did their part at once and nothing but time were missing.
 * `earliestAdmission` is the branch's meeting's. Undefined where a date cannot be told: an age that was passed, a year of unknown working days.
 */
export const admissionTimeline = (facts: ActFacts): { milestones: Milestone[]; earliestAdmission: string | undefined } => {
  const { application, procedure: { content }, timeZone, now } = facts
  const today = localDateIn(timeZone, now)
  const position: ApplicationState | 'none' = application?.position ?? 'none'
  const at = isAdmissionState(position) ? admissionOrder.indexOf(position) : -1
  const over = application !== undefined && !isAdmissionState(application.state) && application.state !== 'returned'
  const steps = application ?? { steps: [] }
  // The step that led into a state, not those that follow in it; of one done again after a return, the last.
  const reachedOn = (state: AdmissionState, i: number): string | undefined => {
    const led = i <= at ? application?.steps.findLast((step, n, all) => step.to === state && positionAfter(all[n - 1]) !== state) : undefined
    return led && dateOf(timeZone, led)
  }
  const milestones: Milestone[] = []
  let before: string | undefined = today
  let admission: string | undefined
  const ready = earliestReady(facts.caseAt(now).ruleSet, facts.birthDate, now)
  for (const [i, state] of admissionOrder.entries()) {
    const reached = reachedOn(state, i)
    if (reached !== undefined) {
      milestones.push({ state, reached })
      if (state === 'branch-voted') admission = reached
      continue
    }
    if (over) {
      milestones.push({ state })
      continue
    }
    const of = (done: AdmissionState) => milestones.find((one) => one.state === done)
    const when = (done: AdmissionState) => of(done)?.reached ?? of(done)?.earliest
    let earliest: string | undefined = before
    if (state === 'candidate-proposed') {
      const named = when('activist')
      earliest = later(before, ready, named === undefined ? undefined : monthsAfter(named, content.cultivation.months))
    }
    if (state === 'form-filled') {
      // The notice has run its working days, and the form is after the last lesson.
      const { opened, closed } = noticeOf(steps)
      const from = opened && at >= admissionOrder.indexOf('public-notice') ? opened.facts.from : when('public-notice')
      const noticeOver = closed && at >= admissionOrder.indexOf('public-notice') ? closed.facts.date : from === undefined ? undefined : afterWorkingDays(facts.calendar, from, content.notice.workingDays)
      const lesson = lastLeagueClass(facts, now)
      earliest = later(before, noticeOver, lesson === undefined ? today : dayAfter(lesson))
    }
    if (state === 'branch-voted') {
      const form = lastOf(steps, 'fill-form')?.facts.date
      const filled = (at >= admissionOrder.indexOf('form-filled') ? form : undefined) ?? when('form-filled')
      earliest = filled === undefined ? undefined : later(before, dayAfter(filled, 2))
      admission = earliest
    }
    if (state === 'committee-approved') {
      const voted = when('branch-voted')
      earliest = voted === undefined ? undefined : later(before, dayAfter(voted))
    }
    milestones.push({ state, ...(earliest !== undefined && { earliest }) })
    before = earliest
  }
  return { milestones, earliestAdmission: admission }
}

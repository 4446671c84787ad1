import type { ActName, Application } from '@shared/model/application'
import type { Progress } from '@shared/model/progress'
import { isOpen, lastOf, nextAct, noticeOf } from '@shared/rules/application-order'
import { mentorTalks, silentIntroducers } from './act-conditions'
import { dateOf } from './date-of-step'

/** The local date that waiting is reckoned from: the letter's, the day of being named an activist, the day from which a notice can end, else the latest step's. */
const reckonedFrom = (application: Application, timeZone: string): string | undefined => {
  const { state, steps } = application
  const { opened, closed } = noticeOf(application)
  if (state === 'activist' || state === 'cultivating') return lastOf(application, 'name-activist')?.facts.decision.date
  if (state === 'public-notice') return closed?.facts.date ?? opened?.facts.until
  const led = steps.findLast(({ to }) => to === state)
  return led && dateOf(timeZone, led)
}

const waitsForAct = (application: Application): ActName | undefined => {
  if (!isOpen(application.state)) return nextAct(application) === 'apply' ? undefined : nextAct(application)
  if (application.position === 'form-filled' && silentIntroducers(application).length > 0) return 'introduce'
  return application.position === 'public-notice' && noticeOf(application).objections.some(({ answer }) => !answer) ? 'answer-objection' : nextAct(application)
}

/** What of an application is kept in the projection: where it stands, and all that core/waiting.ts needs to say who it waits for. No clock in it. */
export const waitsOn = (application: Application, timeZone: string): NonNullable<Progress['application']> => {
  const { state, since, version } = application
  const next = waitsForAct(application)
  return { state, at: since, version, on: reckonedFrom(application, timeZone) ?? since.slice(0, 10), ...(next && { next }), ...(state === 'cultivating' && { talks: mentorTalks({ application }).length }) }
}

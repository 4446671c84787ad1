import type { Application, ApplicationStep } from '@shared/model/application'
import type { Case } from '@shared/model/rules'
import { type Refusal, refuse } from '@shared/model/refusal'
import { localDateIn } from '@shared/rules/local-date-in'
import { preflight } from './preflight'

export interface ApplicationDecision {
  stepId: string
  to: 'approved' | 'returned'
  /** The step it was taken on. */
  version: number
  reason?: string
  meeting?: ApplicationStep['meeting']
  by: string
}

const field = (path: string, code: string, message: string): Refusal => ({ refused: 'invalid-input', errors: [{ path, code, message }] })

/** The next step of an application that is open and unchanged; approval only with every condition met now, and with its meeting on record. */
export const decideApplication = (personId: string, application: Application | undefined, aCase: Case, decision: ApplicationDecision, now: number): { step: ApplicationStep } | Refusal => {
  if (decision.by === personId) return refuse('own-application')
  if (!application) return refuse('not-found')
  const last = application.steps.at(-1)
  if (application.version !== decision.version) return refuse('application-changed', { conflict: { state: application.state, by: last?.by, at: last?.at, version: application.version } })
  if (application.state !== 'applied') return refuse('application-not-open')
  const step: ApplicationStep = { n: application.version + 1, stepId: decision.stepId, applicationId: application.applicationId, to: decision.to, at: new Date(now).toISOString(), by: decision.by }
  if (decision.to === 'returned') return decision.reason === undefined ? field('reason', 'required', 'A return says why') : { step: { ...step, reason: decision.reason } }

  if (!decision.meeting) return field('meeting', 'required', 'A decision is a recorded collective decision')
  const zone = aCase.ruleSet.timeZone
  if (decision.meeting.date > localDateIn(zone, now)) return field('meeting.date', 'in-future', 'The meeting has not been held yet')
  if (decision.meeting.date < (application.writtenOn ?? localDateIn(zone, Date.parse(application.appliedAt)))) return field('meeting.date', 'before-application', 'The meeting was before the application')
  const { conditions, ready } = preflight(aCase, application.letter, now)
  if (!ready) return refuse('conditions-unmet', { conditions: conditions.filter(({ met }) => !met) })
  return { step: { ...step, meeting: decision.meeting } }
}

import type { Application, ApplicationStep } from '@shared/model/application'
import type { Case } from '@shared/model/rules'
import { type FieldError, type Refusal, refuse } from '@shared/model/refusal'
import { ageOn } from '@shared/rules/age-on'
import { evaluate } from '@shared/rules/evaluate'
import { localDateIn } from '@shared/rules/local-date-in'

/** The letter as the applicant typed it, or their letter on paper, entered by somebody else. */
export type Letter = { id: string; by: string } & ({ letter: string } | { paper: NonNullable<ApplicationStep['paper']> })

/** What is wrong with the date on a paper letter: still to come, or a day at which the applicant was not of age for it. */
const faultOfDate = (date: string, { ruleSet, person }: Case, now: number): FieldError | undefined => {
  if (date > localDateIn(ruleSet.timeZone, now)) return { path: 'date', code: 'in-future', message: 'The letter cannot be dated later than today' }
  const years = ageOn(person.birthDate, date)
  const fits = ruleSet.requirements.every((one) => one.kind !== 'age' || (one.enforcement ?? 'required') !== 'required' || (years >= one.atLeast && years < one.below))
  return fits ? undefined : { path: 'date', code: 'age-unmet', message: 'The applicant was not of age on that day' }
}

/** A letter begins an application, or answers a return. Only age gates it: hours gate the decision (spec/admission-procedure.md, "applied"). */
export const apply = (application: Application | undefined, aCase: Case, { id, by, ...written }: Letter, now: number): { step: ApplicationStep } | Refusal => {
  if (application?.state === 'applied') return refuse('application-open')
  if (application?.state === 'approved') return refuse('already-member')
  const unmet = evaluate(aCase).requirements.filter(({ kind, enforcement, met }) => kind === 'age' && enforcement === 'required' && !met)
  if (unmet.length) return refuse('conditions-unmet', { conditions: unmet.map(({ key, achieved, required }) => ({ key, met: false, achieved, required, mend: 'wait' })) })
  const fault = 'paper' in written ? faultOfDate(written.paper.date, aCase, now) : undefined
  if (fault) return { refused: 'invalid-input', errors: [fault] }
  const applicationId = application?.state === 'returned' ? application.applicationId : id
  return { step: { n: (application?.version ?? 0) + 1, stepId: id, applicationId, to: 'applied', at: new Date(now).toISOString(), by, ...written, ...('paper' in written && { onBehalf: true as const }) } }
}

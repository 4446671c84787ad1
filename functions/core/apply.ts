import type { Application, ApplicationStep } from '@shared/model/application'
import type { Case } from '@shared/model/rules'
import { type Refusal, refuse } from '@shared/model/refusal'
import { evaluate } from '@shared/rules/evaluate'

/** A letter begins an application, or answers a return. Only age gates it: hours gate the decision (spec/admission-procedure.md, "applied"). */
export const apply = (application: Application | undefined, aCase: Case, { id, letter, by }: { id: string; letter: string; by: string }, now: number): { step: ApplicationStep } | Refusal => {
  if (application?.state === 'applied') return refuse('application-open')
  if (application?.state === 'approved') return refuse('already-member')
  const unmet = evaluate(aCase).requirements.filter(({ kind, enforcement, met }) => kind === 'age' && enforcement === 'required' && !met)
  if (unmet.length) return refuse('conditions-unmet', { conditions: unmet.map(({ key, achieved, required }) => ({ key, met: false, achieved, required, mend: 'wait' })) })
  const applicationId = application?.state === 'returned' ? application.applicationId : id
  return { step: { n: (application?.version ?? 0) + 1, stepId: id, applicationId, to: 'applied', at: new Date(now).toISOString(), by, letter } }
}

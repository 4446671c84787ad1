import { refuse } from '@shared/model/refusal'
import { decideApplication as decide } from '../core/decide-application'
import type { UseCase } from '../http/app'
import { readMe } from '../store/people'
import { advanceApplication, type AppendStep } from './advance-application'
import { withName } from './names-of'
import { applicationView } from './show-application'

/** Approve or return an application, on the version that was read. `append` as in advance-application. */
export const decideApplicationBy = (append?: AppendStep): UseCase<'decideApplication'> => async (context, { personId, id, ...decision }, { actor }) => {
  const me = await readMe(context.table, personId, true)
  if (!me) return refuse('not-found')
  const refusal = await advanceApplication(context, me, { stepId: id, to: decision.to, reason: decision.reason }, (application, aCase) => decide(personId, application, aCase, { stepId: id, ...decision, by: actor.personId }, context.now()), append)
  return refusal ? withName(context, refusal) : applicationView(context, me)
}

export const decideApplication = decideApplicationBy()

import { refuse } from '@shared/model/refusal'
import type { UseCase } from '../http/app'
import { advanceApplication } from './advance-application'
import { instantOf } from './context'
import { applicationView } from './show-application'

/** The applicant takes an open application back. */
export const withdrawApplication: UseCase<'withdrawApplication'> = async (context, { id, version }, { actor }) => {
  const refusal = await advanceApplication(context, actor, { stepId: id, to: 'withdrawn' }, (application) => {
    if (!application || (application.state !== 'applied' && application.state !== 'returned')) return refuse('application-not-open')
    if (application.version !== version) return refuse('application-changed', { conflict: { state: application.state, version: application.version } })
    return { step: { n: version + 1, stepId: id, applicationId: application.applicationId, to: 'withdrawn', at: instantOf(context.now()), by: actor.personId } }
  })
  return refusal ?? applicationView(context, actor)
}

import type { UseCase } from '../http/app'
import { actOn } from './act-on-application'
import { applicationView } from './application-view'

/** The applicant takes an open application back. */
export const withdrawApplication: UseCase<'withdrawApplication'> = async (context, { id, version }, { actor }) => {
  const refusal = await actOn(context, actor, { stepId: id, version, actor, input: { act: 'withdraw' } })
  return refusal ?? applicationView(context, actor, actor)
}

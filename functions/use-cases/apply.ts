import { apply as decide } from '../core/apply'
import type { UseCase } from '../http/app'
import { advanceApplication } from './advance-application'
import { applicationView } from './show-application'

export const apply: UseCase<'apply'> = async (context, { id, letter }, { actor }) => {
  const refusal = await advanceApplication(context, actor, { stepId: id, to: 'applied', letter }, (application, aCase) => decide(application, aCase, { id, letter, by: actor.personId }, context.now()))
  return refusal ?? applicationView(context, actor)
}

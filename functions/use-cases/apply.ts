import type { UseCase } from '../http/app'
import { actOn } from './act-on-application'
import { applicationView } from './application-view'

export const apply: UseCase<'apply'> = async (context, { id, letter }, { actor }) => {
  const refusal = await actOn(context, actor, { stepId: id, actor, input: { act: 'apply', letter } })
  return refusal ?? applicationView(context, actor, actor)
}

import type { UseCase } from '../http/app'
import { actOn } from './act-on-application'
import { applicationView } from './application-view'

export const fillForm: UseCase<'fillForm'> = async (context, { id, version, form, introducers }, { actor }) => {
  const refusal = await actOn(context, actor, { stepId: id, version, actor, input: { act: 'fill-form', form, introducers } })
  return refusal ?? applicationView(context, actor, actor)
}

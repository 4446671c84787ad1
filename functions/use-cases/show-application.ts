import { refuse } from '@shared/model/refusal'
import type { UseCase } from '../http/app'
import { readMe } from '../store/people'
import { applicationView } from './application-view'

export const showApplication: UseCase<'showApplication'> = async (context, { personId }, { actor }) => {
  const me = await readMe(context.table, personId)
  return me ? applicationView(context, me, actor) : refuse('not-found')
}

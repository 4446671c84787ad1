import { isRefusal, refuse } from '@shared/model/refusal'
import type { UseCase } from '../http/app'
import { readMe } from '../store/people'
import { actOn } from './act-on-application'
import { applicationView } from './application-view'
import { readPapers } from './read-papers'

/** A secretary enters the letter of a member who wrote it on paper; what follows is as with a typed one. Nobody does this for themselves. */
export const applyFor: UseCase<'applyFor'> = async (context, { personId, id, date, photoIds }, { actor }) => {
  if (personId === actor.personId) return refuse('own-application')
  const me = await readMe(context.table, personId, true)
  if (!me) return refuse('not-found')
  const photos = await readPapers(context, personId, photoIds)
  if (isRefusal(photos)) return photos
  const refusal = await actOn(context, me, { stepId: id, actor, input: { act: 'apply', date, photos } })
  return refusal ?? applicationView(context, me, actor)
}

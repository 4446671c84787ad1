import { refuse } from '@shared/model/refusal'
import type { UseCase } from '../http/app'
import { readMe } from '../store/people'
import { lacksGuardian } from './lacks-guardian'
import { placeFor } from './start-upload'

/** A photo that somebody else takes for a member: it lies with the member's own. */
export const startUploadFor: UseCase<'startUploadFor'> = async (context, { personId, ...photo }, { actor }) => {
  if (personId === actor.personId) return refuse('own-record')
  const me = await readMe(context.table, personId, true)
  if (!me) return refuse('not-found')
  if (await lacksGuardian(context, me)) return refuse('guardian-consent-needed')
  return placeFor(context, { personId, by: actor.personId }, photo)
}

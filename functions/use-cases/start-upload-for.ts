import { refuse } from '@shared/model/refusal'
import type { UseCase } from '../http/app'
import { lacksGuardian } from './lacks-guardian'
import { placeFor } from './start-upload'

/** A photo that somebody else takes for a member: it lies with the member's own. */
export const startUploadFor: UseCase<'startUploadFor'> = async (context, { personId, ...photo }, { actor }) => {
  if (personId === actor.personId) return refuse('own-record')
  if (await lacksGuardian(context, personId)) return refuse('guardian-consent-needed')
  return placeFor(context, { personId, by: actor.personId }, photo)
}

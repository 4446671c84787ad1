import type { UseCase } from '../http/app'
import { refuseEntryFor } from './refuse-entry'
import { placeFor } from './start-upload'

/** A photo that somebody else takes for a member: it lies with the member's own. */
export const startUploadFor: UseCase<'startUploadFor'> = async (context, { personId, ...photo }, { actor }) => {
  return (await refuseEntryFor(context, personId, actor)) ?? placeFor(context, { personId, by: actor.personId }, photo)
}

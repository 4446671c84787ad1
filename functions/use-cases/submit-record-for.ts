import type { UseCase } from '../http/app'
import { enterRecord } from './enter-record'
import { refuseEntryFor } from './refuse-entry'

/**
 * A record of a member who cannot enter it themselves, with why. It waits for the review of somebody else than who entered it. Nobody does this for
 * themselves, and of nobody under 14 is anything kept without a guardian's consent (spec/privacy.md, "Consent").
 */
export const submitRecordFor: UseCase<'submitRecordFor'> = async (context, { personId, id, ...submitted }, { actor }) => {
  return (await refuseEntryFor(context, personId, actor)) ?? enterRecord(context, personId, { recordId: id, source: 'on-behalf', ...submitted, by: actor.personId })
}

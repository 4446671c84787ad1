import { refuse } from '@shared/model/refusal'
import type { UseCase } from '../http/app'
import { readMe } from '../store/people'
import { enterRecord } from './enter-record'
import { lacksGuardian } from './lacks-guardian'

/**
 * A record of a member who cannot enter it themselves, with why. It waits for the review of somebody else than who entered it. Nobody does this for
 * themselves, and of nobody under 14 is anything kept without a guardian's consent (spec/privacy.md, "Consent").
 */
export const submitRecordFor: UseCase<'submitRecordFor'> = async (context, { personId, id, ...submitted }, { actor }) => {
  if (personId === actor.personId) return refuse('own-record')
  const me = await readMe(context.table, personId, true)
  if (!me) return refuse('not-found')
  if (await lacksGuardian(context, me)) return refuse('guardian-consent-needed')
  return enterRecord(context, personId, { recordId: id, source: 'on-behalf', ...submitted, by: actor.personId })
}

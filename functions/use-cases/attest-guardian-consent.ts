import { noticeVersion } from '@shared/model/consent'
import { refuse } from '@shared/model/refusal'
import type { UseCase } from '../http/app'
import { openCard, readPersonCard } from '../store/cards'
import { addGuardianConsent } from '../store/consents'
import { instantOf } from './context'

/** A secretary's word that a guardian agreed to the present notice (spec/privacy.md, "Consent"). The same again gives the same answer. A card that was for visits only is for every event from then on. */
export const attestGuardianConsent: UseCase<'attestGuardianConsent'> = async (context, { personId, id, version, how }, { actor }) => {
  if (version !== noticeVersion) return refuse('consent-needed')
  const stands = await addGuardianConsent(context.table, personId, id, { version, how, attestedBy: actor.personId, at: instantOf(context.now()) })
  if (stands.how !== how || stands.version !== version || stands.attestedBy !== actor.personId) return refuse('id-reused')
  const card = await readPersonCard(context.table, personId)
  if (card) await openCard(context.table, card.hash)
  return { version, how, at: stands.at }
}

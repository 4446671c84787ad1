import { noticeVersion } from '@shared/model/consent'
import { refuse } from '@shared/model/refusal'
import type { UseCase } from '../http/app'
import { addGuardianConsent } from '../store/consents'
import { instantOf } from './context'

/** A secretary's word that a guardian agreed to the present notice (spec/privacy.md, "Consent"). The same again gives the same answer. */
export const attestGuardianConsent: UseCase<'attestGuardianConsent'> = async (context, { personId, id, version, how }, { actor }) => {
  if (version !== noticeVersion) return refuse('consent-needed')
  const stands = await addGuardianConsent(context.table, personId, id, { version, how, attestedBy: actor.personId, at: instantOf(context.now()) })
  if (stands.how !== how || stands.version !== version || stands.attestedBy !== actor.personId) return refuse('id-reused')
  return { version, how, at: stands.at }
}

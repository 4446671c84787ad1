import type { GuardianWay } from '@shared/model/consent'
import { guardianConsentPrefix, keys, personPartition } from './keys'
import { type Key, putIfAbsent, queryAll, type Table } from './table'

/** That a guardian agreed to the notice of that version, attested by a secretary. No name of the guardian. Only ever added. */
export interface GuardianConsent extends Key {
  version: string
  how: GuardianWay
  attestedBy: string
  /** RFC 3339. */
  at: string
}

export const readGuardianConsents = (table: Table, personId: string) => queryAll<GuardianConsent>(table, { pk: personPartition(personId), prefix: guardianConsentPrefix, consistent: true })

/** Adds the attestation unless its id is taken, and gives the one that stands. */
export const addGuardianConsent = async (table: Table, personId: string, id: string, consent: Omit<GuardianConsent, keyof Key>): Promise<Omit<GuardianConsent, keyof Key>> => {
  const result = await putIfAbsent(table, { ...keys.guardianConsent(personId, id), ...consent })
  return result.put ? consent : result.held
}

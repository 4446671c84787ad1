import { needsGuardian, noticeVersion } from '@shared/model/consent'
import type { PublishedEvent } from '@shared/model/event'
import { localDateIn } from '@shared/rules/local-date-in'
import { readGuardianConsents } from '../store/consents'
import type { Me } from '../store/people'
import type { Context } from './context'

/** Whether someone under 14 (today in Asia/Shanghai) still lacks a guardian's consent to the present notice (spec/privacy.md, "Consent"). */
export const lacksGuardian = async (context: Context, { personId, birthDate }: Pick<Me, 'personId' | 'birthDate'>): Promise<boolean> => {
  if (birthDate === undefined || !needsGuardian(birthDate, localDateIn('Asia/Shanghai', context.now()))) return false
  return !(await readGuardianConsents(context.table, personId)).some(({ version }) => version === noticeVersion)
}

/** Whether a scan at this event may keep nothing of them: without that consent only a visit of a Youth Home is stored. Nothing is read but of those under 14. */
export const lacksConsentAt = async (context: Context, { category }: Pick<PublishedEvent, 'category'>, me: Pick<Me, 'personId' | 'birthDate'>): Promise<boolean> => category !== 'youth-home' && lacksGuardian(context, me)

import { inScope } from '@shared/model/org'
import { type Refusal, type RefusalCode, refuse } from '@shared/model/refusal'
import { type Me, readMe } from '../store/people'
import type { Actor, Context } from './context'
import { lacksGuardian } from './lacks-guardian'

/**
 * Why a roll or a list of scores of `org` enters nothing for this account: nobody of this organisation, the one who enters it, or somebody under 14 of whom
 * nothing may be kept before a guardian's consent (spec/privacy.md, "Consent"). Undefined where it may.
 */
export const refuseEntry = async (context: Context, org: string, me: Me | undefined, actor: Actor): Promise<RefusalCode | undefined> => {
  if (me?.branch === undefined || !inScope(org, me.branch)) return 'not-found'
  if (me.personId === actor.personId) return 'own-record'
  return (await lacksGuardian(context, me)) ? 'guardian-consent-needed' : undefined
}

/** Why somebody enters nothing on this member's behalf: themselves, nobody there, or a guardian's consent that is still needed. Undefined where they may. */
export const refuseEntryFor = async (context: Context, personId: string, actor: Actor): Promise<Refusal | undefined> => {
  if (personId === actor.personId) return refuse('own-record')
  const me = await readMe(context.table, personId, true)
  if (!me) return refuse('not-found')
  return (await lacksGuardian(context, me)) ? refuse('guardian-consent-needed') : undefined
}

import { noticeVersion } from '@shared/model/consent'
import { peopleAtMost } from '@shared/model/identity'
import { refuse } from '@shared/model/refusal'
import type { UseCase } from '../http/app'
import { type BindingCode, bindPerson } from '../store/bindings'
import { peopleOf, readIdentity, readUnion, resolveIdentity } from '../store/identities'
import { keys } from '../store/keys'
import { readMe } from '../store/people'
import { getItem } from '../store/table'
import { giveTryBack, takeTry } from './binding-tries'
import { type Context, instantOf } from './context'
import { hashBindingCode } from './give-binding-code'
import { joinIdentity } from './join-identity'
import { lacksGuardian } from './lacks-guardian'
import { openSession } from './open-session'
import { untilDecided } from './until-decided'

interface Asked {
  hash: string
  identity: string
  unionId?: string | undefined
}

/** What the union id says of this identity, where it does not say it yet. */
const unionOf = async (context: Context, identity: string, unionId: string | undefined) => {
  if (unionId === undefined) return undefined
  const was = (await readUnion(context.table, unionId, true))?.identity
  return was === identity ? undefined : { unionId, was }
}

/** Binds the person whose code it is, once more from the start where others changed the identity or the account meanwhile. */
const bind = (context: Context, personId: string, { hash, identity: given, unionId }: Asked) =>
  untilDecided(context, async () => {
    const held = await getItem<BindingCode>(context.table, keys.bindingCode(hash), true)
    const me = await readMe(context.table, personId, true)
    const { identity, item } = await resolveIdentity(context.table, given, unionId, true)
    // The same again, its first answer lost on the way: the same answer.
    if (held?.usedBy !== undefined) return me && held.usedBy === identity && me.identity === identity ? openSession(context, me) : refuse('binding-code-used')
    if (!me || !held || held.ends <= context.now()) return refuse('binding-code-invalid')
    if (me.identity !== undefined) return refuse('identity-bound')
    if (me.bindingCode !== hash) return refuse('binding-code-invalid')
    if (item && peopleOf(item).length >= peopleAtMost) return refuse('identity-full')
    if (await lacksGuardian(context, me)) return refuse('guardian-consent-needed')
    const consent = { version: noticeVersion, at: instantOf(context.now()) }
    // Only an identity's own union id leads to it: one that came in by a code keeps nothing after it is shut out.
    const union = identity === given ? await unionOf(context, identity, unionId) : undefined
    const known = union?.was !== undefined && (await readIdentity(context.table, union.was)) !== undefined
    // The same user bound somebody by another identity since it was looked for: this one joins it.
    if (known && !item) return undefined
    const done = await bindPerson(context.table, { hash, personId, identity, held: item, consent, union: known ? undefined : union })
    return done ? openSession(context, { ...me, identity, epoch: me.epoch + 1 }) : undefined
  })

/**
 * Binds a WeChat identity to the person whose one-time code it shows, beside those it is bound to already (siblings), or lets it in where a bound person's own code says so.
 * Nobody without their own consent to the present notice, nobody under 14 without a guardian's (spec/privacy.md, "Consent"). Five codes that are none within 24 hours, and the
 * identity that tried them is refused, with any code; the codes stay good for their owners.
 */
export const bindIdentityBy = (take: typeof takeTry): UseCase<'bindIdentity'> => async (context, { code, consent }, { identity, unionId }) => {
  if (consent?.version !== noticeVersion) return refuse('consent-needed')
  const taken = await take(context, identity)
  if ('again' in taken) return refuse('binding-tries-spent', { again: instantOf(taken.again) })
  const hash = hashBindingCode(code)
  const held = await getItem<BindingCode>(context.table, keys.bindingCode(hash), true)
  if (!held) return refuse('binding-code-invalid')
  await giveTryBack(context, identity, taken.at)
  return held.personId === undefined ? joinIdentity(context, held, { hash, identity, unionId }) : bind(context, held.personId, { hash, identity, unionId })
}

export const bindIdentity = bindIdentityBy(takeTry)

import { joinedAtMost } from '@shared/model/identity'
import { refuse } from '@shared/model/refusal'
import { type BindingCode, joinIdentities } from '../store/bindings'
import { readIdentity, resolveIdentity } from '../store/identities'
import { readMe } from '../store/people'
import type { Context } from './context'
import { openSession } from './open-session'
import { untilDecided } from './until-decided'

/**
 * Lets another identity of the same WeChat user in, by the code that a bound person made: from then on it opens the same people. Not where it has people of its own.
 * The same again gives the same answer.
 */
export const joinIdentity = (context: Context, { joins = '', ends, usedBy }: BindingCode, { hash, identity, unionId }: { hash: string; identity: string; unionId?: string | undefined }) =>
  untilDecided(context, async () => {
    const { table } = context
    const [there, mine] = [await readIdentity(table, joins), await resolveIdentity(table, identity, unionId, true)]
    if (there && mine.identity === joins) {
      const me = await readMe(table, there.personId, true)
      return me?.identity === joins ? openSession(context, me) : refuse('binding-code-invalid')
    }
    if (usedBy !== undefined) return refuse('binding-code-used')
    if (there?.joinCode !== hash || ends <= context.now()) return refuse('binding-code-invalid')
    if (mine.item) return refuse('identity-bound')
    if ((there.joined?.length ?? 0) >= joinedAtMost) return refuse('identity-full')
    if (!(await joinIdentities(table, hash, identity, joins, there))) return undefined
    const me = await readMe(table, there.personId, true)
    return me ? openSession(context, me) : refuse('binding-code-invalid')
  })

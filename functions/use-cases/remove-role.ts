import { refuse } from '@shared/model/refusal'
import type { UseCase } from '../http/app'
import { endSessions, readMe } from '../store/people'
import { showRoles } from './show-person'

/** Takes a role away; the person's sessions end at once. Nobody takes their own. */
export const removeRole: UseCase<'removeRole'> = async (context, { personId, role, scope }, { actor }) => {
  if (personId === actor.personId) return refuse('not-allowed')
  const me = await readMe(context.table, personId, true)
  if (!me) return refuse('not-found')
  const roles = me.roles.filter((held) => held.name !== role || held.scope !== scope)
  const after = roles.length === me.roles.length ? me : await endSessions(context.table, personId, { roles })
  return { roles: await showRoles(context, after.roles) }
}

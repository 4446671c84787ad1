import type { Me } from '../store/people'
import type { Context } from './context'
import { issueToken } from './session-token'
import { showPerson, showRoles } from './show-person'

/** A session of a bound person: short, renewable, of the account's present epoch. */
export const openSession = async (context: Context, me: Me) => ({
  ...(await issueToken(context, { personId: me.personId, epoch: me.epoch })),
  person: { ...(await showPerson(context, me)), roles: await showRoles(context, me.roles) },
})

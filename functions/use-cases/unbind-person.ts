import { refuse } from '@shared/model/refusal'
import type { UseCase } from '../http/app'
import { keys } from '../store/keys'
import { endSessions, readMe } from '../store/people'
import { deleteItem } from '../store/table'

/** Unbinds a person; the epoch goes up with it, so every session ends at once. Unbound already: the same answer. */
export const unbindPerson: UseCase<'unbindPerson'> = async (context, { personId }) => {
  const me = await readMe(context.table, personId, true)
  if (!me) return refuse('not-found')
  if (!me.identity) return { unbound: true }
  const [appId = '', openId = ''] = me.identity.split('#')
  await endSessions(context.table, personId, { identity: null })
  await deleteItem(context.table, keys.identity(appId, openId))
  return { unbound: true }
}

import { isRefusal, refuse } from '@shared/model/refusal'
import type { UseCase } from '../http/app'
import { noteStaff, staffWithoutBranch } from './issue-staff-code'
import { unbindPerson } from './unbind-person'

/**
 * Unbinds a holder of a role without a branch. Not a county secretary: whoever could unbind one and take the next code would be two approvers in one
 * person. The operator does that.
 */
export const unbindStaff: UseCase<'unbindStaff'> = async (context, held, caller) => {
  const me = await staffWithoutBranch(context, held, caller.actor)
  if (isRefusal(me)) return me
  if (me.roles.some(({ name }) => name === 'county-committee')) return refuse('not-allowed')
  if (me.identity) await noteStaff(context, 'unbound', held, me.name, caller.actor)
  return unbindPerson(context, held, caller)
}

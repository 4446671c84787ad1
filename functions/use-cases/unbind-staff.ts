import { isRefusal } from '@shared/model/refusal'
import type { UseCase } from '../http/app'
import { noteStaff, staffWithoutBranch } from './issue-staff-code'
import { unbindPerson } from './unbind-person'

/** Unbinds a holder of a role without a branch; the operator does it for a county secretary, whom only equals could. */
export const unbindStaff: UseCase<'unbindStaff'> = async (context, held, caller) => {
  const me = await staffWithoutBranch(context, held, caller.actor)
  if (isRefusal(me)) return me
  if (me.identity) await noteStaff(context, 'unbound', held, me.name, caller.actor)
  return unbindPerson(context, held, caller)
}

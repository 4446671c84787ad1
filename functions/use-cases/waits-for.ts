import { countyOf } from '@shared/model/org'
import type { ProcedureContent } from '@shared/model/procedure'
import type { Waits } from '@shared/model/progress'
import { localDateIn } from '@shared/rules/local-date-in'
import { may } from '../core/may'
import { procedureInForce } from '../core/procedure-in-force'
import { type Waiting, waitingOf } from '../core/waiting'
import { readProcedures } from '../store/procedure'
import type { Actor, Context } from './context'
import { policyAt } from './read-person'

const staffOnly = ['branch-secretary', 'committee', 'county-committee'] as const

/** The county's procedure of today, and whom an application of a branch waits for by it. `mine`: one of the caller's roles there could do it now. */
export const readWaiting = async (context: Context, org: string, actor: Actor): Promise<{ content: ProcedureContent; waiting: (application: Waits, eligible: boolean, branch: string, personId?: string) => Waiting & { mine: boolean } }> => {
  const now = context.now()
  const [versions, { ruleSet }] = await Promise.all([readProcedures(context.table, countyOf(org)), policyAt(context, org, now)])
  const today = localDateIn(ruleSet.timeZone, now)
  const { content } = procedureInForce(versions, today, now)
  return {
    content,
    waiting: (application, eligible, branch, personId) => {
      const found = waitingOf(application, eligible, content, today)
      const roles = staffOnly.filter((one) => found.by.includes(one))
      return { ...found, mine: personId !== actor.personId && (found.from === undefined || found.from <= today) && may(actor.roles, roles, branch) }
    },
  }
}

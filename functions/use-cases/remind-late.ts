import { localDateIn } from '@shared/rules/local-date-in'
import { shanghaiMidnight } from '@shared/rules/shanghai'
import { dayAfter } from '../core/act-conditions'
import { lateReminders, speakerOf } from '../core/late-reminders'
import { readWaits } from '../core/open-waits'
import { procedureInForce } from '../core/procedure-in-force'
import { addMessage } from '../store/messages'
import { readProcedures } from '../store/procedure'
import { readRoleHolders } from '../store/role-trail'
import { readRollUps } from '../store/roll-ups'
import { branchesBelow } from './branches-below'
import { type Context, instantOf } from './context'

/** A day on which this did not run is made good within so many. */
const days = 3

/** Tells those who let an application wait, and the level above, on the day that it is too long: a message for each organisation and day, however often this runs. It decides nothing. Gives how many messages it saw to. */
export const remindLate = async (context: Context, countyId: string): Promise<number> => {
  const now = context.now()
  const today = localDateIn('Asia/Shanghai', now)
  const branches = await branchesBelow(context, countyId)
  const [rollUps, versions] = await Promise.all([readRollUps(context.table, branches), readProcedures(context.table, countyId)])
  const waits = branches.map((branch, i) => ({ branch, waits: readWaits(rollUps[i]?.waits) }))
  let told = 0
  for (let back = days - 1; back >= 0; back--) {
    const day = dayAfter(today, -back)
    for (const [scope, reminder] of lateReminders(day, waits, procedureInForce(versions, day, now).content)) {
      for (const { personId, role } of await readRoleHolders(context.table, scope)) {
        if (role !== speakerOf(scope)) continue
        await addMessage(context.table, personId, { messageId: `late-${scope}-${day}`, at: instantOf(shanghaiMidnight(day)), about: { kind: 'late', scope, ...reminder } })
        told++
      }
    }
  }
  return told
}

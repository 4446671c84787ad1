import { readDueEvents } from '../store/due-events'
import { type Context, instantOf } from './context'
import { type Budget, finishEvent } from './finish-event'

/** Finishes what is due in a county, the longest due first, as far as the budget goes. Gives how many events. */
export const finishEvents = async (context: Context, countyId: string, budget: Budget): Promise<number> => {
  let finished = 0
  for (const due of await readDueEvents(context.table, countyId, instantOf(context.now()))) {
    if (budget.people <= 0) break
    if (await finishEvent(context, due, budget)) finished++
  }
  return finished
}

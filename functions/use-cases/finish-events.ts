import { readDueEvents } from '../store/due-events'
import { type Context, instantOf } from './context'
import { eachInSpite } from './each-in-spite'
import { type Budget, finishEvent } from './finish-event'

/** Finishes what is due in a county, the longest due first, as far as the budget goes; one that fails holds up no other. Gives how many events. */
export const finishEvents = async (context: Context, countyId: string, budget: Budget): Promise<number> => {
  let finished = 0
  await eachInSpite(await readDueEvents(context.table, countyId, instantOf(context.now())), async (due) => {
    if (budget.people > 0 && (await finishEvent(context, due, budget))) finished++
  })
  return finished
}

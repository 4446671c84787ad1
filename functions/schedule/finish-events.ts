import type { Context } from '../use-cases/context'
import { finishEvents } from '../use-cases/finish-events'
import { publishVisitDays } from '../use-cases/publish-visit-days'

/** About a minute's work: twenty people at a time, some milliseconds each. */
const peopleOfRun = 50_000

/** Every ten minutes: the visit days to come, and the events whose doors have closed or at which a scan arrived late. */
export const finishDueEvents = (context: Context, counties: string[]) => async (): Promise<{ published: number; finished: number }> => {
  const budget = { people: peopleOfRun }
  let [published, finished] = [0, 0]
  for (const county of counties) {
    published += await publishVisitDays(context, county)
    finished += await finishEvents(context, county, budget)
  }
  return { published, finished }
}

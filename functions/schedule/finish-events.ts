import type { Context } from '../use-cases/context'
import { eachInSpite } from '../use-cases/each-in-spite'
import { finishEvents } from '../use-cases/finish-events'
import { publishVisitDays } from '../use-cases/publish-visit-days'

/** About a minute's work: twenty people at a time, some milliseconds each. */
const peopleOfRun = 50_000

/** Every ten minutes: the visit days to come, and the events whose doors have closed or at which a scan arrived late. What fails in one county holds up no other. */
export const finishDueEvents = (context: Context, counties: string[]) => async (): Promise<{ published: number; finished: number }> => {
  const budget = { people: peopleOfRun }
  let [published, finished] = [0, 0]
  const publish = async (county: string) => void (published += await publishVisitDays(context, county))
  const finish = async (county: string) => void (finished += await finishEvents(context, county, budget))
  await eachInSpite(counties.flatMap((county) => [() => publish(county), () => finish(county)]), (work) => work())
  return { published, finished }
}

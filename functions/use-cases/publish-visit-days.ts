import { formatDay, parseDay } from '@shared/rules/local-date'
import { localDateIn } from '@shared/rules/local-date-in'
import { dueMs } from '../core/check-in'
import { visitEvent } from '../core/visit-event'
import { addEvent } from '../store/events'
import { putVisitDays, readVisitDays } from '../store/visit-days'
import { type Context, instantOf } from './context'
import { eachOf } from './each-of'

const daysAhead = 7

/** Publishes the visit day of each Youth Home of a county, today's and those of the next seven days (Asia/Shanghai), where it is not there. Gives how many; one small read where all are. */
export const publishVisitDays = async (context: Context, countyId: string): Promise<number> => {
  const homes = [...(await context.orgs(countyId)).values()].filter(({ kind }) => kind === 'home')
  const today = parseDay(localDateIn('Asia/Shanghai', context.now())) as number
  const until = formatDay(today + daysAhead)
  const noted = await readVisitDays(context.table, countyId)
  if (noted && noted.until >= until && noted.homes === homes.length) return 0
  const days = Array.from({ length: daysAhead + 1 }, (_, i) => formatDay(today + i)).filter((date) => noted?.homes !== homes.length || date > noted.until)
  const at = instantOf(context.now())
  const published = await eachOf(homes.flatMap((home) => days.map((date) => visitEvent(home, date, at))), 8, (event) => addEvent(context.table, event, instantOf(dueMs(event))))
  await putVisitDays(context.table, countyId, { until, homes: homes.length })
  return published.filter(Boolean).length
}

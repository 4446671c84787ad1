import type { PublishedEvent } from '@shared/model/event'
import { formatDay, parseDay } from '@shared/rules/local-date'
import { localDateIn } from '@shared/rules/local-date-in'
import { dueMs } from '../core/check-in'
import { visitEvent } from '../core/visit-event'
import { addEvent, readEvent } from '../store/events'
import { putVisitDays, readVisitDays } from '../store/visit-days'
import { type Context, instantOf } from './context'
import { eachOf } from './each-of'
import { homesIn } from './homes-in'
import { untilDecided } from './until-decided'

const daysAhead = 7

/** Publishes a visit day. Gives whether it was not there. */
const publishDay = (context: Context, event: PublishedEvent): Promise<boolean> =>
  untilDecided(context, async () => (await addEvent(context.table, event, instantOf(dueMs(event)))) || ((await readEvent(context.table, event.eventId, true)) ? false : undefined))

/** Publishes the visit day of each Youth Home of a county, today's and those of the next seven days (Asia/Shanghai), where it is not there. Gives how many; one small read where all are. */
export const publishVisitDays = async (context: Context, countyId: string): Promise<number> => {
  const homes = await homesIn(context, countyId)
  const today = parseDay(localDateIn('Asia/Shanghai', context.now())) as number
  const days = Array.from({ length: daysAhead + 1 }, (_, i) => formatDay(today + i))
  const noted = await readVisitDays(context.table, countyId)
  const isNoted = (homeId: string, date: string) => noted !== undefined && date <= noted.until && noted.homeIds?.includes(homeId)
  const at = instantOf(context.now())
  const missing = homes.flatMap((home) => days.filter((date) => !isNoted(home.id, date)).map((date) => visitEvent(home, date, at)))
  if (missing.length === 0) return 0
  const published = await eachOf(missing, 8, (event) => publishDay(context, event))
  await putVisitDays(context.table, countyId, { until: formatDay(today + daysAhead), homeIds: homes.map(({ id }) => id) })
  return published.filter(Boolean).length
}

import type { UseCase } from '../http/app'
import { readHomeMonths } from '../store/youth-homes'
import { eachOf } from './each-of'
import { homesIn } from './homes-in'
import { recentMonths } from './post-holders'

const none = { distinct: 0, events: 0, came: 0, seated: 0, capacity: 0 }

/** Twelve months up to this one, oldest first, home by home: one query a home. Distinct members are a home's own; two homes' may be the same people. */
export const showHomeFigures: UseCase<'showHomeFigures'> = async (context, { org }) => {
  const months = recentMonths(context, 12).reverse()
  const [first = '', last = ''] = [months[0], months.at(-1)]
  const homes = await eachOf(await homesIn(context, org), 12, async ({ id, name }) => {
    const of = await readHomeMonths(context.table, id, first, last)
    return { homeId: id, name, months: months.map((month) => of.get(month) ?? none) }
  })
  return { months, homes }
}

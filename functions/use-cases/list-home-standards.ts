import { standardNames } from '@shared/model/youth-home'
import { standingOf } from '../core/youth-home'
import type { UseCase } from '../http/app'
import { readYouthHome } from '../store/youth-homes'
import { eachOf } from './each-of'
import { homesIn } from './homes-in'

/** Where each home stands by the five standards: one query a home. */
export const listHomeStandards: UseCase<'listHomeStandards'> = async (context, { org }) => ({
  homes: await eachOf(await homesIn(context, org), 12, async ({ id, name }) => {
    const home = await readYouthHome(context.table, id)
    return {
      homeId: id, name,
      standards: standardNames.map((standard) => {
        const { last, state, changedSince } = standingOf(home, standard)
        return { standard, state, changedSince, revision: last?.revision ?? 0 }
      }),
    }
  }),
})

import type { HomeView } from '@shared/contract/youth-homes'
import { type Refusal, refuse } from '@shared/model/refusal'
import { readYouthHome } from '../store/youth-homes'
import type { Actor, Context } from './context'
import { isHome, viewOfHome } from './show-youth-home'

/** Does a write at a home that there is, and answers with the home as it then stands. */
export const homeAfter = async (context: Context, homeId: string, actor: Actor, write: () => Promise<Refusal | undefined>): Promise<HomeView | Refusal> => {
  if (!(await isHome(context, homeId))) return refuse('not-found')
  return (await write()) ?? viewOfHome(context, homeId, await readYouthHome(context.table, homeId, true), actor)
}

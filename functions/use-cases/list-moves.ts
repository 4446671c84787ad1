import { countyOf, inScope } from '@shared/model/org'
import type { UseCase } from '../http/app'
import { readOpenMoves } from '../store/moves'
import { showMove } from './show-move'

/** Open changes of branch from or to an organisation, oldest first. */
export const listMoves: UseCase<'listMoves'> = async (context, { org }, { actor }) => {
  const open = (await readOpenMoves(context.table, countyOf(org))).filter(({ from, to }) => inScope(org, from.branch) || inScope(org, to.branch))
  return { items: await Promise.all(open.sort((a, b) => (a.at < b.at ? -1 : 1)).map((move) => showMove(context, move, actor))) }
}

import { reviewers } from '@shared/contract/progress'
import type { Move, Place } from '@shared/model/turn'
import { may } from '../core/may'
import type { Actor, Context } from './context'
import { orgName } from './show-person'

export const showPlace = async (context: Context, { branch, className }: Place) => ({ branch, branchName: await orgName(context, branch), ...(className !== undefined && { className }) })

const sideOf = ({ asks, from, to }: Move, side: 'asked' | 'asking'): string => ((asks === 'old') === (side === 'asked') ? from.branch : to.branch)

/** Whether somebody speaks for the side that a move waits for: never about themselves, nor as the one who asked. */
export const mayDecideMove = (move: Move, actor: Actor): boolean =>
  move.state === 'proposed' && actor.personId !== move.by && actor.personId !== move.personId && may(actor.roles, reviewers, sideOf(move, 'asked'))

/** Whoever asked, or anyone of their side. */
export const mayWithdrawMove = (move: Move, actor: Actor): boolean => move.state === 'proposed' && (actor.personId === move.by || may(actor.roles, reviewers, sideOf(move, 'asking')))

export const showMove = async (context: Context, move: Move, actor: Actor) => {
  const { moveId, personId, name, from, to, why, byName, at, asks, state, decidedByName, decidedAt, words } = move
  return { moveId, personId, name, from: await showPlace(context, from), to: await showPlace(context, to), why, byName, at, asks, state, decidedByName, decidedAt, words, mayDecide: mayDecideMove(move, actor), mayWithdraw: mayWithdrawMove(move, actor) }
}

import { type Refusal, refuse } from '@shared/model/refusal'
import type { Move } from '@shared/model/turn'
import { placeOfMove } from '../core/move-place'
import type { UseCase } from '../http/app'
import { answerWrites, readMove } from '../store/moves'
import { readOrg } from '../store/orgs'
import { relocateWrites } from '../store/stays'
import { transact } from '../store/table'
import { instantOf } from './context'
import { movedMeanwhile, readBoth, samePlace, tellMoved, type WriteAll } from './move-member'
import { mayDecideMove, mayWithdrawMove, showMove } from './show-move'
import { untilDecided } from './until-decided'

/** The other side's word on a proposed move, or its own side's second thought. With the acceptance the member moves. `write` is a parameter so that a test can take the guards away. */
export const decideMoveBy = (write: WriteAll = transact): UseCase<'decideMove'> => async (context, { personId, moveId, to: decision, className, words }, { actor }) => {
  const outcome = await untilDecided<Move | Refusal>(context, async () => {
    const move = await readMove(context.table, personId, moveId)
    if (!move) return refuse('not-found')
    if (move.state === decision && move.decidedBy === actor.personId) return move
    const open: Move = { ...move, state: 'proposed' }
    // Someone of neither side hears the same as of a move that is not there.
    if (!mayDecideMove(open, actor) && !mayWithdrawMove(open, actor)) return refuse('not-found')
    if (move.state !== 'proposed') return refuse('move-not-open', { state: move.state, ...(move.decidedByName !== undefined && { conflict: { byName: move.decidedByName, at: move.decidedAt } }) })
    if (decision === 'withdrawn' ? !mayWithdrawMove(move, actor) : !mayDecideMove(move, actor)) return refuse('not-allowed')
    if (decision === 'refused' && words === undefined) return { refused: 'invalid-input', errors: [{ path: 'words', code: 'required', message: 'Say why' }] }
    const at = instantOf(context.now())
    const decided: Move = { ...move, state: decision, decidedBy: actor.personId, decidedByName: actor.name, decidedAt: at, ...(words !== undefined && { words }) }
    if (decision !== 'accepted') return (await write(context.table, answerWrites(context.table, decided))) ? decided : undefined
    const read = await readBoth(context, personId)
    if (!read) return refuse('not-found')
    const { me, member } = read
    // A turn of the year may have taken the class up since: the branch is what was agreed on.
    if (me.branch !== move.from.branch) return movedMeanwhile(context.table, personId)
    if (me.graduated !== undefined) return refuse('has-graduated')
    const from = { branch: me.branch, className: me.className }
    const placed = placeOfMove(from, await readOrg(context.table, move.to.branch), className ?? move.to.className)
    if ('errors' in placed) return { refused: 'invalid-input', errors: placed.errors }
    if (samePlace(from, placed.place)) return movedMeanwhile(context.table, personId)
    const stay = { stayId: moveId, kind: 'moved' as const, at, by: actor.personId, byName: actor.name, from, to: placed.place, why: move.why }
    const done: Move = { ...decided, from, to: placed.place }
    return (await write(context.table, [...relocateWrites(context.table, { me, member, to: placed.place, stay }), ...answerWrites(context.table, done), await tellMoved(context, personId, moveId, at, 'moved', placed.place)])) ? done : undefined
  })
  return 'refused' in outcome ? outcome : showMove(context, outcome, actor)
}
export const decideMove = decideMoveBy()

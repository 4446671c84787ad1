import { reviewers } from '@shared/contract/progress'
import { countyOf } from '@shared/model/org'
import { type Refusal, refuse } from '@shared/model/refusal'
import type { Move, MoveSide, Place } from '@shared/model/turn'
import { may } from '../core/may'
import { placeOfMove, sameSchool } from '../core/move-place'
import type { UseCase } from '../http/app'
import { keys } from '../store/keys'
import { readRoster } from '../store/members'
import { readOrg } from '../store/orgs'
import { doneWrites, proposeWrites, readMove, readOpenMove } from '../store/moves'
import { messageWrite } from '../store/messages'
import { type Me, type Member, readMe } from '../store/people'
import { readStays, relocateWrites } from '../store/stays'
import { getItem, type Table, transact, type Write } from '../store/table'
import { type Actor, type Context, instantOf } from './context'
import { showMove } from './show-move'
import { orgName } from './show-person'
import { untilDecided } from './until-decided'

export type WriteAll = typeof transact
export const samePlace = (a: Place, b: Place): boolean => a.branch === b.branch && (a.className ?? '') === (b.className ?? '')

/** What somebody is told who acted on where a member was: who moved them, and when. */
export const movedMeanwhile = async (table: Table, personId: string): Promise<Refusal> => {
  const [last] = await readStays(table, personId)
  return refuse('member-moved', { ...(last && { conflict: { byName: last.byName, at: last.at } }) })
}

/** Account and roster entry, read consistently: again where they were moved between the two reads. Undefined of whoever is in no branch. */
export const readBoth = async (context: Context, personId: string): Promise<{ me: Me & { branch: string }; member: Member } | undefined> => {
  for (let i = 0; i < 3; i++) {
    const me = await readMe(context.table, personId, true)
    if (me?.branch === undefined) return undefined
    const member = await getItem<Member>(context.table, keys.member(me.branch, personId), true)
    if (member) return { me: { ...me, branch: me.branch }, member }
  }
  return undefined
}

/** Tells a person where they are now. */
export const tellMoved = async (context: Context, personId: string, id: string, at: string, how: 'moved' | 'received' | 'graduated', { branch, className }: Place): Promise<Write> =>
  messageWrite(context.table, personId, { messageId: id, at, about: { kind: 'moved', how, place: [await orgName(context, branch), className].filter((part) => part !== undefined).join(' · ') } })

interface Asked {
  personId: string
  id: string
  from: Place
  to: string
  className?: string | undefined
  why: string
  /** Whose word it still needs if the caller is not of both sides. */
  asks: MoveSide
}

const saysTheSame = (move: Move, { from, to, className, why }: Asked, by: string): boolean =>
  move.by === by && move.from.branch === from.branch && move.to.branch === to && (className === undefined || move.to.className === className) && move.why === why

/** Decides and writes a move or the proposal of one; where somebody else was first, on what is there now. */
const moveOn = (context: Context, asked: Asked, actor: Actor, write: WriteAll): Promise<Move | Refusal> =>
  untilDecided<Move | Refusal>(context, async () => {
    const { personId, id, from, to, className, why, asks } = asked
    const again = await readMove(context.table, personId, id)
    if (again) return saysTheSame(again, asked, actor.personId) ? again : refuse('id-reused')
    if (personId === actor.personId) return refuse('not-allowed')
    const read = await readBoth(context, personId)
    if (!read) return refuse('not-found')
    const { me, member } = read
    const is: Place = { branch: me.branch, className: me.className }
    if (!samePlace(is, from)) return movedMeanwhile(context.table, personId)
    if (me.graduated !== undefined) return refuse('has-graduated')
    const placed = placeOfMove(is, await readOrg(context.table, to), className)
    if ('errors' in placed) return { refused: 'invalid-input', errors: placed.errors }
    const open = await readOpenMove(context.table, countyOf(me.branch), personId)
    if (open) return refuse('move-open', { conflict: { byName: open.byName, at: open.at } })
    const at = instantOf(context.now())
    const both = may(actor.roles, reviewers, me.branch) && (sameSchool(me.branch, to) || may(actor.roles, reviewers, to))
    const move: Move = { moveId: id, personId, name: me.name, from: is, to: placed.place, why, by: actor.personId, byName: actor.name, at, ...(both ? { state: 'done' } : { asks, state: 'proposed' }) }
    const stay = { stayId: id, kind: 'moved' as const, at, by: actor.personId, byName: actor.name, from: is, to: placed.place, why }
    const writes: Write[] = both ? [...relocateWrites(context.table, { me, member, to: placed.place, stay }), ...doneWrites(context.table, move), await tellMoved(context, personId, id, at, 'moved', placed.place)] : proposeWrites(context.table, move)
    return (await write(context.table, writes)) ? move : undefined
  })

/** By the branch that the member is of, or those above it. `write` is a parameter so that a test can take the guards away. */
export const moveMemberBy = (write: WriteAll = transact): UseCase<'moveMember'> => async (context, input, { actor }) => {
  const move = await moveOn(context, { ...input, asks: 'new' }, actor, write)
  return 'refused' in move ? move : showMove(context, move, actor)
}
export const moveMember = moveMemberBy()

/** By the branch that the member joins: it knows no more than a name, a birth date and where they came from, and is told no more until the other side accepts. */
export const claimMemberBy = (write: WriteAll = transact): UseCase<'claimMember'> => async (context, { id, org, className, name, birthDate, from, why }, { actor }) => {
  const source = countyOf(from) === countyOf(org) ? (await context.orgs(countyOf(org))).get(from) : undefined
  if (source?.kind !== 'branch') return { refused: 'invalid-input', errors: [{ path: 'from', code: 'not-a-branch', message: 'The branch that the member was of, in this county' }] }
  const isMeant = (member: Member) => member.name === name && member.birthDate === birthDate
  const there = (await readRoster(context.table, from)).filter(isMeant)
  // The same request before this one may have brought them here already.
  const [one, another] = there.length ? there : (await readRoster(context.table, org)).filter(isMeant)
  if (!one || another) return { refused: 'invalid-input', errors: [{ path: 'name', code: one ? 'several' : 'unknown', message: one ? 'Two of this name and birth date: the other branch is to propose it' : 'Nobody of this name and birth date is in that branch' }] }
  const move = await moveOn(context, { personId: one.personId, id, from: { branch: from, className: one.className }, to: org, className, why, asks: 'old' }, actor, write)
  return 'refused' in move ? move : showMove(context, move, actor)
}
export const claimMember = claimMemberBy()

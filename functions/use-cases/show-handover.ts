import { countyOf, isBranch } from '@shared/model/org'
import { refuse } from '@shared/model/refusal'
import { isOpen } from '@shared/rules/application-order'
import { openProposals } from '../core/role-grants'
import type { UseCase } from '../http/app'
import { keys, queuePartition, reviewPrefix } from '../store/keys'
import { readMeetingsPage } from '../store/meetings'
import { readBranchAccounts } from '../store/members'
import { readOpenMoves } from '../store/moves'
import type { Me } from '../store/people'
import { readRoleHoldersPage, readRoleTail } from '../store/role-trail'
import { countOf, getItems } from '../store/table'
import { transfersOf } from './list-transfers'
import { instantOf } from './context'
import { orgName } from './show-person'
import { showGrants } from './show-role-grants'

/** What a branch's secretary leaves open to the next one: what waits for review, applications, meetings, moves, graduates; who holds the role, and who is proposed. */
export const showHandover: UseCase<'showHandover'> = async (context, { org }, { actor }) => {
  if (!isBranch(org) || (await context.orgs(countyOf(org))).get(org)?.kind !== 'branch') return refuse('not-found')
  const county = countyOf(org)
  const year = Number(instantOf(context.now()).slice(0, 4))
  const [reviews, accounts, meetings, moves, transfers, holders, tail] = await Promise.all([
    countOf(context.table, { pk: queuePartition(org), prefix: reviewPrefix }), readBranchAccounts(context.table, org), readMeetingsPage(context.table, org, 100), readOpenMoves(context.table, county), transfersOf(context, org, year), readRoleHoldersPage(context.table, org, 100), readRoleTail(context.table, county, context.now()),
  ])
  const held = holders.items.filter(({ role, scope }) => role === 'branch-secretary' && scope === org)
  const people = await getItems<Me>(context.table, held.map(({ personId }) => keys.me(personId)))
  const proposals = openProposals(tail, context.now()).filter(({ role, scope }) => role === 'branch-secretary' && scope === org)
  return {
    org, orgName: await orgName(context, org),
    holders: held.flatMap(({ personId, since }, i) => (people[i] ? [{ personId, name: people[i].name, ...(since !== undefined && { since }) }] : [])),
    reviews,
    applications: accounts.flatMap(({ personId, name, progress }) => (progress?.application && isOpen(progress.application.state) ? [{ personId, name, state: progress.application.state }] : [])),
    meetings: meetings.items.filter(({ state }) => state === 'planned').map(({ meetingId, date, place, candidates }) => ({ meetingId, date, place, candidates: candidates.length })),
    moves: moves.filter(({ from, to }) => from.branch === org || to.branch === org).length,
    transfers: transfers.filter(({ state }) => state === 'to-do' || state === 'sent').length,
    proposals: await showGrants(context, proposals, actor),
  }
}

import { createHash } from 'node:crypto'
import { countyOf } from '@shared/model/org'
import { isRefusal, type Refusal, refuse } from '@shared/model/refusal'
import { localDateIn } from '@shared/rules/local-date-in'
import { decideRoster, type RowFate } from '../core/import-roster'
import { readRoster } from '../core/roster-sheet'
import type { UseCase } from '../http/app'
import type { readSheets } from '../sheets/read-sheet'
import { addMember, changeMember, type League, readMembers } from '../store/members'
import type { Member } from '../store/people'
import { type Context, instantOf } from './context'
import { eachOf } from './each-of'
import { withoutApplication } from './mark-league-member'

/** One partition takes some 500 of these transactions a second. */
const width = 10
/** A function has 29 s; what is not written by then waits for the same request again. */
const writesForMs = 20_000

const idIn = (branch: string) => (parts: unknown) => `p-${createHash('sha256').update(JSON.stringify([branch, parts])).digest('base64url').replaceAll(/[-_]/g, '0').slice(0, 20)}`

/** What a row says of a membership that the roster does not know: of a person who is there already, only where they have no open application. */
const leagueOf = async (context: Context, { leagueSince, leagueNumber }: RowFate, member: Member | undefined, by: string): Promise<League | Refusal | undefined> => {
  if (leagueSince === undefined || (member?.leagueMember && (leagueNumber === undefined || leagueNumber === member.leagueMember.number))) return undefined
  const entry = { id: 'roster', by, at: instantOf(context.now()) }
  if (member?.leagueMember) return { ...(leagueNumber !== undefined && { number: leagueNumber }), entry, also: [] }
  const free = member && (await withoutApplication(context, member.personId))
  if (isRefusal(free)) return free
  return { membership: { since: leagueSince, ...(leagueNumber !== undefined && { number: leagueNumber }), byHand: true }, entry, also: free ? [free] : [] }
}

/**
 * A roster sheet into a branch. The dry run shows every row's fate; the same file then writes the new and the changed rows, each whole (roster and
 * account in one transaction) or not at all. The same sheet again changes nothing but initials that are not there.
 */
export const importRosterWith = (read: typeof readSheets, initialsOf: (name: string) => string): UseCase<'importRoster'> => async (context, { org, content, mapping, dryRun }, { actor }) => {
  const until = context.now() + writesForMs
  const branch = (await context.orgs(countyOf(org))).get(org)
  if (branch?.kind !== 'branch') return { refused: 'invalid-input', errors: [{ path: 'org', code: 'not-a-branch', message: 'A roster belongs to a branch' }] }
  const file = await read(Buffer.from(content, 'base64'))
  if ('unreadable' in file) return refuse('sheet-unreadable', { why: file.unreadable })
  const roster = readRoster(file.sheets, mapping)
  if ('missing' in roster) return refuse('sheet-columns-missing', { missing: roster.missing, columns: roster.columns })
  const members = await readMembers(context.table, org)
  const known = new Map(members.map((member) => [member.personId, member]))
  const decided = decideRoster(roster.rows, { members: members.map((member) => ({ ...member, leagueSince: member.leagueMember?.since, leagueNumber: member.leagueMember?.number })), classes: branch.classes ?? [], today: localDateIn('Asia/Shanghai', context.now()), idOf: idIn(org) })
  let waiting = 0

  const write = async (row: RowFate): Promise<RowFate> => {
    const { fate, personId, birthDate } = row
    if (fate === 'refused' || personId === undefined || birthDate === undefined) return row
    const member = known.get(personId)
    const league = await leagueOf(context, row, member, actor.personId)
    if (isRefusal(league)) return { ...row, fate: 'refused', personId: undefined, problems: [{ column: 'leagueSince', code: 'applies-now' }] }
    if (dryRun) return row
    // Whoever was in the roster before it had initials gets them by the same sheet again.
    if (fate === 'same' && member?.initials !== undefined) return row
    const entry = { ...row, personId, birthDate, initials: initialsOf(row.name) }
    const written = context.now() > until ? 'busy' : await (member ? changeMember(context.table, org, entry, member, league) : addMember(context.table, org, entry, league))
    if (written === 'busy') waiting++
    return written === 'taken' ? { ...row, fate: 'refused', personId: undefined, problems: [{ column: 'row', code: 'changed-meanwhile' }] } : row
  }

  const rows = await eachOf(decided, width, write)
  const count = (fate: RowFate['fate']) => rows.filter((row) => row.fate === fate).length
  const { sheet, otherSheets, columns } = roster
  return { dryRun, sheet, otherSheets, columns, counts: { new: count('new'), same: count('same'), changed: count('changed'), refused: count('refused') }, rows, waiting }
}

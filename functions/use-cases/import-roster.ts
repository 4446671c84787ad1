import { createHash } from 'node:crypto'
import { countyOf } from '@shared/model/org'
import type { Answer } from '@shared/contract'
import { refuse } from '@shared/model/refusal'
import { localDateIn } from '@shared/rules/local-date-in'
import { readRoster, type RosterRow } from '../core/roster-sheet'
import type { UseCase } from '../http/app'
import type { readSheet } from '../sheets/read-sheet'
import { addMember, changeMember, readMembers } from '../store/members'
import type { Member } from '../store/people'

type Row = Answer<'importRoster'>['rows'][number]

/** The same person whenever the same sheet comes: by branch and student number, or name and birth date. */
const personIdOf = (branch: string, row: RosterRow): string =>
  `p-${createHash('sha256').update(JSON.stringify([branch, row.studentNumber ?? [row.name, row.birthDate]])).digest('base64url').replaceAll(/[-_]/g, '0').slice(0, 20)}`

const known = (members: readonly Member[], row: RosterRow): Member | undefined =>
  members.find((member) => row.studentNumber !== undefined && member.studentNumber === row.studentNumber) ??
  members.find((member) => member.name === row.name && member.birthDate === row.birthDate && (member.studentNumber === undefined || row.studentNumber === undefined))

const fateOf = (branch: string, members: readonly Member[], row: RosterRow): Row => {
  const base = { ...row, personId: undefined as string | undefined }
  if (row.problems.length) return { ...base, fate: 'refused' }
  const member = known(members, row)
  if (!member) return { ...base, fate: 'new', personId: personIdOf(branch, row) }
  const same = member.name === row.name && member.birthDate === row.birthDate && (row.className === undefined || member.className === row.className) && (row.studentNumber === undefined || member.studentNumber === row.studentNumber)
  return { ...base, fate: same ? 'same' : 'changed', personId: member.personId }
}

/**
 * A roster sheet into a branch. The dry run shows every row's fate; the same file then writes the new and the changed rows, each whole (roster and
 * account in one transaction) or not at all. The same sheet again changes nothing.
 */
export const importRosterWith = (read: typeof readSheet): UseCase<'importRoster'> => async (context, { org, content, dryRun }) => {
  const branch = (await context.orgs(countyOf(org))).get(org)
  if (branch?.kind !== 'branch') return { refused: 'invalid-input', errors: [{ path: 'org', code: 'not-a-branch', message: 'A roster belongs to a branch' }] }
  const sheet = await read(Buffer.from(content, 'base64'))
  if ('unreadable' in sheet) return refuse('sheet-unreadable', { why: sheet.unreadable })
  const roster = readRoster(sheet.rows, { today: localDateIn('Asia/Shanghai', context.now()), classes: branch.classes ?? [] })
  if ('missing' in roster) return refuse('sheet-columns-missing', { missing: roster.missing })
  const members = await readMembers(context.table, org)
  const rows = roster.rows.map((row) => fateOf(org, members, row))
  if (!dryRun) {
    for (const { fate, personId, name, birthDate, className, studentNumber } of rows) {
      if (personId === undefined || birthDate === undefined) continue
      const member = { personId, name, birthDate, className, studentNumber }
      if (fate === 'new') await addMember(context.table, org, member)
      if (fate === 'changed') await changeMember(context.table, org, member)
    }
  }
  const count = (fate: Row['fate']) => rows.filter((row) => row.fate === fate).length
  return { dryRun, columns: roster.columns, counts: { new: count('new'), same: count('same'), changed: count('changed'), refused: count('refused') }, rows }
}

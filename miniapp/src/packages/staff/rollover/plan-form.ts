import type { Answer, Input } from '@shared/contract/index'
import type { TurnKey } from '../text/turns'

export type Turns = Answer<'showTurns'>
export type Lines = Input<'turnYear'>['lines']

/** A class with what becomes of it. */
export interface ClassRow {
  key: string
  branch: string
  className: string
  members: number
  leagueMembers: number
  graduates: boolean
  to: string
}
export interface NameRow { branch: string; was: string; name: string }

export const rowsOf = ({ classes }: Turns): ClassRow[] =>
  classes.map(({ branch, className, members, leagueMembers, to }) => ({ key: `${branch} ${className}`, branch, className, members, leagueMembers, graduates: !to, to: to?.className ?? '' }))

export const namesOf = ({ branches }: Turns): NameRow[] => branches.map(({ id, name, nextName }) => ({ branch: id, was: name, name: nextName }))

export const linesOf = (rows: readonly ClassRow[]): Lines => rows.map(({ branch, className, graduates, to }) => ({ branch, className, ...(!graduates && { to: { branch, className: to.trim() } }) }))

/** Names that change, as they are sent. */
export const changedNames = (names: readonly NameRow[]): { branch: string; name: string }[] => names.flatMap(({ branch, was, name }) => (name.trim() === was ? [] : [{ branch, name: name.trim() }]))

/** What is wrong before it is sent, by row; branches by their id. */
export const faultsOf = (rows: readonly ClassRow[], names: readonly NameRow[]): Record<string, TurnKey> => ({
  ...Object.fromEntries(rows.flatMap(({ key, graduates, to }) => (graduates || to.trim() !== '' ? [] : [[key, 'needClass' as const]]))),
  ...Object.fromEntries(names.flatMap(({ branch, name }) => (name.trim() !== '' ? [] : [[branch, 'needName' as const]]))),
})

import type { Progress } from '@shared/model/progress'
import type { Role } from '@shared/model/role'
import type { Place } from '@shared/model/turn'
import { keys } from './keys'
import { conditional, getItem, type Key, type Table, UpdateCommand } from './table'

export interface LeagueMembership {
  since: string
  number?: string
  /** Entered from a file or a sheet, and not by an admission here. */
  byHand?: boolean
  /** An application goes by it: it stays. */
  used?: boolean
}

/** Who entered a membership that no admission here brought. */
export interface LeagueEntry {
  id: string
  by: string
  at: string
}

/** ME: the account, and the progress projection. Kept ≤ 1 KB: it is written at every check-in. */
export interface Me extends Key {
  personId: string
  name: string
  /** Of the name's pinyin; absent on accounts of before, and of staff without a branch. */
  initials?: string
  /** Local date. */
  birthDate?: string
  branch?: string
  className?: string
  /** Of staff without a branch: the county they belong to. */
  county?: string
  /** A member of the League, since when (local date), and under which development number where it is known. */
  leagueMember?: LeagueMembership
  /** Left school in this year, and is in no class any more: not among those who should attend, until somebody takes them in. */
  graduated?: number
  roles: Role[]
  /** Sessions of an earlier epoch have ended. */
  epoch: number
  /** `<appId>#<openId>` when bound: siblings may have the same one. */
  identity?: string
  /** Hash of the latest binding code: earlier ones have ended. */
  bindingCode?: string
  progress?: Progress
}

/** A member of a branch, as the roster lists them. */
export interface Member extends Key {
  personId: string
  name: string
  initials?: string
  birthDate: string
  className?: string
  studentNumber?: string
  leagueMember?: LeagueMembership
  leagueEntry?: LeagueEntry
  graduated?: number
  /** The school year's turn that put them here, and where they were before. */
  turn?: { id: string; from: Place }
}

export const readMe = (table: Table, personId: string, consistent = false): Promise<Me | undefined> => getItem<Me>(table, keys.me(personId), consistent)

/** Makes this the person's latest binding code. False: the person is bound, and has none. */
export const nameBindingCode = async (table: Table, personId: string, hash: string): Promise<boolean> => {
  return conditional(table, new UpdateCommand({
    TableName: table.name, Key: keys.me(personId), UpdateExpression: 'SET bindingCode = :hash', ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(#identity)',
    ExpressionAttributeNames: { '#identity': 'identity' }, ExpressionAttributeValues: { ':hash': hash },
  }))
}

/** Replaces the projection on the condition that it still is the one read: an older fold never overwrites a newer. */
export const replaceProgress = async (table: Table, personId: string, read: Progress | undefined, progress: Progress): Promise<boolean> => {
  return conditional(table, new UpdateCommand({
    TableName: table.name,
    Key: keys.me(personId),
    UpdateExpression: 'SET progress = :progress',
    ConditionExpression: `attribute_exists(pk) AND ${read ? 'progress = :read' : 'attribute_not_exists(progress)'}`,
    ExpressionAttributeValues: { ':progress': progress, ...(read && { ':read': read }) },
  }))
}

import type { NoticeKind } from '@shared/model/notice'
import { identityKey } from './identities'
import { keys, noticesPartition } from './keys'
import { conditional, deleteItem, getItem, type Key, putItem, queryPage, type Table, transact, UpdateCommand } from './table'

/** How many more notices of each kind a WeChat user allowed. */
export type Allowance = Partial<Record<NoticeKind, number>>

const allowanceKey = (identity: string): Key => ({ pk: identityKey(identity).pk, sk: 'NOTICES' })

export const readAllowance = async (table: Table, identity: string): Promise<Allowance> => (await getItem<Allowance>(table, allowanceKey(identity), true)) ?? {}

/** One more of each kind; the last request asked for again counts once. */
export const addAllowance = (table: Table, identity: string, id: string, kinds: readonly NoticeKind[]): Promise<boolean> =>
  conditional(table, new UpdateCommand({
    TableName: table.name, Key: allowanceKey(identity), UpdateExpression: `SET lastId = :id ADD ${kinds.map((_kind, i) => `#k${i} :one`).join(', ')}`, ConditionExpression: 'attribute_not_exists(lastId) OR lastId <> :id',
    ExpressionAttributeNames: Object.fromEntries(kinds.map((kind, i) => [`#k${i}`, kind])), ExpressionAttributeValues: { ':id': id, ':one': 1 },
  }))

/** One less, after a notice was sent. */
export const useAllowance = (table: Table, identity: string, kind: NoticeKind): Promise<boolean> =>
  conditional(table, new UpdateCommand({
    TableName: table.name, Key: allowanceKey(identity), UpdateExpression: 'ADD #kind :less', ConditionExpression: '#kind > :zero', ExpressionAttributeNames: { '#kind': kind }, ExpressionAttributeValues: { ':less': -1, ':zero': 0 },
  }))

/** WeChat says that the user allows none of this kind (any more). */
export const forgetAllowance = (table: Table, identity: string, kind: NoticeKind): Promise<boolean> =>
  conditional(table, new UpdateCommand({
    TableName: table.name, Key: allowanceKey(identity), UpdateExpression: 'REMOVE #kind', ConditionExpression: 'attribute_exists(pk)', ExpressionAttributeNames: { '#kind': kind },
  }))

/** A notice that waits to be sent: of which message. */
export interface WaitingNotice extends Key {
  personId: string
  at: string
  messageId: string
  kind: NoticeKind
  /** Until when another run is at it, RFC 3339. */
  claimedUntil?: string
}

/** Lets a message's notice wait, once for each message however often it is delivered. `expiresAt`: epoch seconds, after which it is no news. */
export const queueNotice = (table: Table, countyId: string, { personId, at, messageId, kind }: Omit<WaitingNotice, keyof Key>, expiresAt: number): Promise<boolean> =>
  transact(table, [
    { Update: { TableName: table.name, Key: keys.message(personId, at, messageId), UpdateExpression: 'SET noticed = :yes', ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(noticed)', ExpressionAttributeValues: { ':yes': true } } },
    { Put: { TableName: table.name, Item: { ...keys.notice(countyId, at, personId, messageId), personId, at, messageId, kind, expiresAt } } },
  ])

/** The notices of a county that have waited longest. */
export const readWaitingNotices = async (table: Table, countyId: string, limit: number, after?: string) => queryPage<WaitingNotice>(table, { pk: noticesPartition(countyId), consistent: true }, limit, after)

/** Takes a notice for itself until an instant. False: it is gone, or another run is at it. */
export const claimNotice = (table: Table, { pk, sk }: Key, now: string, until: string): Promise<boolean> =>
  conditional(table, new UpdateCommand({
    TableName: table.name, Key: { pk, sk }, UpdateExpression: 'SET claimedUntil = :until', ConditionExpression: 'attribute_exists(pk) AND (attribute_not_exists(claimedUntil) OR claimedUntil < :now)',
    ExpressionAttributeValues: { ':until': until, ':now': now },
  }))

/** Gives a notice back: it goes on waiting. */
export const releaseNotice = (table: Table, { pk, sk }: Key): Promise<boolean> =>
  conditional(table, new UpdateCommand({ TableName: table.name, Key: { pk, sk }, UpdateExpression: 'REMOVE claimedUntil', ConditionExpression: 'attribute_exists(pk)' }))

export const dropNotice = (table: Table, { pk, sk }: Key): Promise<void> => deleteItem(table, { pk, sk })

/** WeChat's access token, shared by every run until it ends (epoch ms). */
export interface KeptToken {
  token: string
  endsAt: number
}
/** Kept no longer than it is good for. */
export const keepToken = (table: Table, appId: string, kept: KeptToken): Promise<void> => putItem(table, { ...keys.weChatToken(appId), ...kept, expiresAt: Math.ceil(kept.endsAt / 1000) })
export const readKeptToken = (table: Table, appId: string) => getItem<KeptToken>(table, keys.weChatToken(appId), true)

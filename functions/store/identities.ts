import { keys } from './keys'
import { conditional, getItem, type Key, type Table, UpdateCommand } from './table'

/** A WeChat identity that people are bound to. */
export interface Identity extends Key {
  /** Who was used last: whom a sign-in opens. */
  personId: string
  /** Everyone bound to it, in the order of binding. Items from before there were several have none: `personId` alone. */
  people?: string[]
  /** Other identities of the same WeChat user that a code let in. Each has an item that says so. */
  joined?: string[]
  /** Hash of the code that lets another identity in: the latest one. */
  joinCode?: string
}

/** An identity that is let in by a code: it opens whatever the other one does. */
interface Door extends Key {
  /** `<appId>#<openId>` */
  sameAs: string
}

export const identityKey = (identity: string): Key => {
  const [appId = '', openId = ''] = identity.split('#')
  return keys.identity(appId, openId)
}

export const peopleOf = ({ people, personId }: Identity): string[] => people ?? [personId]

/** A person's WeChat users in the app of this id: what they are bound by, and others that were let in. */
export const openIdsOf = async (table: Table, identity: string, appId: string): Promise<string[]> => {
  const joined = (await readIdentity(table, identity, false))?.joined ?? []
  return [identity, ...joined].flatMap((one) => (one.startsWith(`${appId}#`) ? [one.slice(appId.length + 1)] : []))
}

const readItem = (table: Table, identity: string, consistent: boolean) => getItem<Identity | Door>(table, identityKey(identity), consistent)

export const readIdentity = async (table: Table, identity: string, consistent = true): Promise<Identity | undefined> => {
  const item = await readItem(table, identity, consistent)
  return item && 'personId' in item ? item : undefined
}

/** What the identities of one WeChat user under one open-platform account have in common. */
export const readUnion = (table: Table, unionId: string, consistent = false) => getItem<{ identity: string }>(table, keys.union(unionId), consistent)

/**
 * Whose people an identity opens: its own; those of the identity whose code let it in; or those of another identity of the same WeChat user, by the union id.
 * `item` is absent where it opens nobody: then `identity` is the one given.
 */
export const resolveIdentity = async (table: Table, identity: string, unionId?: string, consistent = false): Promise<{ identity: string; item?: Identity }> => {
  const own = await readItem(table, identity, consistent)
  if (own && 'personId' in own) return { identity, item: own }
  const other = own?.sameAs ?? (unionId && (await readUnion(table, unionId, consistent))?.identity)
  const item = other && (await readIdentity(table, other, consistent))
  return item ? { identity: other, item } : { identity }
}

/** Changes an attribute of a bound identity. False: the condition does not hold, nothing changed. */
const change = async (table: Table, identity: string, UpdateExpression: string, ConditionExpression: string, value: string): Promise<boolean> => {
  return conditional(table, new UpdateCommand({ TableName: table.name, Key: identityKey(identity), UpdateExpression, ConditionExpression, ExpressionAttributeValues: { ':value': value } }))
}

/** Whom the next sign-in opens. False: the person is not, or no longer, bound to it. */
export const rememberPerson = (table: Table, identity: string, personId: string) => change(table, identity, 'SET personId = :value', 'contains(people, :value)', personId)

/** Makes this the latest code that lets another identity in. False: nobody is bound here. */
export const nameJoinCode = (table: Table, identity: string, hash: string) => change(table, identity, 'SET joinCode = :value', 'attribute_exists(personId)', hash)

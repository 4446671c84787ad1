import { type Identity, identityKey, peopleOf } from './identities'
import { keys } from './keys'
import { type Key, type Table, transact } from './table'

/** A code that binds an identity to a person, or (`joins`) lets it in where another identity is bound. Known by its hash alone. */
export interface BindingCode extends Key {
  personId?: string
  joins?: string
  /** Epoch milliseconds. */
  ends: number
  /** The identity that used it. */
  usedBy?: string
}

const useCode = (table: Table, hash: string, identity: string) => ({
  Update: { TableName: table.name, Key: keys.bindingCode(hash), UpdateExpression: 'SET usedBy = :identity', ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(usedBy)', ExpressionAttributeValues: { ':identity': identity } },
})

/** The identity's people are still those that were read. */
const unchanged = ({ people, personId }: Identity) => (people ? { condition: 'people = :read', read: people } : { condition: 'attribute_not_exists(people) AND personId = :read', read: personId })

const setPeople = (table: Table, identity: string, held: Identity, people: string[], personId: string) => {
  const { condition, read } = unchanged(held)
  return {
    Update: {
      TableName: table.name, Key: identityKey(identity), UpdateExpression: 'SET people = :people, personId = :person', ConditionExpression: condition,
      ExpressionAttributeValues: { ':people': people, ':person': personId, ':read': read },
    },
  }
}

export interface Binding {
  hash: string
  personId: string
  identity: string
  /** The identity's item as it was read; absent where nobody is bound to it. */
  held: Identity | undefined
  consent: { version: string; at: string }
  /** What the union id is to say: `was` is what it said. Absent where there is none, or it says so already. */
  union?: { unionId: string; was: string | undefined } | undefined
}

/** Identity, account, code and the person's consent change together or not at all. */
export const bindPerson = (table: Table, { hash, personId, identity, held, consent, union }: Binding): Promise<boolean> => {
  const { name: TableName } = table
  return transact(table, [
    useCode(table, hash, identity),
    held ? setPeople(table, identity, held, [...peopleOf(held), personId], personId) : { Put: { TableName, Item: { ...identityKey(identity), personId, people: [personId] }, ConditionExpression: 'attribute_not_exists(pk)' } },
    { Put: { TableName, Item: { ...keys.consent(personId, consent.at), ...consent } } },
    {
      Update: {
        TableName, Key: keys.me(personId), UpdateExpression: 'SET #identity = :identity, epoch = epoch + :one REMOVE bindingCode',
        ConditionExpression: 'bindingCode = :hash AND attribute_not_exists(#identity)', ExpressionAttributeNames: { '#identity': 'identity' },
        ExpressionAttributeValues: { ':identity': identity, ':one': 1, ':hash': hash },
      },
    },
    ...(union
      ? [{ Put: { TableName, Item: { ...keys.union(union.unionId), identity }, ...(union.was === undefined ? { ConditionExpression: 'attribute_not_exists(pk)' } : { ConditionExpression: '#identity = :was', ExpressionAttributeNames: { '#identity': 'identity' }, ExpressionAttributeValues: { ':was': union.was } }) } }]
      : []),
  ])
}

/** Lets `identity` in where `other` is bound, by the latest code that was made there. */
export const joinIdentities = (table: Table, hash: string, identity: string, other: string, { joined }: Identity): Promise<boolean> =>
  transact(table, [
    useCode(table, hash, identity),
    { Put: { TableName: table.name, Item: { ...identityKey(identity), sameAs: other }, ConditionExpression: 'attribute_not_exists(pk)' } },
    {
      Update: {
        TableName: table.name, Key: identityKey(other), UpdateExpression: 'SET joined = :joined REMOVE joinCode', ConditionExpression: `joinCode = :hash AND ${joined ? 'joined = :was' : 'attribute_not_exists(joined)'}`,
        ExpressionAttributeValues: { ':joined': [...(joined ?? []), identity], ':hash': hash, ...(joined && { ':was': joined }) },
      },
    },
  ])

/**
 * Takes a person away from their identity and ends their sessions; the others of the identity stay. Whatever a code let in is shut out: a lost phone may be why.
 * `held` is the identity's item as it was read.
 */
export const unbind = (table: Table, personId: string, identity: string, held: Identity | undefined): Promise<boolean> => {
  const { name: TableName } = table
  const left = held ? peopleOf(held).filter((one) => one !== personId) : []
  const [next] = left
  const doors = (held?.joined ?? []).map((door) => ({ Delete: { TableName, Key: identityKey(door), ConditionExpression: 'attribute_not_exists(pk) OR sameAs = :identity', ExpressionAttributeValues: { ':identity': identity } } }))
  return transact(table, [
    {
      Update: {
        TableName, Key: keys.me(personId), UpdateExpression: 'SET epoch = epoch + :one REMOVE #identity', ConditionExpression: '#identity = :identity',
        ExpressionAttributeNames: { '#identity': 'identity' }, ExpressionAttributeValues: { ':one': 1, ':identity': identity },
      },
    },
    ...(held ? [next === undefined ? remove(table, identity, held) : keepOthers(table, identity, held, left, held.personId === personId ? next : held.personId)] : []),
    ...doors,
    // A device that came in by a code may be in as another of them by now.
    ...(doors.length ? left.map((one) => ({ Update: { TableName, Key: keys.me(one), UpdateExpression: 'SET epoch = epoch + :one', ConditionExpression: 'attribute_exists(pk)', ExpressionAttributeValues: { ':one': 1 } } })) : []),
  ])
}

const stillJoined = ({ joined }: Identity) => (joined ? { condition: ' AND joined = :joined', values: { ':joined': joined } } : { condition: ' AND attribute_not_exists(joined)', values: {} })

const remove = (table: Table, identity: string, held: Identity) => {
  const { condition, read } = unchanged(held)
  const doors = stillJoined(held)
  return { Delete: { TableName: table.name, Key: identityKey(identity), ConditionExpression: condition + doors.condition, ExpressionAttributeValues: { ':read': read, ...doors.values } } }
}

const keepOthers = (table: Table, identity: string, held: Identity, people: string[], personId: string) => {
  const { Update } = setPeople(table, identity, held, people, personId)
  const doors = stillJoined(held)
  return {
    Update: { ...Update, UpdateExpression: `${Update.UpdateExpression} REMOVE joined, joinCode`, ConditionExpression: Update.ConditionExpression + doors.condition, ExpressionAttributeValues: { ...Update.ExpressionAttributeValues, ...doors.values } },
  }
}

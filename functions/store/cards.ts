import type { Card } from '@shared/model/event'
import { keys } from './keys'
import { conditional, getItem, type Key, type Table, transact, UpdateCommand } from './table'

/** A person's latest card: its number, which is the lock, its hash, and the request that made it. `cutOff`: it has ended, and there is none since. */
export interface PersonCard extends Key {
  n: number
  hash: string
  id: string
  at: string
  by: string
  cutOff?: { at: string; by: string }
}

export const readPersonCard = (table: Table, personId: string): Promise<PersonCard | undefined> => getItem<PersonCard>(table, keys.personCard(personId), true)

const end = (table: Table, hash: string, at: string) => ({
  Update: { TableName: table.name, Key: keys.card(hash), UpdateExpression: 'SET #until = :at', ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(#until)', ExpressionAttributeNames: { '#until': 'until' }, ExpressionAttributeValues: { ':at': at } },
})

/** The latest card still is the one that was read. */
const stillLatest = (read: PersonCard | undefined) => (read ? { ConditionExpression: 'n = :read', ExpressionAttributeValues: { ':read': read.n } } : { ConditionExpression: 'attribute_not_exists(pk)' })

/** A new card in the place of the one that was read, which ends. False: another was made meanwhile; nothing is written. */
export const addCard = (table: Table, card: Card, { hash, id, at, by }: Omit<PersonCard, keyof Key | 'n' | 'cutOff'>, read: PersonCard | undefined): Promise<boolean> =>
  transact(table, [
    { Put: { TableName: table.name, Item: { ...keys.personCard(card.personId), n: card.n, hash, id, at, by }, ...stillLatest(read) } },
    { Put: { TableName: table.name, Item: { ...keys.card(hash), ...card }, ConditionExpression: 'attribute_not_exists(pk)' } },
    ...(read && !read.cutOff ? [end(table, read.hash, at)] : []),
  ])

/** Ends the card that was read. False: it was ended or replaced meanwhile. */
export const endCard = (table: Table, personId: string, read: PersonCard, cutOff: { at: string; by: string }): Promise<boolean> =>
  transact(table, [
    { Update: { TableName: table.name, Key: keys.personCard(personId), UpdateExpression: 'SET cutOff = :cutOff', ConditionExpression: 'n = :read AND attribute_not_exists(cutOff)', ExpressionAttributeValues: { ':read': read.n, ':cutOff': cutOff } } },
    end(table, read.hash, cutOff.at),
  ])

/** A guardian has consented: the card is good for every event from now on. */
export const openCard = (table: Table, hash: string): Promise<boolean> =>
  conditional(table, new UpdateCommand({ TableName: table.name, Key: keys.card(hash), UpdateExpression: 'REMOVE visitsOnly', ConditionExpression: 'attribute_exists(pk)' }))

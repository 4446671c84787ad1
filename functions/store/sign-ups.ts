import { PutCommand } from '@aws-sdk/lib-dynamodb'
import type { PublishedEvent, SignUp } from '@shared/model/event'
import { seatItem } from './events'
import { keys } from './keys'
import { isConditionFailed, type Item, queryPage, type Table, transact } from './table'

const handleItem = ({ eventId, personId, name, state, handle, publicKey }: SignUp): Item[] =>
  handle === undefined || state === 'walk-in' ? [] : [{ ...keys.handle(handle), eventId, personId, name, state, publicKey }]

const ownItem = (signUp: SignUp): Item => ({ ...keys.signUp(signUp.eventId, signUp.personId), ...signUp })

/** The items of a sign-up: itself, the handle that leads to it, and the person's own list of seats. */
export const signUpItems = (event: PublishedEvent, signUp: SignUp): Item[] => [ownItem(signUp), ...handleItem(signUp), ...(signUp.state === 'signed-up' ? [seatItem(event, signUp.personId)] : [])]

const seat = {
  take: { by: 1, condition: '#state = :open AND (attribute_not_exists(#capacity) OR taken < #capacity)' },
  keep: { by: 0, condition: '#state = :open' },
  give: { by: -1, condition: '#state = :open AND taken > :zero' },
} as const

/**
 * Replaces the sign-up that was read (or absent) with another, and moves the event's count and the person's list of seats with it, in one transaction. False where somebody else was
 * first, the last seat is gone or the event closed: read again and decide again.
 */
export const changeSignUp = async (table: Table, event: PublishedEvent, read: SignUp | undefined, signUp: SignUp, move: keyof typeof seat): Promise<boolean> => {
  const [handle] = handleItem(signUp)
  const seatOf = seatItem(event, signUp.personId)
  const unchanged = read
    ? { ConditionExpression: '#state = :state AND #at = :at', ExpressionAttributeNames: { '#state': 'state', '#at': 'at' }, ExpressionAttributeValues: { ':state': read.state, ':at': read.at } }
    : { ConditionExpression: 'attribute_not_exists(pk)' }
  return transact(table, [
    {
      Update: {
        TableName: table.name,
        Key: keys.event(signUp.eventId),
        UpdateExpression: 'SET taken = taken + :by',
        ConditionExpression: seat[move].condition,
        ExpressionAttributeNames: { '#state': 'state', ...(move === 'take' && { '#capacity': 'capacity' }) },
        ExpressionAttributeValues: { ':by': seat[move].by, ':open': 'open', ...(move === 'give' && { ':zero': 0 }) },
      },
    },
    { Put: { TableName: table.name, Item: ownItem(signUp), ...unchanged } },
    ...(handle ? [{ Put: { TableName: table.name, Item: handle } }] : []),
    move === 'give' ? { Delete: { TableName: table.name, Key: { pk: seatOf.pk, sk: seatOf.sk } } } : { Put: { TableName: table.name, Item: seatOf } },
  ])
}

/** Lists a person who came without having signed up; a sign-up that holds a seat stays as it is. */
export const addWalkIn = async (table: Table, signUp: SignUp & { state: 'walk-in' }): Promise<void> => {
  try {
    await table.doc.send(
      new PutCommand({
        TableName: table.name,
        Item: { ...keys.signUp(signUp.eventId, signUp.personId), ...signUp },
        ConditionExpression: 'attribute_not_exists(pk) OR #state = :cancelled',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: { ':cancelled': 'cancelled' },
      }),
    )
  } catch (error) {
    if (!isConditionFailed(error)) throw error
  }
}

export const readSignUpsPage = (table: Table, eventId: string, limit: number, after?: string) => queryPage<SignUp>(table, { pk: `E#${eventId}`, prefix: 'P#', consistent: true }, limit, after)

export type { SignUp }

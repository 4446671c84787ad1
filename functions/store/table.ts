import { ConditionalCheckFailedException, type DynamoDBClient, TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { BatchGetCommand, BatchWriteCommand, DeleteCommand, DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'

export interface Key {
  pk: string
  sk: string
}
export type Item = Key & Record<string, unknown>

/** The one table, with a client that leaves absent values out. */
export interface Table {
  name: string
  doc: DynamoDBDocumentClient
}

/** Does the same again, after pauses as below, until it gives something. @throws where it does not. */
export const untilGiven = async <T>(work: () => Promise<T | undefined>): Promise<T> => {
  for (let pause = 20; ; pause *= 2) {
    const given = await work()
    if (given !== undefined) return given
    if (pause > 640) throw new Error('The table is too busy')
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
}

/** A plain write that meets a running transaction was not done: it waits a little and goes again. The SDK does not count this among what it tries again. */
const waitForTransactions = (client: DynamoDBClient): DynamoDBClient => {
  client.middlewareStack.add(
    (next) => async (args) => {
      for (let pause = 20; ; pause *= 2) {
        try {
          return await next(args)
        } catch (error) {
          if ((error as Error).name !== 'TransactionConflictException' || pause > 640) throw error
          await new Promise((resolve) => setTimeout(resolve, pause))
        }
      }
    },
    { step: 'initialize', name: 'waitForTransactions', override: true },
  )
  return client
}

export const openTable = (client: DynamoDBClient, name: string): Table => ({ name, doc: DynamoDBDocumentClient.from(waitForTransactions(client), { marshallOptions: { removeUndefinedValues: true } }) })

export const getItem = async <T>(table: Table, key: Key, consistent = false): Promise<(T & Key) | undefined> =>
  (await table.doc.send(new GetCommand({ TableName: table.name, Key: key, ConsistentRead: consistent }))).Item as (T & Key) | undefined

/** Items in the order of `keys`; absent ones are undefined. Any number of keys, 100 a call, unprocessed ones again. */
export const getItems = async <T>(table: Table, keys: Key[], consistent = false): Promise<((T & Key) | undefined)[]> => {
  const found = new Map<string, T & Key>()
  const unique = [...new Map(keys.map((key) => [`${key.pk}\n${key.sk}`, key])).values()]
  for (let at = 0; at < unique.length; at += 100) {
    let wanted: Key[] = unique.slice(at, at + 100)
    for (let pause = 20; wanted.length; pause *= 2) {
      const answer = await table.doc.send(new BatchGetCommand({ RequestItems: { [table.name]: { Keys: wanted, ConsistentRead: consistent } } }))
      for (const item of (answer.Responses?.[table.name] ?? []) as (T & Key)[]) found.set(`${item.pk}\n${item.sk}`, item)
      wanted = (answer.UnprocessedKeys?.[table.name]?.Keys ?? []) as Key[]
      if (wanted.length) await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
  return keys.map((key) => found.get(`${key.pk}\n${key.sk}`))
}

/** Puts an item on the condition that its key is free; else gives the item that holds it. One write unit either way (≤ 1 KB). */
export const putIfAbsent = async <T extends Item>(table: Table, item: T): Promise<{ put: true } | { put: false; held: T }> => {
  try {
    await table.doc.send(new PutCommand({ TableName: table.name, Item: item, ConditionExpression: 'attribute_not_exists(pk)', ReturnValuesOnConditionCheckFailure: 'ALL_OLD' }))
    return { put: true }
  } catch (error) {
    if (!isConditionFailed(error)) throw error
    // The refused put brings the holder along, as raw attribute values even through lib-dynamodb in some versions: read it plainly.
    const held = await getItem<T>(table, { pk: item.pk, sk: item.sk }, true)
    if (!held) throw error
    return { put: false, held: held as T }
  }
}

export const putItem = async (table: Table, item: Item): Promise<void> => {
  await table.doc.send(new PutCommand({ TableName: table.name, Item: item }))
}

export const deleteItem = async (table: Table, key: Key): Promise<void> => {
  await table.doc.send(new DeleteCommand({ TableName: table.name, Key: key }))
}

export interface Range {
  pk: string
  /** Sort keys that begin with this, or those from one to another, both included. */
  prefix?: string
  between?: { from: string; to: string }
  consistent?: boolean
  newestFirst?: boolean
}

const rangeInput = (table: Table, { pk, prefix = '', between, ...range }: Range) => ({
  TableName: table.name,
  KeyConditionExpression: between ? 'pk = :pk AND sk BETWEEN :from AND :to' : prefix === '' ? 'pk = :pk' : 'pk = :pk AND begins_with(sk, :prefix)',
  ExpressionAttributeValues: { ':pk': pk, ...(between ? { ':from': between.from, ':to': between.to } : prefix !== '' && { ':prefix': prefix }) },
  ConsistentRead: range.consistent ?? false,
  ScanIndexForward: !range.newestFirst,
})

/** Every item of a range, in key order. */
export const queryAll = async <T>(table: Table, range: Range): Promise<(T & Key)[]> => {
  const items: (T & Key)[] = []
  let start: Record<string, unknown> | undefined
  do {
    const page = await table.doc.send(new QueryCommand({ ...rangeInput(table, range), ExclusiveStartKey: start }))
    items.push(...((page.Items ?? []) as (T & Key)[]))
    start = page.LastEvaluatedKey
  } while (start)
  return items
}

/** How many items a range has: they are counted where they lie, and not fetched. */
export const countOf = async (table: Table, range: Range): Promise<number> => {
  let count = 0
  let start: Record<string, unknown> | undefined
  do {
    const page = await table.doc.send(new QueryCommand({ ...rangeInput(table, range), Select: 'COUNT', ExclusiveStartKey: start }))
    count += page.Count ?? 0
    start = page.LastEvaluatedKey
  } while (start)
  return count
}

/** One page of a range after the sort key `after`; `next` is the sort key to go on after. */
export const queryPage = async <T>(table: Table, range: Range, limit: number, after?: string): Promise<{ items: (T & Key)[]; next?: string }> => {
  const page = await table.doc.send(new QueryCommand({ ...rangeInput(table, range), Limit: limit, ExclusiveStartKey: after === undefined ? undefined : { pk: range.pk, sk: after } }))
  return { items: (page.Items ?? []) as (T & Key)[], next: page.LastEvaluatedKey?.sk as string | undefined }
}

/** Writes and deletes without conditions, 25 a call, unprocessed ones again: for seeds, projections and clean-ups. */
export const writeAll = async (table: Table, puts: Item[], deletes: Key[] = []): Promise<void> => {
  const requests = [...puts.map((Item) => ({ PutRequest: { Item } })), ...deletes.map((Key) => ({ DeleteRequest: { Key } }))]
  for (let at = 0; at < requests.length; at += 25) {
    let left: typeof requests = requests.slice(at, at + 25)
    for (let pause = 20; left.length; pause *= 2) {
      const answer = await table.doc.send(new BatchWriteCommand({ RequestItems: { [table.name]: left } }))
      left = (answer.UnprocessedItems?.[table.name] ?? []) as typeof requests
      if (left.length) await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
}

export const isConditionFailed = (error: unknown): boolean =>
  error instanceof ConditionalCheckFailedException ||
  (error instanceof TransactionCanceledException && (error.CancellationReasons ?? []).some((reason) => reason.Code === 'ConditionalCheckFailed'))

/** Another transaction held the item, or the table is throttled: the same again may succeed. */
export const isBusy = (error: unknown): boolean =>
  error instanceof TransactionCanceledException && (error.CancellationReasons ?? []).every(({ Code = 'None' }) => ['None', 'TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'].includes(Code))

/** One write with a condition. False: it does not hold, and nothing changed. */
export const conditional = async (table: Table, command: PutCommand | UpdateCommand | DeleteCommand): Promise<boolean> => {
  try {
    // `send` has a signature for each command and none for any of them.
    await table.doc.send(command as UpdateCommand)
    return true
  } catch (error) {
    if (!isConditionFailed(error)) throw error
    return false
  }
}

/** One write of a transaction. */
export type Write = NonNullable<ConstructorParameters<typeof TransactWriteCommand>[0]['TransactItems']>[number]

/** All of it or nothing. False: a condition does not hold, or others are writing the same: read again and decide again. */
export const transact = async (table: Table, TransactItems: Write[]): Promise<boolean> => {
  try {
    await table.doc.send(new TransactWriteCommand({ TransactItems }))
    return true
  } catch (error) {
    if (isConditionFailed(error) || isBusy(error)) return false
    throw error
  }
}

export { DeleteCommand, TransactWriteCommand, UpdateCommand }

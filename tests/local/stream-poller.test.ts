import { BatchWriteItemCommand, DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import type { DynamoDBRecord } from 'aws-lambda'
import { filterOf } from '../../functions/local/stream-poller/filter-pattern'
import { type Consumer, startPoller } from '../../functions/local/stream-poller/poller'
import { isAfter, type Position } from '../../functions/local/stream-poller/stream-record'
import { databaseConfig, type FreshTable, freshTable } from '../support/dynamodb'

const nameOf = (record: DynamoDBRecord) => record.dynamodb?.Keys?.sk?.S ?? ''
const until = async (holds: () => boolean): Promise<void> => {
  for (let i = 0; i < 400 && !holds(); i++) await new Promise((next) => setTimeout(next, 20))
  expect(holds()).toBe(true)
}

describe('the stream poller', () => {
  let table: FreshTable
  let streams: DynamoDBStreamsClient
  const running: { stop(): Promise<void> }[] = []
  beforeEach(async () => {
    table = await freshTable()
    streams = new DynamoDBStreamsClient(databaseConfig())
  })
  afterEach(async () => {
    await Promise.all(running.splice(0).map((poller) => poller.stop()))
    streams.destroy()
    await table.drop()
  })

  const put = (sk: string, more = {}) => table.client.send(new PutItemCommand({ TableName: table.name, Item: { pk: { S: 'P#1' }, sk: { S: sk }, ...more } }))
  const start = (invoke: Consumer['invoke'], over: Partial<Consumer> = {}) => {
    let position: Position | undefined
    const givenUp: string[][] = []
    const consumer: Consumer = {
      name: 'test', invoke, batchSize: 100, windowMs: 0, mostRetries: 2, bisect: true, filterPatterns: [], retryMs: 1,
      load: () => position,
      save: (to) => {
        position = to
      },
      givenUp: (records) => void givenUp.push(records.map(nameOf)),
      ...over,
    }
    const poller = startPoller(streams, table.streamArn as string, consumer, () => undefined)
    running.push(poller)
    return { givenUp, consumer, poller, position: () => position }
  }

  test('hands over every change in order, with both images', async () => {
    const seen: DynamoDBRecord[] = []
    start(async (records) => void seen.push(...records))
    for (let i = 0; i < 30; i++) await put(`L#${i}`)
    await put('L#7', { note: { S: 'changed' }, raw: { B: Buffer.from('bytes') } })
    await table.client.send(new DeleteItemCommand({ TableName: table.name, Key: { pk: { S: 'P#1' }, sk: { S: 'L#3' } } }))
    await until(() => seen.length === 32)
    expect(seen.slice(0, 30).map(nameOf)).toEqual(Array.from({ length: 30 }, (_, i) => `L#${i}`))
    expect(seen[30]).toMatchObject({ eventName: 'MODIFY', eventSource: 'aws:dynamodb', dynamodb: { OldImage: { sk: { S: 'L#7' } }, NewImage: { note: { S: 'changed' }, raw: { B: Buffer.from('bytes').toString('base64') } } } })
    expect(seen[31]).toMatchObject({ eventName: 'REMOVE', dynamodb: { OldImage: { sk: { S: 'L#3' } } } })
    expect(typeof seen[31]?.dynamodb?.ApproximateCreationDateTime).toBe('number')
  })

  test('filters, and counts what was left out as done', async () => {
    const seen: string[] = []
    const { position } = start(async (records) => void seen.push(...records.map(nameOf)), { filterPatterns: [{ dynamodb: { Keys: { sk: { S: [{ prefix: 'L#' }, 'ME'] } } } }] })
    for (const sk of ['L#1', 'X#1', 'ME', 'MEMBER']) await put(sk)
    await until(() => seen.length === 2)
    const before = position()
    await put('X#2')
    await until(() => Boolean(before && position() && isAfter(position() as Position, before)))
    expect(seen).toEqual(['L#1', 'ME'])
  })

  test('after a partial failure begins again with the first that failed', async () => {
    const calls: string[][] = []
    for (let i = 0; i < 6; i++) await put(`L#${i}`)
    const { givenUp } = start(async (records) => {
      calls.push(records.map(nameOf))
      const failed = calls.length === 1 ? records.filter((record) => ['L#4', 'L#2'].includes(nameOf(record))) : []
      return { batchItemFailures: failed.map((record) => ({ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' })) }
    })
    await until(() => calls.length === 2)
    expect(calls).toEqual([['L#0', 'L#1', 'L#2', 'L#3', 'L#4', 'L#5'], ['L#2', 'L#3', 'L#4', 'L#5']])
    expect(givenUp).toEqual([])
  })

  test('halves a batch that throws until the bad record is alone, gives that one up, and loses no other', async () => {
    const done: string[] = []
    for (let i = 0; i < 8; i++) await put(`L#${i}`)
    const { givenUp } = start(async (records) => {
      if (records.some((record) => nameOf(record) === 'L#5')) throw new Error('cannot read L#5')
      done.push(...records.map(nameOf))
      return undefined
    }, { mostRetries: 6 })
    await until(() => done.length === 7 && givenUp.length === 1)
    expect(done).toEqual(['L#0', 'L#1', 'L#2', 'L#3', 'L#4', 'L#6', 'L#7'])
    expect(givenUp).toEqual([['L#5']])
  })

  test('tries again without halving where the mapping does not bisect, and passes once the fault is over', async () => {
    const calls: number[] = []
    for (let i = 0; i < 4; i++) await put(`L#${i}`)
    const { givenUp } = start(async (records) => {
      calls.push(records.length)
      if (calls.length < 3) throw new Error('not yet')
      return undefined
    }, { bisect: false })
    await until(() => calls.length === 3)
    expect(calls).toEqual([4, 4, 4])
    expect(givenUp).toEqual([])
  })

  test('goes on after a restart where it left off: nothing lost, nothing again', async () => {
    const seen: string[] = []
    const first = start(async (records) => void seen.push(...records.map(nameOf)))
    await put('L#0')
    await put('L#1')
    await until(() => seen.length === 2)
    await first.poller.stop()
    await put('L#2')
    const left = first.position()
    start(async (records) => void seen.push(...records.map(nameOf)), { load: () => left })
    await put('L#3')
    await until(() => seen.length >= 4)
    expect(seen).toEqual(['L#0', 'L#1', 'L#2', 'L#3'])
  })

  test('what was under way when it stopped is handed over again', async () => {
    const seen: string[] = []
    const first = start(async () => { throw new Error('killed') }, { mostRetries: 1000, retryMs: 5 })
    await put('L#0')
    await new Promise((next) => setTimeout(next, 100))
    await first.poller.stop()
    expect(first.position()).toBeUndefined()
    start(async (records) => void seen.push(...records.map(nameOf)), { load: first.position })
    await until(() => seen.length === 1)
  })

  test('a window collects, and a full batch does not wait for it', async () => {
    const calls: number[] = []
    start(async (records) => void calls.push(records.length), { windowMs: 60_000, batchSize: 25 })
    const item = (i: number) => ({ PutRequest: { Item: { pk: { S: 'P#1' }, sk: { S: `L#${i}` } } } })
    await table.client.send(new BatchWriteItemCommand({ RequestItems: { [table.name]: Array.from({ length: 20 }, (_, i) => item(i)) } }))
    await new Promise((next) => setTimeout(next, 200))
    expect(calls).toEqual([])
    await table.client.send(new BatchWriteItemCommand({ RequestItems: { [table.name]: Array.from({ length: 5 }, (_, i) => item(100 + i)) } }))
    await until(() => calls.length === 1)
    expect(calls).toEqual([25])
  })
})

describe('positions and filters', () => {
  test('the time goes before the sequence number, which is a number and no text', () => {
    expect(isAfter({ time: 2, sequence: '1' }, { time: 1, sequence: '9' })).toBe(true)
    expect(isAfter({ time: 1, sequence: '10' }, { time: 1, sequence: '9' })).toBe(true)
    expect(isAfter({ time: 1, sequence: '9' }, { time: 1, sequence: '9' })).toBe(false)
    expect(isAfter({ time: 1, sequence: '99' }, { time: 2, sequence: '1' })).toBe(false)
  })
  test('each kind of rule, and an unknown one is refused at once', () => {
    expect(filterOf([])({})).toBe(true)
    expect(filterOf([{ a: [{ exists: false }] }])({ a: 1 })).toBe(false)
    expect(filterOf([{ a: [{ 'anything-but': ['x'] }] }])({ a: 'y' })).toBe(true)
    expect(filterOf([{ a: ['x'] }, { b: ['y'] }])({ b: 'y' })).toBe(true)
    expect(filterOf([{ a: { b: ['x'] } }])({})).toBe(false)
    expect(() => filterOf([{ a: [{ numeric: ['>', 1] }] }])).toThrow('numeric')
  })
})

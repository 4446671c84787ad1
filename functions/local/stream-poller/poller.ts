import { setTimeout as pause } from 'node:timers/promises'
import { DescribeStreamCommand, type DynamoDBStreamsClient, GetRecordsCommand, GetShardIteratorCommand, type Shard, type _Record } from '@aws-sdk/client-dynamodb-streams'
import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda'
import { type Delivery, deliver } from './deliver'
import { filterOf } from './filter-pattern'
import { isAfter, type Position, positionOf, toEventRecord } from './stream-record'

export interface Consumer {
  name: string
  invoke(records: DynamoDBRecord[]): Promise<DynamoDBBatchResponse | undefined>
  batchSize: number
  windowMs: number
  mostRetries: number
  bisect: boolean
  filterPatterns: readonly unknown[]
  /** Where it left off; undefined for the beginning. */
  load(): Position | undefined
  save(position: Position): void
  givenUp(records: DynamoDBRecord[], why: unknown): void
  /** First pause before a retry, doubled each time up to 5 s. */
  retryMs?: number
}

/** Parents before their children, so that a key's records stay in order. */
const inOrder = (shards: Shard[]): Shard[] => {
  const ids = new Set(shards.map((shard) => shard.ShardId))
  const sorted: Shard[] = []
  const take = (parent: string | undefined) => {
    for (const shard of shards) {
      const root = parent === undefined && !ids.has(shard.ParentShardId)
      if (root || (parent !== undefined && shard.ParentShardId === parent)) {
        sorted.push(shard)
        take(shard.ShardId)
      }
    }
  }
  take(undefined)
  return sorted
}

/**
 * Reads a DynamoDB Local stream for one function as Lambda's event source mapping would: in order, batches by size and window, filters, partial failures,
 * halving, retries, and again from where it left off. Every shard is read from its beginning; what was done already is skipped by position.
 * @returns what stops it, after the batch under way
 */
export const startPoller = (client: DynamoDBStreamsClient, streamArn: string, consumer: Consumer, report: (line: string) => void): { stop(): Promise<void> } => {
  const passes = filterOf(consumer.filterPatterns)
  const finished = new Set<string>()
  let stopping = false
  let position = consumer.load()
  let held: { records: _Record[]; since: number } = { records: [], since: 0 }
  let idle = 0

  const flush = async () => {
    const batch = held.records
    held = { records: [], since: 0 }
    const positions = new Map(batch.map((record) => [record.dynamodb?.SequenceNumber, positionOf(record)]))
    const advance = (to: Position | undefined) => {
      if (!to) return
      position = to
      consumer.save(to)
    }
    const delivery: Delivery = {
      ...consumer,
      pause: (attempt) => pause(Math.min(5000, (consumer.retryMs ?? 100) * 2 ** attempt)),
      done: (last) => advance(positions.get(last.dynamodb?.SequenceNumber)),
      stopped: () => stopping,
    }
    const records = batch.map((record) => toEventRecord(record, streamArn)).filter(passes)
    for (let at = 0; at < records.length; at += consumer.batchSize) await deliver(delivery, records.slice(at, at + consumer.batchSize))
    // What the filter left out at the end is done with too.
    if (!stopping) advance(batch.at(-1) && positionOf(batch.at(-1) as _Record))
  }

  const due = () => held.records.length > 0 && (held.records.length >= consumer.batchSize || Date.now() - held.since >= consumer.windowMs)

  const readShard = async (shardId: string) => {
    const opened = await client.send(new GetShardIteratorCommand({ StreamArn: streamArn, ShardId: shardId, ShardIteratorType: 'TRIM_HORIZON' }))
    let iterator = opened.ShardIterator
    while (iterator && !stopping) {
      const { Records = [], NextShardIterator } = await client.send(new GetRecordsCommand({ ShardIterator: iterator, Limit: 1000 }))
      const fresh = Records.filter((record) => !position || isAfter(positionOf(record), position))
      if (fresh.length && !held.records.length) held.since = Date.now()
      held.records.push(...fresh)
      if (due() || (!NextShardIterator && held.records.length)) await flush()
      iterator = NextShardIterator
      idle = Records.length ? 0 : idle + 1
      if (iterator && !Records.length) await pause(idle < 100 ? 20 : 150)
    }
    if (!stopping) finished.add(shardId)
  }

  const run = async () => {
    while (!stopping) {
      try {
        const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn: streamArn }))
        const next = inOrder(StreamDescription?.Shards ?? []).find((shard) => !finished.has(shard.ShardId ?? ''))
        if (next?.ShardId) await readShard(next.ShardId)
        else await pause(100)
      } catch (fault) {
        // An iterator that ended, or a database that is being restarted: from the last position again.
        held = { records: [], since: 0 }
        if (!stopping) report(`${consumer.name}: the stream could not be read (${fault instanceof Error ? fault.message : fault}), again in 0.5 s`)
        await pause(stopping ? 0 : 500)
      }
    }
  }
  const running = run()
  return {
    stop: async () => {
      stopping = true
      await running
    },
  }
}

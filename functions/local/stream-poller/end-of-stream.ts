import { setTimeout as pause } from 'node:timers/promises'
import { DescribeStreamCommand, type DynamoDBStreamsClient, GetRecordsCommand, GetShardIteratorCommand } from '@aws-sdk/client-dynamodb-streams'
import { type Position, positionOf } from './stream-record'

/**
 * Where a stream ends now, to the record: DynamoDB Local's times are whole minutes, so that a time alone would leave out what comes within the next one.
 * `mark` writes any item; its record's position is the end.
 */
export const endOfStream = async (client: DynamoDBStreamsClient, streamArn: string, mark: () => Promise<void>): Promise<Position> => {
  const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn: streamArn }))
  const open = (StreamDescription?.Shards ?? []).filter(({ SequenceNumberRange }) => SequenceNumberRange?.EndingSequenceNumber === undefined)
  let iterators = await Promise.all(open.map(async ({ ShardId }) => (await client.send(new GetShardIteratorCommand({ StreamArn: streamArn, ShardId, ShardIteratorType: 'LATEST' }))).ShardIterator))
  await mark()
  for (let tries = 0; tries < 500; tries++) {
    const read = await Promise.all(iterators.flatMap((ShardIterator) => (ShardIterator ? [client.send(new GetRecordsCommand({ ShardIterator }))] : [])))
    const last = read.flatMap(({ Records = [] }) => Records).at(-1)
    if (last) return positionOf(last)
    iterators = read.map(({ NextShardIterator }) => NextShardIterator)
    await pause(20)
  }
  throw new Error('The stream did not show the record that marks its end.')
}

import { randomUUID } from 'node:crypto'
import { DeleteTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { localRegion } from '../../functions/local/dynamodb'
import { type CreatedTable, createTable } from '../../functions/local/tables'
import { tableResource } from '../../functions/local/template'

/** The run's one DynamoDB Local, in memory (tests/support/dynamodb-start.mjs). */
export const databaseEndpoint = (): string => {
  const endpoint = process.env.TEST_DYNAMODB_ENDPOINT
  if (!endpoint) throw new Error('No DynamoDB Local: run this test through Jest.')
  return endpoint
}

/** A key for each test file, and with it a database: in one for all, every test waits for what the others have put there, deleted or not. */
const credentials = { accessKeyId: `test${randomUUID().replaceAll('-', '')}`, secretAccessKey: 'local' }

/** What a client of the AWS SDK needs to reach it. */
export const databaseConfig = () => ({ endpoint: databaseEndpoint(), region: localRegion, credentials })

export interface FreshTable extends CreatedTable {
  client: DynamoDBClient
  /** Deletes the table and closes the client. */
  drop(): Promise<void>
}

const untilReady = async (): Promise<void> => {
  const giveUp = Date.now() + 60_000
  for (;;) {
    try {
      await fetch(databaseEndpoint(), { method: 'POST' })
      return
    } catch (fault) {
      if (Date.now() > giveUp) throw fault
      await new Promise((next) => setTimeout(next, 50))
    }
  }
}

/**
 * A table of one's own, as serverless.yml declares it, with its stream. In a test file:
 * `let table: FreshTable; beforeAll(async () => { table = await freshTable() }); afterAll(() => table.drop())`
 * `sweeps: false`: nothing in it expires. DynamoDB Local goes by the machine's clock: what a test with a clock in the past has just written would be swept away under it.
 */
export const freshTable = async ({ sweeps = true }: { sweeps?: boolean } = {}): Promise<FreshTable> => {
  await untilReady()
  const client = new DynamoDBClient(databaseConfig())
  const { Type, Properties: { TimeToLiveSpecification, ...others } } = tableResource()
  const table = await createTable(client, { Type, Properties: { ...others, ...(sweeps && { TimeToLiveSpecification }) } }, `t-${randomUUID()}`)
  return {
    ...table,
    client,
    drop: async () => {
      await client.send(new DeleteTableCommand({ TableName: table.name }))
      client.destroy()
    },
  }
}

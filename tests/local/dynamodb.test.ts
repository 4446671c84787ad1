import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DescribeTimeToLiveCommand, DynamoDBClient, GetItemCommand, ListTablesCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { localCredentials, localRegion, startDatabase } from '../../functions/local/dynamodb'
import { freePort, isFree } from '../../functions/local/ports'
import { root } from '../../functions/local/root'
import { createTable } from '../../functions/local/tables'
import { tableResource } from '../../functions/local/template'
import { type FreshTable, freshTable } from '../support/dynamodb'

const until = async (holds: () => Promise<boolean>): Promise<void> => {
  for (let i = 0; i < 400 && !(await holds()); i++) await new Promise((next) => setTimeout(next, 25))
}
const clientOf = (endpoint: string) => new DynamoDBClient({ endpoint, region: localRegion, credentials: localCredentials })

describe('the run’s database', () => {
  let a: FreshTable
  let b: FreshTable
  beforeAll(async () => {
    a = await freshTable()
    b = await freshTable()
  })
  afterAll(async () => {
    await a.drop()
    await b.drop()
  })

  test('gives each file a table of its own, with a stream and time to live', async () => {
    const key = { pk: { S: 'P#1' }, sk: { S: 'ME' } }
    await a.client.send(new PutItemCommand({ TableName: a.name, Item: key }))
    expect((await a.client.send(new GetItemCommand({ TableName: a.name, Key: key }))).Item).toEqual(key)
    expect((await b.client.send(new GetItemCommand({ TableName: b.name, Key: key }))).Item).toBeUndefined()
    expect(a.streamArn).toContain(a.name)
    const { TimeToLiveDescription } = await a.client.send(new DescribeTimeToLiveCommand({ TableName: a.name }))
    expect(TimeToLiveDescription).toMatchObject({ AttributeName: 'expiresAt', TimeToLiveStatus: 'ENABLED' })
  })

  test('a dropped table is gone', async () => {
    const c = await freshTable()
    await c.drop()
    expect((await a.client.send(new ListTablesCommand({}))).TableNames).not.toContain(c.name)
  })
})

describe('a database with a data folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'qingcheng-db-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  test('keeps its data over a restart, and its port is free again after a stop', async () => {
    const key = { pk: { S: 'P#1' }, sk: { S: 'ME' } }
    const first = await startDatabase({ folder })
    await first.ready
    const { name } = await createTable(clientOf(first.endpoint), tableResource(), 'kept')
    await clientOf(first.endpoint).send(new PutItemCommand({ TableName: name, Item: key }))
    await first.stop()
    expect(await isFree(first.port)).toBe(true)

    const second = await startDatabase({ folder, port: first.port })
    await second.ready
    const again = await createTable(clientOf(second.endpoint), tableResource(), 'kept')
    expect(again.streamArn).toContain('kept')
    expect((await clientOf(second.endpoint).send(new GetItemCommand({ TableName: name, Key: key }))).Item).toEqual(key)
    await expect(startDatabase({ port: first.port })).rejects.toThrow(`Port ${first.port} for DynamoDB Local is taken.`)
    await second.stop()
  }, 60_000)

  test('ends when the process that started it is killed outright', async () => {
    const port = await freePort()
    const code = `import { startDatabase } from '${root}functions/local/dynamodb.ts'; const d = await startDatabase({ port: ${port} }); await d.ready; process.stdout.write('up'); setInterval(() => {}, 1000)`
    const parent = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, NODE_OPTIONS: '' } })
    await new Promise((up) => parent.stdout.once('data', up))
    expect(await isFree(port)).toBe(false)
    parent.kill('SIGKILL')
    await until(() => isFree(port))
    expect(await isFree(port)).toBe(true)
  }, 60_000)
})

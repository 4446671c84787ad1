import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import type { DynamoDBBatchResponse, DynamoDBStreamEvent, S3Event } from 'aws-lambda'
import { parse } from 'yaml'
import { keySigner } from '../signing/key-signer'
import { openTable, putItem, type Table } from '../store/table'
import { auditKeyFile } from './audit-key'
import type { Signer } from '../use-cases/context'
import { clock } from '../wiring/clock'
import { localCredentials, localRegion, startDatabase } from './dynamodb'
import { type HttpHandler, startGateway } from './gateway'
import { startObjectStore } from './object-store/server'
import { freePort } from './ports'
import { root } from './root'
import { scratchFolder } from './scratch-folder'
import { endOfStream } from './stream-poller/end-of-stream'
import { startSchedule } from './schedule'
import { startPoller } from './stream-poller/poller'
import { createTable } from './tables'
import { tableResource } from './template'
import { startWeChat, type WeChatStandIn } from './wechat-stand-in'

export const localTable = 'qingcheng-local'
const bucket = 'qingcheng-local-files'
const weChat = { appId: 'wx-local', secret: 'local-secret', web: { appId: 'wx-web-local', secret: 'local-web-secret' } }

interface StreamEvent {
  batchSize: number
  batchWindow: number | string
  maximumRetryAttempts: number
  bisectBatchOnFunctionError: boolean
  filterPatterns?: unknown[]
}
type Schedule = string | { rate: string; input?: object }
type Declared = Record<string, { handler: string; events?: ({ httpApi?: string; stream?: StreamEvent; schedule?: Schedule })[] }>

/** The functions as serverless.yml declares them: what runs here is what is deployed. */
const declared = (): Declared => (parse(readFileSync(join(root, 'serverless.yml'), 'utf8'), { logLevel: 'error' }) as { functions: Declared }).functions

const handlerOf = async <H>(handler: string): Promise<H> => {
  const [path = '', name = ''] = handler.split('.')
  return ((await import(pathToFileURL(join(root, `${path}.ts`)).href)) as Record<string, H>)[name] as H
}

export interface StageOptions {
  folder: string
  apiPort: number
  memory?: boolean
  /** Fills an empty table, projections included: the functions read the stream from after it. */
  seed?: (to: Pick<LocalStage, 'table' | 'putObject' | 'signer'>) => Promise<void>
  /** The app's address, to which a sign-in in a browser comes back. */
  appUrl?: string
  /** What time it is for everything of the stage, in epoch milliseconds: a test's months pass in a minute. The object store goes by the machine's, as whoever signs requests to it does. */
  now?: () => number
  /** A deployed stage's settings in place of the local ones: its name and secrets. WeChat's stand-in then knows it by these. */
  deployed?: { STAGE: string; SESSION_SECRET: string; WECHAT_APP_ID: string; WECHAT_SECRET: string; WECHAT_WEB_APP_ID: string; WECHAT_WEB_SECRET: string }
}

export interface LocalStage {
  api: string
  table: Table
  weChat: WeChatStandIn
  /** Signs with the stage's audit key, as its functions do. */
  signer: Signer
  putObject(key: string, body: Uint8Array, contentType: string): Promise<void>
  stop(): Promise<void>
}

const endpointFile = (folder: string): string => join(folder, 'database-endpoint')

/** Where the database of a stage that runs on this folder answers; undefined where none does. */
export const runningDatabase = async (folder: string): Promise<string | undefined> => {
  if (!existsSync(endpointFile(folder))) return undefined
  const endpoint = readFileSync(endpointFile(folder), 'utf8')
  return fetch(endpoint, { method: 'POST' }).then(
    () => endpoint,
    () => undefined,
  )
}

/** Remembers how far each function has read the stream. */
const positions = (folder: string, name: string) => {
  const file = join(folder, `position-${name}.json`)
  return {
    load: () => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined),
    save: (position: unknown) => {
      writeFileSync(`${file}.new`, JSON.stringify(position))
      renameSync(`${file}.new`, file)
    },
  }
}

/**
 * Starts the whole backend in this process: DynamoDB Local with its stream, the object store, the WeChat stand-in, every function that serverless.yml
 * declares behind its route, stream or bucket. `folder` keeps the data, unless `memory` is asked for. Sets the environment the functions are wired from.
 */
export const startStage = async ({ folder, apiPort, memory = false, seed, appUrl, deployed, now = () => Date.now() }: StageOptions): Promise<LocalStage> => {
  clock.now = now
  mkdirSync(folder, { recursive: true })
  const data = memory ? undefined : join(folder, 'dynamodb')
  const scratch = data && seed ? scratchFolder(data) : undefined
  let database = await startDatabase({ folder: scratch?.path ?? data })
  await database.ready
  const standIn = await startWeChat({ ...(deployed ? { appId: deployed.WECHAT_APP_ID, secret: deployed.WECHAT_SECRET, web: { appId: deployed.WECHAT_WEB_APP_ID, secret: deployed.WECHAT_WEB_SECRET } } : weChat), now })
  const storePort = await freePort()
  Object.assign(process.env, {
    STAGE: 'local', TABLE_NAME: localTable, BUCKET_NAME: bucket, DEMO_SIGN_IN: 'true', COUNTIES: 'wangcang,qingchuan', PUBLIC_URL: `http://127.0.0.1:${apiPort}`, WECHAT_URL: standIn.url, WECHAT_APP_ID: weChat.appId, WECHAT_SECRET: weChat.secret,
    WECHAT_OPEN_URL: standIn.url, WECHAT_WEB_APP_ID: weChat.web.appId, WECHAT_WEB_SECRET: weChat.web.secret, ...(appUrl !== undefined && { APP_URL: appUrl }),
    AWS_ENDPOINT_URL_DYNAMODB: database.endpoint, AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${storePort}`, AWS_REGION: localRegion,
    AWS_ACCESS_KEY_ID: localCredentials.accessKeyId, AWS_SECRET_ACCESS_KEY: localCredentials.secretAccessKey, AWS_REQUEST_CHECKSUM_CALCULATION: 'WHEN_REQUIRED',
    AUDIT_KEY_FILE: auditKeyFile(folder),
    // A deployed stage has a key in KMS, which is not here: whatever signs would fail.
    ...(deployed && { ...deployed, DEMO_SIGN_IN: 'false', AUDIT_KEY_FILE: '', AUDIT_KEY_ARN: 'arn:aws:kms:local:000000000000:key/audit' }),
  })
  const config = { endpoint: database.endpoint, region: localRegion, credentials: localCredentials }
  const client = new DynamoDBClient(config)
  const { streamArn } = await createTable(client, tableResource(), localTable)
  if (!streamArn) throw new Error('The local table has no stream.')

  const functions = declared()
  const photos = await handlerOf<(event: S3Event) => Promise<void>>(functions.photos?.handler ?? '')
  const attachments = await handlerOf<(event: S3Event) => Promise<void>>(functions.attachments?.handler ?? '')
  const objects = await startObjectStore({
    folder: join(folder, 'objects'), keys: localCredentials, port: storePort,
    created: ({ key }) => {
      const called = key.startsWith('quarantine/') ? photos : key.startsWith('quarantine-files/') ? attachments : undefined
      called?.({ Records: [{ s3: { bucket: { name: bucket }, object: { key } } }] } as unknown as S3Event).catch((error: unknown) => console.error(`${key.split('/')[0]}:`, error))
    },
  })
  const table = openTable(client, localTable)
  const putObject: LocalStage['putObject'] = async (key, body, contentType) => (await import('../files/s3-objects')).s3Objects(bucket).put(key, body, contentType)
  const signer = keySigner(readFileSync(auditKeyFile(folder), 'utf8'))
  await seed?.({ table, putObject, signer })
  if (scratch) {
    await database.stop()
    scratch.keep()
    database = await startDatabase({ folder: data, port: database.port })
    await database.ready
  }
  writeFileSync(endpointFile(folder), database.endpoint)
  const streams = new DynamoDBStreamsClient(config)
  // The seed made its own projections: the functions begin after its last record.
  const begin = seed && (await endOfStream(streams, streamArn, () => putItem(table, { pk: 'STAGE', sk: 'SEEDED' })))

  const routes = []
  const pollers: { stop(): Promise<void> }[] = []
  const timers: { stop(): Promise<void> }[] = []
  for (const [name, { handler, events = [] }] of Object.entries(functions)) {
    for (const { httpApi, stream, schedule } of events) {
      if (httpApi !== undefined) routes.push({ route: httpApi, handler: await handlerOf<HttpHandler>(handler) })
      if (schedule !== undefined) timers.push(...startSchedule(name, schedule, await handlerOf(handler)))
      if (!stream) continue
      const run = await handlerOf<(event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse>>(handler)
      const kept = memory ? { load: () => begin, save: () => undefined } : positions(folder, name)
      if (begin && !memory) kept.save(begin)
      pollers.push(startPoller(streams, streamArn, {
        name, ...kept, invoke: (Records) => run({ Records }), batchSize: stream.batchSize, windowMs: typeof stream.batchWindow === 'number' ? stream.batchWindow * 1000 : 300,
        mostRetries: stream.maximumRetryAttempts, bisect: stream.bisectBatchOnFunctionError, filterPatterns: stream.filterPatterns ?? [],
        givenUp: (records, why) => console.error(`${name}: gave up ${records.length} records:`, why),
      }, console.error))
    }
  }
  const gateway = await startGateway(routes, apiPort, now)
  return {
    api: `http://127.0.0.1:${apiPort}`,
    table,
    weChat: standIn,
    signer,
    putObject,
    stop: async () => {
      await gateway.stop()
      await Promise.all([...pollers, ...timers].map((one) => one.stop()))
      await Promise.all([objects.stop(), standIn.stop()])
      client.destroy()
      streams.destroy()
      await database.stop()
      rmSync(endpointFile(folder), { force: true })
    },
  }
}

/** Forgets everything the stage kept. */
export const forgetStage = (folder: string): void => rmSync(folder, { recursive: true, force: true })

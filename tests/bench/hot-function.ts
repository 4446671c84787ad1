import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { BatchGetCommand, DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { Handle, PublishedEvent } from '@shared/model/event'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { root } from '../../functions/local/root'
import { keys } from '../../functions/store/keys'
import { queryAll, writeAll } from '../../functions/store/table'
import { issueToken } from '../../functions/use-cases/session-token'
import { coldCall, unpackArtifact } from '../support/artifact'
import { scanOf } from '../support/scan'
import { smallWorld, type TestContext, testContext } from '../support/context'
import { databaseConfig } from '../support/dynamodb'
import { jsonEvent } from '../support/http-event'
import { phoneOf } from '../support/signed-pass'
import { interleaved, p50 } from './interleaved'

interface Cost {
  wallMs: number
  cpuMs: number
}
/** Rows 5 and 6, of the packaged function itself. */
export interface HotFunction {
  bytes: number
  /** CPU time of a whole Node process: started, loaded, one call answered. */
  cold: { emptyMs: number; firstReadMs: number; homeMs: number }
  /** A check-in by pass; the same four operations (session read, BatchGet, query, conditional put) by the SDK; and the latter three alone. */
  checkIn: { handler: Cost; sameOperations: Cost; withoutSession: Cost }
}

const host = 'wangcang.s01'
const eventId = `${host}~event-bench-1`
/** A member for each call: nobody's scans pile up and are read by the next one. */
const rounds = 1000
const phone = phoneOf('a member’s phone')
const handleOf = (n: number) => Buffer.alloc(16, `handle ${String(n).padStart(9, '0')}`).toString('base64url')
const personOf = (n: number) => `p-scanned-${n}`

const prepare = async (context: TestContext) => {
  await smallWorld(context)
  const at = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()
  const event: PublishedEvent = { eventId, host, place: '后山', state: 'open', shards: 1, title: '植树', category: 'quality-activity', minimumMinutes: 0, breaks: [], startsAt: at(-10), endsAt: at(50), publishedAt: at(-60), publishedBy: 'w-school' }
  const handles = Array.from({ length: rounds + 1 }, (_, n) => {
    const held: Handle = { eventId, personId: personOf(n), name: personOf(n), state: 'signed-up', publicKey: phone.publicKey }
    return { ...keys.handle(handleOf(n)), ...held }
  })
  await writeAll(context.table, [...handles, { ...keys.event(eventId), ...event }, { ...keys.scanner(eventId, 'scanner-0001'), scannerId: 'scanner-0001', eventId, personId: 'w-school', at: at(-5) }])
  const claims = { personId: 'w-school', epoch: 1 }
  return { scanner: (await issueToken(context, claims)).token, student: (await issueToken(context, { personId: 'w-student', epoch: 1 })).token, stale: (await issueToken(context, { ...claims, epoch: 0 })).token }
}

const answered = (status: number, { statusCode, body }: APIGatewayProxyStructuredResultV2): void => {
  if (statusCode !== status) throw new Error(`${statusCode} and not ${status}: ${body}`)
}

const benchCold = async (file: string, env: Record<string, string>, tokens: { student: string; stale: string }): Promise<HotFunction['cold']> => {
  const empty = join(file, '../empty.mjs')
  writeFileSync(empty, 'export const handler = async () => ({ statusCode: 200 })')
  const start = (of: string, token: string, status: number) => async () => {
    const { answer, cpuMs } = await coldCall(of, jsonEvent('GET', '/v1/home', { token }), env)
    answered(status, answer)
    return cpuMs
  }
  // With a token of an earlier epoch the call ends after its first read: loading, token, one GetItem.
  const [emptyMs, firstReadMs, homeMs] = await interleaved(21, 1, [start(empty, '', 200), start(file, tokens.stale, 401), start(file, tokens.student, 200)])
  return { emptyMs: p50(emptyMs), firstReadMs: p50(firstReadMs), homeMs: p50(homeMs) }
}

const costOf = (work: () => Promise<unknown>) => async (): Promise<Cost> => {
  const [cpu, began] = [process.cpuUsage(), process.hrtime.bigint()]
  await work()
  const { user, system } = process.cpuUsage(cpu)
  return { wallMs: Number(process.hrtime.bigint() - began) / 1e6, cpuMs: (user + system) / 1e3 }
}
const medians = (costs: Cost[]): Cost => ({ wallMs: p50(costs.map(({ wallMs }) => wallMs)), cpuMs: p50(costs.map(({ cpuMs }) => cpuMs)) })

const benchCheckIn = async (file: string, context: TestContext, token: string): Promise<HotFunction['checkIn']> => {
  const { handler } = (await import(pathToFileURL(file).href)) as { handler: (event: APIGatewayProxyEventV2, context: object) => Promise<APIGatewayProxyStructuredResultV2> }
  const TableName = context.table.name
  const doc = DynamoDBDocumentClient.from(new DynamoDBClient(databaseConfig()), { marshallOptions: { removeUndefinedValues: true } })
  let n = 0
  const request = () => {
    const deviceTime = new Date().toISOString()
    const scan = scanOf(eventId, `handler ${n}`, { direction: 'entry' as const, deviceTime, code: phone.passAt(eventId, handleOf(n), Date.parse(deviceTime)) })
    n++
    return jsonEvent('POST', `/v1/events/${encodeURIComponent(eventId)}/check-ins`, { token, body: { scanner: 'scanner-0001', sentAt: deviceTime, scans: [scan] } })
  }
  // The phone's signature is the phone's work: made before.
  let next = request()
  const byHandler = async () => {
    const answer = await handler(next, {})
    answered(200, answer)
    if (!answer.body?.includes('"accepted"')) throw new Error(`Not accepted: ${answer.body}`)
  }
  await byHandler()
  const [entry] = await queryAll(context.table, { pk: keys.me(personOf(0)).pk, prefix: 'L#S#' })
  let plain = 0
  const withoutSession = async () => {
    const scanId = `scan-plain-${plain++}`
    const person = `p-plain-${plain}`
    await doc.send(new BatchGetCommand({ RequestItems: { [TableName]: { ConsistentRead: true, Keys: [keys.event(eventId), keys.scanner(eventId, 'scanner-0001'), keys.scanVerdict(scanId), keys.handle(handleOf(plain % rounds))] } } }))
    await doc.send(new QueryCommand({ TableName, KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)', ExpressionAttributeValues: { ':pk': keys.me(person).pk, ':prefix': `L#S#${eventId}#` }, ConsistentRead: true }))
    await doc.send(new PutCommand({ TableName, Item: { ...entry, ...keys.scan(person, eventId, scanId), scanId }, ConditionExpression: 'attribute_not_exists(pk)', ReturnValuesOnConditionCheckFailure: 'ALL_OLD' }))
  }
  const sameOperations = async () => {
    await doc.send(new GetCommand({ TableName, Key: keys.me('w-school') }))
    await withoutSession()
  }
  const handled = () => {
    next = request()
    return costOf(byHandler)()
  }
  const [a, b, c] = await interleaved(rounds, rounds / 2, [handled, costOf(sameOperations), costOf(withoutSession)])
  doc.destroy()
  return { handler: medians(a), sameOperations: medians(b), withoutSession: medians(c) }
}

export const benchHotFunction = async (): Promise<HotFunction> => {
  const { file, bytes } = unpackArtifact(join(root, 'dist/aws/api-core.zip'))
  const context = await testContext({ now: Date.now })
  const tokens = await prepare(context)
  const { endpoint, region, credentials } = databaseConfig()
  const env = {
    STAGE: 'local', TABLE_NAME: context.table.name, SESSION_SECRET: new TextDecoder().decode(context.config.sessionSecret),
    AWS_ENDPOINT_URL_DYNAMODB: endpoint, AWS_REGION: region, AWS_ACCESS_KEY_ID: credentials.accessKeyId, AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  }
  const cold = await benchCold(file, env, tokens)
  Object.assign(process.env, env)
  const checkIn = await benchCheckIn(file, context, tokens.scanner)
  await context.close()
  return { bytes, cold, checkIn }
}

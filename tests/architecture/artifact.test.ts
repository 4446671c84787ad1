import { mkdtempSync, readdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { S3Client } from '@aws-sdk/client-s3'
import { makeArtifacts } from '../../functions/commands/make-artifacts'
import { s3Files } from '../../functions/files/s3-files'
import { keys } from '../../functions/store/keys'
import { putItem } from '../../functions/store/table'
import { coldCall, loadCold, unpackArtifact } from '../support/artifact'
import { startObjectStore } from '../../functions/local/object-store/server'
import { putPerson, smallWorld, type TestContext, testContext } from '../support/context'
import { databaseConfig } from '../support/dynamodb'
import { jsonEvent } from '../support/http-event'
import { readPdf } from '../support/pdf'

let context: TestContext
const folder = mkdtempSync(join(tmpdir(), 'package-'))
beforeAll(async () => {
  context = await testContext()
  await smallWorld(context)
  await putPerson(context, 'p-demo', { name: '范诗萱', branch: 'wangcang.s01.b01' })
  await putItem(context.table, { ...keys.demoAccount('student'), personId: 'p-demo' })
  expect(await makeArtifacts('prod', 'cn-northwest-1', folder)).toBe(true)
}, 240_000)
afterAll(() => context.close())

const { endpoint, credentials } = databaseConfig()
/** What Lambda sets, with the local stage's values. */
const environment = () => ({ STAGE: 'local', DEMO_SIGN_IN: 'true', TABLE_NAME: context.table.name, AWS_REGION: 'local', AWS_ENDPOINT_URL_DYNAMODB: endpoint, AUDIT_KEY_ARN: 'arn:aws:kms:local:000000000000:key/audit' })
const asRole = () => ({ ...environment(), AWS_ACCESS_KEY_ID: credentials.accessKeyId, AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey, AWS_SESSION_TOKEN: 'session' })
const signIn = jsonEvent('POST', '/v1/session', { body: { provider: 'demo', code: 'student' } })

test('the packaged hot function signs in and shows the first screen in a plain Node process', async () => {
  const { file } = unpackArtifact(join(folder, 'api-core.zip'))
  const { answer } = await coldCall(file, signIn, asRole())
  expect(answer.statusCode).toBe(201)
  const { token, person } = JSON.parse(answer.body ?? '')
  expect(person.name).toBe('范诗萱')
  const home = await coldCall(file, jsonEvent('GET', '/v1/home', { token }), asRole())
  expect(home.answer.statusCode).toBe(200)
  expect(JSON.parse(home.answer.body ?? '').person.name).toBe('范诗萱')
  // It has no credentials but those of the environment.
  expect((await coldCall(file, signIn, environment())).answer.statusCode).toBe(500)
})

test('every packaged function loads where there is nothing but its own files', async () => {
  const zips = readdirSync(folder).filter((name) => name.endsWith('.zip'))
  expect(zips.length).toBeGreaterThan(8)
  for (const zip of zips) await loadCold(unpackArtifact(join(folder, zip)).file, asRole())
})

test('the packaged documents function finds its fonts beside it, and stays far below what Lambda takes', async () => {
  expect(statSync(join(folder, 'api-documents.zip')).size).toBeLessThan(20_000_000)
  const { file } = unpackArtifact(join(folder, 'api-documents.zip'))
  const store = await startObjectStore({ folder: mkdtempSync(join(tmpdir(), 'objects-')), keys: credentials })
  try {
    const token = JSON.parse((await coldCall(unpackArtifact(join(folder, 'api-core.zip')).file, signIn, asRole())).answer.body ?? '').token
    const environmentOfIt = { ...asRole(), AWS_ENDPOINT_URL_S3: store.endpoint, BUCKET_NAME: 'files', AWS_REQUEST_CHECKSUM_CALCULATION: 'WHEN_REQUIRED', PUBLIC_URL: 'https://api.test/' }
    const { answer } = await coldCall(file, jsonEvent('POST', '/v1/people/p-demo/documents', { token, body: { id: 'document-0001', kind: 'progress-report' } }), environmentOfIt)
    expect(answer).toMatchObject({ statusCode: 201 })
    const { sha256 } = JSON.parse(answer.body ?? '')
    const link = await s3Files('files', new S3Client({ endpoint: store.endpoint, region: 'local', credentials })).presignRead(`documents/p-demo/${sha256}.pdf`)
    const [page] = await readPdf(new Uint8Array(await (await fetch(link)).arrayBuffer()))
    expect(page?.text).toContain('范诗萱同学')
    expect(page?.links[0]).toMatch(/^https:\/\/api\.test\/verify\//)
  } finally {
    await store.stop()
  }
})

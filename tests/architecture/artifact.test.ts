import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeArtifacts } from '../../functions/commands/make-artifacts'
import { keys } from '../../functions/store/keys'
import { putItem } from '../../functions/store/table'
import { coldCall, unpackArtifact } from '../support/artifact'
import { putPerson, smallWorld, type TestContext, testContext } from '../support/context'
import { databaseConfig } from '../support/dynamodb'
import { jsonEvent } from '../support/http-event'

let context: TestContext
beforeAll(async () => {
  context = await testContext()
  await smallWorld(context)
  await putPerson(context, 'p-demo', { name: '范诗萱', branch: 'wangcang.s01.b01' })
  await putItem(context.table, { ...keys.demoAccount('student'), personId: 'p-demo' })
})
afterAll(() => context.close())

test('the packaged hot function signs in and shows the first screen in a plain Node process', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'package-'))
  expect(await makeArtifacts('prod', 'cn-northwest-1', folder)).toBe(true)
  const { file } = unpackArtifact(join(folder, 'api-core.zip'))
  const { endpoint, credentials } = databaseConfig()
  const env = { STAGE: 'local', DEMO_SIGN_IN: 'true', TABLE_NAME: context.table.name, AWS_REGION: 'local', AWS_ENDPOINT_URL_DYNAMODB: endpoint }
  const asRole = { ...env, AWS_ACCESS_KEY_ID: credentials.accessKeyId, AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey, AWS_SESSION_TOKEN: 'session' }
  const signIn = jsonEvent('POST', '/v1/session', { body: { provider: 'demo', code: 'student' } })

  const { answer } = await coldCall(file, signIn, asRole)
  expect(answer.statusCode).toBe(201)
  const { token, person } = JSON.parse(answer.body ?? '')
  expect(person.name).toBe('范诗萱')
  const home = await coldCall(file, jsonEvent('GET', '/v1/home', { token }), asRole)
  expect(home.answer.statusCode).toBe(200)
  expect(JSON.parse(home.answer.body ?? '').person.name).toBe('范诗萱')
  // It has no credentials but those of the environment.
  expect((await coldCall(file, signIn, env)).answer.statusCode).toBe(500)
})

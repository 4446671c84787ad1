import { problem } from '@shared/contract/common'
import fc from 'fast-check'
import { appOf } from '../../functions/http/app'
import { openApi } from '../../functions/http/openapi'
import { readMe } from '../../functions/store/people'
import { logRead } from '../../functions/use-cases/log-read'
import { issueToken } from '../../functions/use-cases/session-token'
import { allRoutes } from '../support/all-routes'
import { apiOf, request } from '../support/api'
import { riverside } from '../support/at-event'
import { smallWorld, type TestContext, testContext } from '../support/context'
import { type MadeRequest, type Operation, requests } from '../support/request-arbitrary'

let context: TestContext
let app: ReturnType<typeof appOf>
beforeAll(async () => {
  context = await testContext()
  await smallWorld(context)
  app = appOf(context, allRoutes, logRead)
  const event = riverside('event0000001')
  await apiOf(context, allRoutes)('w-manager', 'POST', '/v1/events', event)
}, 60_000)
// What a request took away, a role or a binding, is back for the next endpoint.
beforeEach(() => smallWorld(context))
afterAll(() => context.close())

/** How many of them: 10⁵ on demand (`REQUESTS=100000 npm test -- tests/api/malformed`). */
const many = Number(process.env.REQUESTS ?? 6000)
const operations = Object.entries(openApi().paths).flatMap(([path, methods]) =>
  path === '/healthz' ? [] : Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation: operation as Operation })))

const send = async (who: string, { method, path, headers, body }: MadeRequest) => {
  const me = await readMe(context.table, who, true)
  const { token } = await issueToken(context, { personId: who, epoch: me?.epoch ?? 0 })
  return request(app, path, { method, headers: { ...headers, authorization: `Bearer ${token}` }, body })
}

test.each(operations.map(({ method, path, operation }) => [operation.operationId, method, path, operation] as const))('%s answers whatever comes: never a fault, and every refusal a problem that names the field', async (_id, method, path, operation) => {
  await fc.assert(
    fc.asyncProperty(requests(method, path, operation), fc.constantFrom('w-student', 'w-secretary', 'w-manager', 'w-county'), async (made, who) => {
      const response = await send(who, made)
      expect(response.status).toBeLessThan(500)
      if (response.status < 400) return
      expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/)
      const refusal = problem.strict().parse(await response.json())
      expect(refusal.status).toBe(response.status)
      if (refusal.code === 'invalid-input') expect(refusal.errors?.length).toBeGreaterThan(0)
    }),
    { numRuns: Math.ceil(many / operations.length), seed: 20_261_124 },
  )
}, 3_600_000)

test.each([
  ['not UTF-8', Uint8Array.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), 400, 'not-utf-8'],
  ['cut off', '{"id":"record-cut1","cat', 400, 'not-json'],
  ['a list', '[]', 400, 'not-an-object'],
  ['nested 2 000 deep', `${'{"a":'.repeat(2000)}1${'}'.repeat(2000)}`, 400, 'too-deep'],
  ['of more than 5 MB', JSON.stringify({ title: 'a'.repeat(5_000_001) }), 413, undefined],
])('a body that is %s says so', async (_what, body, status, code) => {
  const response = await send('w-student', { method: 'POST', path: '/v1/records', headers: { 'content-type': 'application/json' }, body: typeof body === 'string' ? new TextEncoder().encode(body) : body })
  expect(response.status).toBe(status)
  if (code) expect(await response.json()).toMatchObject({ code: 'invalid-input', errors: [{ path: '', code }] })
})

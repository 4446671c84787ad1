import { problem } from '@shared/contract/common'
import { endpoints } from '@shared/contract'
import type { Endpoint } from '@shared/contract/endpoint'
import * as z from 'zod'

const schemaOf = (schema: z.ZodType, io: 'input' | 'output') => {
  const { $schema, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return json
}

const parametersOf = (schema: z.ZodObject | undefined, where: 'path' | 'query') =>
  Object.entries(schema?.shape ?? {}).map(([name, field]) => ({ name, in: where, required: where === 'path' || !(field as z.ZodType).safeParse(undefined).success, schema: schemaOf(field as z.ZodType, 'input') }))

const whoMay = ({ access }: Endpoint): string => {
  if (access.who === 'anyone') return 'Open to anyone.'
  if (access.who === 'identity') return 'A WeChat identity, bound or not.'
  if (access.who === 'signed-in') return 'Anyone signed in.'
  return `${access.own ? 'The person themselves, or ' : ''}${access.roles.join(', ')}${access.scope === 'self' ? '' : ' within their scope'}.`
}

const operationOf = (name: string, e: Endpoint) => ({
  operationId: name,
  summary: e.summary,
  description: whoMay(e),
  security: e.access.who === 'anyone' ? [] : [{ session: [] }],
  parameters: [...parametersOf(e.params, 'path'), ...parametersOf(e.query, 'query')],
  ...(e.body && { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(e.body, 'input') } } } }),
  responses: {
    [String(e.status ?? 200)]: { description: 'Done', content: { 'application/json': { schema: schemaOf(e.answer, 'output') } } },
    default: { description: 'Refused, or a fault; `code` is a closed vocabulary', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
  },
})

/** OpenAPI 3.1 of every endpoint, generated from the contract. */
export const openApi = () => {
  const paths: Record<string, Record<string, unknown>> = {
    '/healthz': { get: { operationId: 'health', summary: 'Whether the API answers', security: [], responses: { 200: { description: 'It does', content: { 'application/json': { schema: { type: 'object', properties: { ok: { type: 'boolean' } } } } } } } } },
  }
  for (const [name, e] of Object.entries(endpoints) as [string, Endpoint][]) {
    paths[e.path] = { ...paths[e.path], [e.method.toLowerCase()]: operationOf(name, e) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Qingcheng', version: '1', description: 'The young people of a county earn, see and prove their way into the Youth League. Instants are RFC 3339, lists are paged with `cursor` and `next`, writes carry an `id` made by the client: the same again gives the same answer.' },
    paths,
    components: { schemas: { Problem: schemaOf(problem, 'output') }, securitySchemes: { session: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
  }
}

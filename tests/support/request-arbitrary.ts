import fc from 'fast-check'

/** The part of JSON Schema that the contract's document uses. */
export interface Schema {
  type?: string
  enum?: unknown[]
  const?: unknown
  pattern?: string
  format?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  minItems?: number
  maxItems?: number
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
}

const known: Record<string, string[]> = {
  '^[a-z0-9-]+(\\.[a-z0-9-]+){0,3}$': ['wangcang', 'wangcang.s01.b01', 'wangcang.t01.home', 'qingchuan.s01', 'nowhere.s09'],
  '^[a-z0-9-]+\\.[a-z0-9-]+\\.home$': ['wangcang.t01.home', 'wangcang.t02.home', 'nowhere.t09.home'],
  '^[a-z0-9.-]+~[A-Za-z0-9_-]{8,64}$': ['wangcang.t01.home~event0000001', 'wangcang.t01.home~event-none'],
  '^[A-Za-z0-9_-]{1,64}$': ['w-student', 'w-classmate', 'q-student', 'nobody'],
}

const instant = fc.date({ min: new Date('2025-01-01'), max: new Date('2027-12-31'), noInvalidDate: true }).map((date) => date.toISOString())

const text = (schema: Schema): fc.Arbitrary<string> => {
  if (schema.pattern !== undefined && known[schema.pattern]) return fc.constantFrom(...(known[schema.pattern] as string[]))
  if (schema.format === 'date-time') return instant
  if (schema.format === 'date') return instant.map((one) => one.slice(0, 10))
  if (schema.pattern !== undefined) return fc.stringMatching(new RegExp(schema.pattern))
  return fc.string({ unit: 'grapheme', minLength: schema.minLength ?? 0, maxLength: Math.min(schema.maxLength ?? 30, 30) })
}

/** Values that the schema takes. */
const fitting = (schema: Schema): fc.Arbitrary<unknown> => {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf
  if (choices) return fc.oneof(...choices.map(fitting))
  if (schema.type === 'string') return text(schema)
  if (schema.type === 'integer' || schema.type === 'number') return fc.integer({ min: Math.max(schema.minimum ?? 0, -1e6), max: Math.min(schema.maximum ?? 1e6, 1e6) })
  if (schema.type === 'boolean') return fc.boolean()
  if (schema.type === 'array') return fc.array(fitting(schema.items ?? {}), { minLength: schema.minItems ?? 0, maxLength: Math.max(schema.minItems ?? 0, Math.min(schema.maxItems ?? 3, 3)) })
  if (schema.type === 'object') {
    const fields = Object.entries(schema.properties ?? {}).map(([name, field]) => [name, fitting(field)] as const)
    return fc.record(Object.fromEntries(fields), { requiredKeys: schema.required ?? [] })
  }
  return fc.jsonValue({ maxDepth: 2 })
}

const nested = (depth: number): unknown => {
  let value: unknown = 'bottom'
  for (let i = 0; i < depth; i++) value = i % 2 ? [value] : { inner: value }
  return value
}

/** What a field should never be, and what people's software sends all the same. */
const odd: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, -1, 0, 1.5, 1e308, -0, 2 ** 53, '', ' ', '\u0000', '\ud800', '１２３', 'NaN', '2026-02-30T00:00:00Z', '0000-01-01', [], {}, [[]], { __proto__: null }, 'a'.repeat(5000)),
  fc.integer({ min: 3, max: 60 }).map(nested),
  fc.string({ unit: 'binary', maxLength: 100 }),
  fc.jsonValue(),
)

const places = (value: unknown, path: (string | number)[] = []): (string | number)[][] =>
  typeof value === 'object' && value !== null ? [path, ...Object.entries(value).flatMap(([key, inner]) => places(inner, [...path, Array.isArray(value) ? Number(key) : key]))] : [path]

const replaced = (value: unknown, [head, ...rest]: (string | number)[], by: unknown): unknown => {
  if (head === undefined) return by
  if (Array.isArray(value)) return value.map((inner, i) => (i === head ? replaced(inner, rest, by) : inner))
  return { ...(value as object), [head]: replaced((value as Record<string, unknown>)[head], rest, by) }
}

/** A fitting body with one place in it made odd. */
const spoiled = (schema: Schema): fc.Arbitrary<unknown> =>
  fc.tuple(fitting(schema), fc.nat(), odd).map(([value, at, by]) => {
    const all = places(value)
    return replaced(value, all[at % all.length] ?? [], by)
  })

export interface Operation {
  operationId: string
  parameters: { name: string; in: 'path' | 'query'; required: boolean; schema: Schema }[]
  requestBody?: { content: { 'application/json': { schema: Schema } } }
}

export interface MadeRequest {
  method: string
  path: string
  headers: Record<string, string>
  body?: Uint8Array
}

const encoder = new TextEncoder()
const json = (value: unknown): Uint8Array => encoder.encode(JSON.stringify(value))

const bodies = (schema: Schema): fc.Arbitrary<Uint8Array> =>
  fc.oneof(
    { weight: 6, arbitrary: spoiled(schema).map(json) },
    { weight: 5, arbitrary: fitting(schema).map(json) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 60 }) },
    { weight: 1, arbitrary: fc.tuple(fitting(schema), fc.nat()).map(([value, at]) => json(value).slice(0, at % (json(value).length + 1))) },
    { weight: 1, arbitrary: fc.constantFrom<Uint8Array>(encoder.encode('[]'), encoder.encode('"text"'), encoder.encode('null'), encoder.encode('{"a":'.repeat(2000)), encoder.encode('\ufeff{}'), Uint8Array.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])) },
  )

const parameter = (schema: Schema): fc.Arbitrary<string> =>
  fc.oneof({ weight: 3, arbitrary: fitting(schema).map(String) }, { weight: 1, arbitrary: odd.map((value) => (typeof value === 'string' ? value : JSON.stringify(value) ?? '')) })

/** Percent-encoded; a lone surrogate, which cannot be, as raw bytes that are no UTF-8. */
const encoded = (value: string): string => {
  try {
    return encodeURIComponent(value)
  } catch {
    return '%ED%A0%80'
  }
}

/** Requests for one operation of an OpenAPI document: right ones, ones wrong in one place, and rubbish. */
export const requests = (method: string, template: string, operation: Operation): fc.Arbitrary<MadeRequest> => {
  const schema = operation.requestBody?.content['application/json'].schema
  const given = operation.parameters.map((one) => (one.required ? parameter(one.schema) : fc.option(parameter(one.schema), { nil: undefined })))
  const types = fc.constantFrom('application/json', 'application/json; charset=utf-8', 'text/plain', 'application/json;charset=gbk', '', 'multipart/form-data')
  return fc.record({ values: fc.tuple(...given), body: schema ? bodies(schema) : fc.constant(undefined), type: fc.oneof({ weight: 8, arbitrary: fc.constant('application/json') }, { weight: 1, arbitrary: types }) }).map(({ values, body, type }): MadeRequest => {
    let path = template
    const query: string[] = []
    for (const [i, one] of operation.parameters.entries()) {
      const value = values[i]
      if (value === undefined) continue
      if (one.in === 'path') path = path.replace(`{${one.name}}`, encoded(value))
      else query.push(`${one.name}=${encoded(value)}`)
    }
    return { method, path: query.length ? `${path}?${query.join('&')}` : path, headers: body && type !== '' ? { 'content-type': type } : {}, body }
  })
}

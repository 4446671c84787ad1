import type { Endpoint } from '@shared/contract/endpoint'
import type { FieldError, Refusal } from '@shared/model/refusal'
import type * as z from 'zod'
import type { HttpRequest } from './message'

const depthAtMost = 20
const bytesAtMost = 5_000_000

const fault = (path: string, code: string, message: string): Refusal => ({ refused: 'invalid-input', errors: [{ path, code, message }] })

const pathOf = (path: PropertyKey[]): string => path.reduce<string>((text, key) => (typeof key === 'number' ? `${text}[${key}]` : text ? `${text}.${String(key)}` : String(key)), '')

const errorsOf = (error: z.ZodError, prefix: string): FieldError[] =>
  error.issues.slice(0, 20).map((issue) => {
    const path = pathOf(issue.path)
    return { path: prefix && path ? `${prefix}.${path}` : prefix || path, code: issue.code === 'invalid_type' && issue.input === undefined ? 'required' : issue.code.replaceAll('_', '-'), message: issue.message }
  })

const deeperThan = (value: unknown, most: number): boolean =>
  typeof value === 'object' && value !== null && (most === 0 || Object.values(value).some((inner) => deeperThan(inner, most - 1)))

/** The body as JSON: strict UTF-8, an object, of a sane size and depth. The path of a fault of the body as a whole is empty. */
const readBody = ({ headers, body: bytes }: HttpRequest): { body: unknown } | Refusal => {
  const type = headers['content-type']
  if (type !== undefined && type !== '' && !/^application\/json\s*(;|$)/i.test(type)) return { refused: 'unsupported-type' }
  if (bytes.length > bytesAtMost) return { refused: 'too-large', detail: { mostBytes: bytesAtMost } }
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return fault('', 'not-utf-8', 'The body is not UTF-8')
  }
  let body: unknown
  try {
    body = text.trim() === '' ? {} : JSON.parse(text)
  } catch {
    return fault('', 'not-json', 'The body is not JSON')
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return fault('', 'not-an-object', 'The body is not a JSON object')
  if (deeperThan(body, depthAtMost)) return fault('', 'too-deep', `The body is nested more than ${depthAtMost} deep`)
  return { body }
}

/** Path parameters, query and body, each validated by the contract, in one object; every faulty field is named by its path. */
export const readInput = (request: HttpRequest, params: Record<string, string>, endpoint: Endpoint): { input: Record<string, unknown> } | Refusal => {
  const input: Record<string, unknown> = {}
  const errors: FieldError[] = []
  const take = (schema: z.ZodObject | undefined, value: unknown) => {
    if (!schema) return
    const result = schema.safeParse(value, { reportInput: true })
    if (result.success) Object.assign(input, result.data)
    else errors.push(...errorsOf(result.error, ''))
  }
  take(endpoint.params, params)
  take(endpoint.query, request.query)
  if (endpoint.body) {
    const read = readBody(request)
    if ('refused' in read) return read
    take(endpoint.body, read.body)
  }
  return errors.length ? { refused: 'invalid-input', errors } : { input }
}

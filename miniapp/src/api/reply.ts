import type { FieldError, RefusalCode } from '@shared/model/refusal'

/** Why a call gave nothing: a refusal of the API, `offline` (no answer came), or `fault` (the server failed or spoke something else). */
export interface Trouble {
  code: RefusalCode | 'offline' | 'fault'
  errors: FieldError[]
  detail: Record<string, unknown>
}
export type Reply<T> = { ok: true; value: T } | { ok: false; trouble: Trouble }

export const trouble = (code: Trouble['code']): { ok: false; trouble: Trouble } => ({ ok: false, trouble: { code, errors: [], detail: {} } })

const isObject = (v: unknown): v is Record<string, unknown> => typeof v === 'object' && v !== null

/** Reads a problem+json body (RFC 9457); anything else is a `fault`. */
export const readProblem = (status: number, body: unknown): { ok: false; trouble: Trouble } => {
  if (!isObject(body) || typeof body.code !== 'string' || (status >= 500 && body.code !== 'sign-in-busy')) return trouble('fault')
  return {
    ok: false,
    trouble: { code: body.code as RefusalCode, errors: Array.isArray(body.errors) ? (body.errors as FieldError[]) : [], detail: isObject(body.detail) ? body.detail : {} },
  }
}

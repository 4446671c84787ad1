import type * as z from 'zod'
import type { FilePart } from '../model/read'
import type { RoleName } from '../model/role'

/**
 * Who may call an endpoint, and what is checked against the caller's scope. `own`: the person in the path is the caller.
 * `scope` says which input names the target: the person's branch, the organisation, or the event's host.
 */
export type Access =
  | { who: 'anyone' }
  | { who: 'identity' } // signed in with WeChat, bound or not
  | { who: 'signed-in' }
  | { who: 'roles'; roles: readonly RoleName[]; scope: 'person' | 'org' | 'event' | 'self'; own?: boolean }

export interface Endpoint {
  method: 'GET' | 'POST' | 'DELETE'
  path: string
  summary: string
  access: Access
  /** The part of a person's file that it answers with: somebody else's look at it is logged. */
  reads?: FilePart
  params?: z.ZodObject
  query?: z.ZodObject
  body?: z.ZodObject
  answer: z.ZodType
  status?: 200 | 201
}

export const endpoint = <const E extends Endpoint>(e: E): E => e

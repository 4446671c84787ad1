import type { Answer, EndpointName, Parsed } from '@shared/contract'
import type { Endpoint } from '@shared/contract/endpoint'
import { isRefusal, type Refusal } from '@shared/model/refusal'
import { authorize } from '../use-cases/authority'
import type { Actor, Context } from '../use-cases/context'
import type { LogRead } from '../use-cases/log-read'
import { authenticate } from './authenticate'
import { type App, type HttpAnswer, type HttpRequest, pathMatcher } from './message'
import { problemOf, statusOf } from './problem'
import { readInput } from './read-input'

/** `actor` is absent where the endpoint is open to anyone and while binding; `identity` is only set while binding, `unionId` where WeChat gave one. */
interface Caller {
  actor: Actor
  identity: string
  unionId?: string
}

/** What a use-case is to the edge. */
export type UseCase<N extends EndpointName> = (context: Context, input: Parsed<N>, caller: Caller) => Promise<Answer<N> | Refusal>

/** Routes of one function: the endpoint's entry in the contract with the use-case that serves it. */
export type Routes = { [N in EndpointName]?: { endpoint: Endpoint; useCase: UseCase<N> } }
type Route = { endpoint: Endpoint; useCase: (context: Context, input: never, caller: Caller) => Promise<unknown> }

const problemType = 'application/problem+json; charset=utf-8'
const refused = (refusal: Refusal): HttpAnswer => ({ status: statusOf(refusal.refused), type: problemType, body: JSON.stringify(problemOf(refusal)) })

/** Notes a look at somebody else's file before anything of it is answered; where that fails, so does the look. */
const noteRead = async (context: Context, { access, reads }: Endpoint, actor: Actor, personId: unknown, logRead: LogRead | undefined) => {
  if (reads && access.who === 'roles' && typeof personId === 'string' && personId !== actor.personId) await logRead?.(context, actor, personId, reads, access.roles)
}

/** Authenticate, validate, authorize, log, run, and map a refusal to its status. */
const serve = async (context: Context, { endpoint, useCase }: Route, request: HttpRequest, params: Record<string, string>, logRead: LogRead | undefined): Promise<HttpAnswer> => {
  const caller = await authenticate(context, endpoint.access, request.headers.authorization)
  if (isRefusal(caller)) return refused(caller)
  const read = readInput(request, params, endpoint)
  if (isRefusal(read)) return refused(read)
  const denied = 'actor' in caller && (await authorize(context, endpoint.access, caller.actor, read.input))
  if (denied) return refused(denied)
  if ('actor' in caller) await noteRead(context, endpoint, caller.actor, read.input.personId, logRead)
  const answer = await useCase(context, read.input as never, caller as Caller)
  return isRefusal(answer) ? refused(answer) : { status: endpoint.status ?? 200, type: 'application/json', body: JSON.stringify(answer) }
}

/** An app that serves `routes`, the first that fits. Faults are logged and answer 500 without detail. Routes that read files need the log; the hot function has none. */
export const appOf = (context: Context, routes: Routes, logRead?: LogRead): App => {
  const table = (Object.values(routes) as Route[]).map((route) => ({ route, paramsOf: pathMatcher(route.endpoint.path) }))
  if (!logRead && table.some(({ route }) => route.endpoint.reads)) throw new Error('Files are read here, and nothing logs it')
  return async (request) => {
    try {
      for (const { route, paramsOf } of table) {
        const params = route.endpoint.method === request.method ? paramsOf(request.path) : undefined
        if (params) return await serve(context, route, request, params, logRead)
      }
      return refused({ refused: 'not-found' })
    } catch (error) {
      const { name, message, stack } = error as Error
      console.error(JSON.stringify({ level: 'error', path: request.path, name, message, stack }))
      return { status: 500, type: problemType, body: JSON.stringify({ type: 'urn:qingcheng:problem:fault', title: 'fault', status: 500, code: 'fault' }) }
    }
  }
}

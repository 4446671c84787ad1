import type { Answer, EndpointName, Parsed } from '@shared/contract'
import type { Endpoint } from '@shared/contract/endpoint'
import { isRefusal, type Refusal } from '@shared/model/refusal'
import { authorize } from '../use-cases/authority'
import type { Actor, Context } from '../use-cases/context'
import { authenticate } from './authenticate'
import { type App, type HttpAnswer, type HttpRequest, pathMatcher } from './message'
import { problemOf, statusOf } from './problem'
import { readInput } from './read-input'

/** What a use-case is to the edge. `actor` is absent only where the endpoint is open to anyone, `identity` only set while binding. */
export type UseCase<N extends EndpointName> = (context: Context, input: Parsed<N>, caller: { actor: Actor; identity: string }) => Promise<Answer<N> | Refusal>

/** Routes of one function: the endpoint's entry in the contract with the use-case that serves it. */
export type Routes = { [N in EndpointName]?: { endpoint: Endpoint; useCase: UseCase<N> } }
type Route = { endpoint: Endpoint; useCase: (context: Context, input: never, caller: { actor: Actor; identity: string }) => Promise<unknown> }

const problemType = 'application/problem+json; charset=utf-8'
const refused = (refusal: Refusal): HttpAnswer => ({ status: statusOf(refusal.refused), type: problemType, body: JSON.stringify(problemOf(refusal)) })

/** Authenticate, validate, authorize, run, and map a refusal to its status. */
const serve = async (context: Context, { endpoint, useCase }: Route, request: HttpRequest, params: Record<string, string>): Promise<HttpAnswer> => {
  const caller = await authenticate(context, endpoint.access, request.headers.authorization)
  if (isRefusal(caller)) return refused(caller)
  const read = readInput(request, params, endpoint)
  if (isRefusal(read)) return refused(read)
  const denied = 'actor' in caller && (await authorize(context, endpoint.access, caller.actor, read.input))
  if (denied) return refused(denied)
  const answer = await useCase(context, read.input as never, caller as { actor: Actor; identity: string })
  return isRefusal(answer) ? refused(answer) : { status: endpoint.status ?? 200, type: 'application/json', body: JSON.stringify(answer) }
}

/** An app that serves `routes`, the first that fits. Faults are logged and answer 500 without detail. */
export const appOf = (context: Context, routes: Routes): App => {
  const table = (Object.values(routes) as Route[]).map((route) => ({ route, paramsOf: pathMatcher(route.endpoint.path) }))
  return async (request) => {
    try {
      for (const { route, paramsOf } of table) {
        const params = route.endpoint.method === request.method ? paramsOf(request.path) : undefined
        if (params) return await serve(context, route, request, params)
      }
      return refused({ refused: 'not-found' })
    } catch (error) {
      const { name, message, stack } = error as Error
      console.error(JSON.stringify({ level: 'error', path: request.path, name, message, stack }))
      return { status: 500, type: problemType, body: JSON.stringify({ type: 'urn:qingcheng:problem:fault', title: 'fault', status: 500, code: 'fault' }) }
    }
  }
}

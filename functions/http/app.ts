import type { Answer, EndpointName, Parsed } from '@shared/contract'
import type { Endpoint } from '@shared/contract/endpoint'
import { isRefusal, type Refusal } from '@shared/model/refusal'
import { Hono, type Context as HonoContext } from 'hono'
import { authorize } from '../use-cases/authority'
import type { Actor, Context } from '../use-cases/context'
import { authenticate } from './authenticate'
import { problemOf, statusOf } from './problem'
import { readInput } from './read-input'

/** What a use-case is to the edge. `actor` is absent only where the endpoint is open to anyone, `identity` only set while binding. */
export type UseCase<N extends EndpointName> = (context: Context, input: Parsed<N>, caller: { actor: Actor; identity: string }) => Promise<Answer<N> | Refusal>

/** Routes of one function: the endpoint's entry in the contract with the use-case that serves it. */
export type Routes = { [N in EndpointName]?: { endpoint: Endpoint; useCase: UseCase<N> } }

const refused = (c: HonoContext, refusal: Refusal) => c.body(JSON.stringify(problemOf(refusal)), statusOf(refusal.refused), { 'content-type': 'application/problem+json; charset=utf-8' })

/** An app that serves `routes`: authenticate, validate, authorize, run, and map a refusal to its status. Faults are logged and answer 500 without detail. */
export const appOf = (context: Context, routes: Routes): Hono => {
  const app = new Hono()
  for (const { endpoint, useCase } of Object.values(routes) as { endpoint: Endpoint; useCase: (context: Context, input: never, caller: { actor: Actor; identity: string }) => Promise<unknown> }[]) {
    const path = endpoint.path.replaceAll(/\{(\w+)\}/g, ':$1')
    app.on(endpoint.method, path, async (c) => {
      const caller = await authenticate(context, endpoint.access, c.req.header('authorization'))
      if (isRefusal(caller)) return refused(c, caller)
      const read = await readInput(c, endpoint)
      if (isRefusal(read)) return refused(c, read)
      const denied = 'actor' in caller && (await authorize(context, endpoint.access, caller.actor, read.input))
      if (denied) return refused(c, denied)
      const answer = await useCase(context, read.input as never, caller as { actor: Actor; identity: string })
      return isRefusal(answer) ? refused(c, answer) : c.json(answer as object, endpoint.status ?? 200)
    })
  }
  app.notFound((c) => refused(c, { refused: 'not-found' }))
  app.onError((error, c) => {
    console.error(JSON.stringify({ level: 'error', path: c.req.path, name: error.name, message: error.message, stack: error.stack }))
    return c.body(JSON.stringify({ type: 'urn:qingcheng:problem:fault', title: 'fault', status: 500, code: 'fault' }), 500, { 'content-type': 'application/problem+json; charset=utf-8' })
  })
  return app
}

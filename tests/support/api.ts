import { appOf, type Routes } from '../../functions/http/app'
import { lambdaHandler } from '../../functions/http/lambda'
import type { App } from '../../functions/http/message'
import { readMe } from '../../functions/store/people'
import type { Context } from '../../functions/use-cases/context'
import { logRead } from '../../functions/use-cases/log-read'
import { issueToken } from '../../functions/use-cases/session-token'
import { httpEvent, jsonEvent } from './http-event'

export interface Reply {
  status: number
  // A test reads what it expects; a wrong expectation fails.
  // biome-ignore lint/suspicious/noExplicitAny: answers of every endpoint come through here
  body: any
}

/** Sends any request to an app, through the edge that Lambda calls. */
export const request = async (app: App, path: string, { method, ...rest }: { method: string; headers: Record<string, string>; body?: string | Uint8Array }): Promise<Response> => {
  const { statusCode, headers, body } = await lambdaHandler(app)(httpEvent(method, path, rest))
  return new Response(body, { status: statusCode, headers: headers as Record<string, string> })
}

/** Calls an app of these routes in the process, as a signed-in person. */
export const apiOf = (context: Context, routes: Routes) => {
  const handler = lambdaHandler(appOf(context, routes, logRead))
  return async (personId: string | undefined, method: string, path: string, body?: unknown): Promise<Reply> => {
    const me = personId === undefined ? undefined : await readMe(context.table, personId, true)
    const token = personId === undefined ? undefined : (await issueToken(context, { personId, epoch: me?.epoch ?? 0 })).token
    const answer = await handler(jsonEvent(method, path, { token, body }))
    return { status: answer.statusCode ?? 0, body: JSON.parse(answer.body ?? '') }
  }
}

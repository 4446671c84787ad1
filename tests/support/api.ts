import { appOf, type Routes } from '../../functions/http/app'
import { readMe } from '../../functions/store/people'
import type { Context } from '../../functions/use-cases/context'
import { issueToken } from '../../functions/use-cases/session-token'

export interface Reply {
  status: number
  // A test reads what it expects; a wrong expectation fails.
  // biome-ignore lint/suspicious/noExplicitAny: answers of every endpoint come through here
  body: any
}

/** Calls an app of these routes in the process, as a signed-in person. */
export const apiOf = (context: Context, routes: Routes) => {
  const app = appOf(context, routes)
  return async (personId: string | undefined, method: string, path: string, body?: unknown): Promise<Reply> => {
    const headers: Record<string, string> = {}
    if (personId !== undefined) {
      const me = await readMe(context.table, personId, true)
      headers.authorization = `Bearer ${(await issueToken(context, { personId, epoch: me?.epoch ?? 0 })).token}`
    }
    if (body !== undefined) headers['content-type'] = 'application/json'
    const response = await app.request(path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) })
    return { status: response.status, body: await response.json() }
  }
}

import { type Answer, type EndpointName, endpoints, type Input } from '@shared/contract'
import type { Endpoint } from '@shared/contract/endpoint'
import type { Problem } from '@shared/contract/common'

/** An answer that was not 2xx: the problem as the API gave it. */
export class Refused extends Error {
  constructor(
    readonly call: string,
    readonly problem: Problem,
  ) {
    const where = (problem.errors ?? []).map(({ path, message }) => `${path}: ${message}`).join('; ')
    super(`${call} answered ${problem.status} ${problem.code}${where && ` (${where})`}${problem.detail ? ` ${JSON.stringify(problem.detail)}` : ''}`)
  }
}

export interface ApiClient {
  call<N extends EndpointName>(name: N, input: Input<N>, token?: string): Promise<Answer<N>>
}

/** Once more where the connection was lost: every write carries its own id, and the same again gives the same answer. */
const fetchTwice = (url: URL, request: RequestInit): Promise<Response> => fetch(url, request).catch(() => fetch(url, request))

/** A client of the HTTP API that knows it by the contract alone. Throws Refused for every answer but success. */
export const apiClient = (address: string): ApiClient => ({
  call: async <N extends EndpointName>(name: N, input: Input<N>, token?: string): Promise<Answer<N>> => {
    const { method, path } = endpoints[name] as Endpoint
    const rest = { ...(input as Record<string, unknown>) }
    const url = new URL(
      address.replace(/\/$/, '') +
        path.replaceAll(/\{(\w+)\}/g, (_, key: string) => {
          const value = String(rest[key])
          delete rest[key]
          return encodeURIComponent(value)
        }),
    )
    if (method === 'GET') for (const [key, value] of Object.entries(rest)) if (value !== undefined) url.searchParams.set(key, String(value))
    const answer = await fetchTwice(url, {
      method,
      headers: { ...(method === 'POST' && { 'content-type': 'application/json' }), ...(token !== undefined && { authorization: `Bearer ${token}` }) },
      ...(method === 'POST' && { body: JSON.stringify(rest) }),
    })
    const text = await answer.text()
    const body: unknown = text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : { status: answer.status, code: 'not-json', type: '', title: text.slice(0, 200) }
    if (!answer.ok) throw new Refused(`${method} ${url.pathname}`, body as Problem)
    return body as Answer<N>
  },
})

import { createServer, type IncomingMessage } from 'node:http'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'

export type HttpHandler = (event: APIGatewayProxyEventV2, context: object) => Promise<APIGatewayProxyStructuredResultV2>

/** What API Gateway lets through: 10 MB, of which Lambda takes 6. */
const bytesAtMost = 6_000_000
const cors = { 'access-control-allow-origin': '*', 'access-control-allow-headers': 'authorization, content-type', 'access-control-allow-methods': 'GET, POST, DELETE', 'access-control-expose-headers': 'date', 'access-control-max-age': '7200' }

const bodyOf = async (request: IncomingMessage): Promise<Buffer | undefined> => {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request) {
    bytes += (chunk as Buffer).length
    if (bytes <= bytesAtMost) chunks.push(chunk as Buffer)
  }
  return bytes <= bytesAtMost ? Buffer.concat(chunks) : undefined
}

/** `GET /v1/x/{id}` as a test of method and path; `*` takes everything. */
const matcher = (route: string): ((method: string, path: string) => boolean) => {
  if (route === '*') return () => true
  const [verb, template = ''] = route.split(' ')
  const pattern = new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`)
  return (method, path) => method === verb && pattern.test(path)
}

const eventOf = (request: IncomingMessage, url: URL, body: Buffer, timeEpoch: number): APIGatewayProxyEventV2 => {
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
  const http = { method: request.method ?? 'GET', path: url.pathname, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: headers['user-agent'] ?? '' }
  return {
    version: '2.0', routeKey: '$default', rawPath: url.pathname, rawQueryString: url.search.slice(1), headers, body: body.toString('base64'), isBase64Encoded: true,
    requestContext: { accountId: 'local', apiId: 'local', domainName: url.hostname, domainPrefix: '', http, requestId: 'local', routeKey: '$default', stage: '$default', time: '', timeEpoch },
  }
}

/** Joined, not resolved: `//x` is a path here, and no other host. */
const urlOf = (path: string): URL | undefined => (path.startsWith('/') ? new URL(`http://127.0.0.1${path}`) : undefined)

/** An HTTP API in front of handlers, as API Gateway's is: the most exact route first, CORS and the date on every answer. */
export const startGateway = (routes: { route: string; handler: HttpHandler }[], port: number, now = Date.now): Promise<{ stop(): Promise<void> }> => {
  const table = [...routes].sort((a, b) => Number(a.route === '*') - Number(b.route === '*')).map(({ route, handler }) => ({ matches: matcher(route), handler }))
  const server = createServer(async (request, response) => {
    response.setHeader('date', new Date(now()).toUTCString())
    const problem = (status: number, code: string) => response.writeHead(status, { ...cors, 'content-type': 'application/problem+json; charset=utf-8' }).end(JSON.stringify({ type: `urn:qingcheng:problem:${code}`, title: code, status, code }))
    try {
      if (request.method === 'OPTIONS') return response.writeHead(204, cors).end()
      const url = urlOf(request.url ?? '/')
      if (!url) return problem(400, 'invalid-input')
      const found = table.find(({ matches }) => matches(request.method ?? 'GET', url.pathname))
      const body = await bodyOf(request)
      if (!body) return problem(413, 'too-large')
      if (!found) return problem(404, 'not-found')
      const answer = await found.handler(eventOf(request, url, body, now()), {})
      return response.writeHead(answer.statusCode ?? 200, { ...cors, ...(answer.headers as Record<string, string>) }).end(answer.isBase64Encoded ? Buffer.from(answer.body ?? '', 'base64') : answer.body)
    } catch (error) {
      console.error(error)
      return problem(500, 'fault')
    }
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () =>
      resolve({ stop: () => new Promise((over) => { server.close(() => over()); server.closeAllConnections() }) }),
    )
  })
}

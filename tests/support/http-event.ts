import type { APIGatewayProxyEventV2 } from 'aws-lambda'

/** What an HTTP API hands to a function (payload 2.0). Names of headers in lower case; a body of bytes comes in base64. */
export const httpEvent = (method: string, path: string, { headers = {}, body }: { headers?: Record<string, string>; body?: string | Uint8Array } = {}): APIGatewayProxyEventV2 => {
  const [rawPath = '', rawQueryString = ''] = path.split(/\?(.*)/s)
  const http = { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '', userAgent: '' }
  return {
    version: '2.0', routeKey: '$default', rawPath, rawQueryString, headers, isBase64Encoded: typeof body === 'object', body: typeof body === 'object' ? Buffer.from(body).toString('base64') : body,
    requestContext: { accountId: '', apiId: '', domainName: 'localhost', domainPrefix: '', http, requestId: '', routeKey: '$default', stage: '$default', time: '', timeEpoch: 0 },
  }
}

/** A request in JSON of someone with this token. */
export const jsonEvent = (method: string, path: string, { token, body }: { token?: string; body?: unknown } = {}): APIGatewayProxyEventV2 =>
  httpEvent(method, path, { headers: { ...(token && { authorization: `Bearer ${token}` }), ...(body !== undefined && { 'content-type': 'application/json' }) }, body: body === undefined ? undefined : JSON.stringify(body) })

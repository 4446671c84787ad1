import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import type { App } from './message'

/** An app as the handler of an HTTP API (payload 2.0). Only plain objects: Node's own Request and Headers cost a cold start 20 ms. */
export const lambdaHandler =
  (app: App) =>
  async ({ rawPath, rawQueryString, headers, body = '', isBase64Encoded, requestContext }: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
    const query: Record<string, string> = {}
    for (const [name, value] of new URLSearchParams(rawQueryString)) query[name] ??= value
    const answer = await app({ method: requestContext.http.method, path: rawPath, query, headers, body: Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8') })
    return { statusCode: answer.status, headers: { 'content-type': answer.type }, body: answer.body }
  }

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Denial } from './denial'
import { objectFiles, type StoredObject } from './object-files'
import { checkPost } from './post-policy'
import { readForm } from './read-form'
import { checkRequest, type Keys } from './signature'

export interface CreatedObject {
  bucket: string
  key: string
  bytes: number
  etag: string
}
export interface ObjectStore {
  port: number
  endpoint: string
  stop(): Promise<void>
}

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
const allowed = { 'access-control-allow-origin': '*', 'access-control-allow-methods': 'GET, HEAD, POST, PUT, DELETE', 'access-control-allow-headers': '*', 'access-control-expose-headers': 'ETag' }

/**
 * What S3 does for this product, on one folder: presigned POST with its policy enforced, presigned and signed GET, HEAD, PUT and DELETE. No npm object
 * store that was tried enforces a policy. `created` is told of each new object, after the answer's bytes are safe.
 */
export const startObjectStore = async (options: { folder: string; keys: Keys; port?: number; now?: () => number; created?: (object: CreatedObject) => void }): Promise<ObjectStore> => {
  const files = objectFiles(options.folder)
  const now = options.now ?? Date.now

  const store = async (bucket: string, key: string, body: Buffer, contentType: string): Promise<StoredObject> => {
    const object = await files.put(bucket, key, body, contentType)
    options.created?.({ bucket, key, bytes: body.length, etag: object.etag })
    return object
  }

  const post = async (request: IncomingMessage, response: ServerResponse, bucket: string) => {
    const { fields, body } = await readForm(request, (given) => checkPost(bucket, given, options.keys, now()))
    const key = fields.get('key')
    if (!key) throw new Denial(400, 'InvalidArgument', 'Bucket POST must contain a field named key.')
    const { etag } = await store(bucket, key, body, fields.get('content-type') ?? 'application/octet-stream')
    response.writeHead(fields.get('success_action_status') === '201' ? 201 : 204, { ...allowed, etag }).end()
  }

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const method = request.method ?? 'GET'
    if (method === 'OPTIONS') return void response.writeHead(204, { ...allowed, 'access-control-max-age': '600' }).end()
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`)
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/'
    const [, bucket = '', ...rest] = path.split('/').map(decodeURIComponent)
    const key = rest.join('/')
    if (method === 'POST' && key === '') return post(request, response, bucket)
    checkRequest({ method, path, url, headers: request.headers }, options.keys, now())
    if (key === '') throw new Denial(501, 'NotImplemented', 'The local store knows objects, not buckets.')
    if (method === 'PUT') {
      if (/aws-chunked/.test(String(request.headers['content-encoding']))) throw new Denial(501, 'NotImplemented', 'The local store takes whole bodies, not aws-chunked ones.')
      const { etag } = await store(bucket, key, await bodyOf(request), String(request.headers['content-type'] ?? 'application/octet-stream'))
      return void response.writeHead(200, { ...allowed, etag }).end()
    }
    if (method === 'DELETE') {
      await files.remove(bucket, key)
      return void response.writeHead(204, allowed).end()
    }
    if (method !== 'GET' && method !== 'HEAD') throw new Denial(405, 'MethodNotAllowed', 'The specified method is not allowed against this resource.')
    const object = await files.get(bucket, key)
    if (!object) throw new Denial(404, 'NoSuchKey', 'The specified key does not exist.')
    const disposition = url.searchParams.get('response-content-disposition')
    response.writeHead(200, { ...allowed, ...(disposition && { 'content-disposition': disposition }), etag: object.etag, 'content-type': object.contentType, 'content-length': object.body.length, 'cache-control': 'private, max-age=300' })
    response.end(method === 'HEAD' ? undefined : object.body)
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((fault: unknown) => {
      const denial = fault instanceof Denial ? fault : new Denial(500, 'InternalError', String(fault))
      request.resume()
      if (!response.headersSent) response.writeHead(denial.status, { ...allowed, 'content-type': 'application/xml' })
      response.end(denial.xml)
    })
  })
  await new Promise<void>((up, failed) => server.once('error', failed).listen(options.port ?? 0, '127.0.0.1', up))
  const { port } = server.address() as AddressInfo
  return {
    port,
    endpoint: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((over) => {
        server.close(() => over())
        server.closeAllConnections()
      }),
  }
}

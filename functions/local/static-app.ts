import { readFile, stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const types: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.png': 'image/png', '.svg': 'image/svg+xml', '.wasm': 'application/wasm', '.json': 'application/json; charset=utf-8', '.txt': 'text/plain; charset=utf-8' }
const squeezed = new Set(['.html', '.js', '.css', '.svg', '.json', '.wasm'])

/**
 * Serves a built H5 app as a static host does: compressed, files with a hash in their name for ever, the page itself always asked for anew.
 * @param effort how hard brotli tries, 0 to 11. At 11, as what is built once for all is kept, the whole app takes 5 s of the server's only thread, at 5 less than 0.1 s for an eighth more bytes
 */
export const startStaticApp = (folder: string, port: number, effort = 5): Promise<{ stop(): Promise<void> }> => {
  const kept = new Map<string, Buffer>()
  const server = createServer(async (request, response) => {
    try {
      // Joined, not resolved, and made normal from its root: no path leads out of the folder. What cannot be decoded is not found.
      const path = normalize(decodeURIComponent(new URL(`http://127.0.0.1${request.url}`).pathname))
      const file = join(folder, path === '/' ? 'index.html' : path)
      const extension = extname(file)
      const accepts = String(request.headers['accept-encoding'] ?? '')
      const encoding = !squeezed.has(extension) ? '' : accepts.includes('br') ? 'br' : accepts.includes('gzip') ? 'gzip' : ''
      const plain = await readFile(file)
      // A worker of the next build may be just as long.
      const key = `${encoding} ${file} ${plain.length} ${(await stat(file)).mtimeMs}`
      const body = kept.get(key) ?? (encoding === 'br' ? brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: effort } }) : encoding === 'gzip' ? gzipSync(plain) : plain)
      kept.set(key, body)
      const forever = /\.[0-9a-f]{8}\./.test(file)
      response.writeHead(200, { 'content-type': types[extension] ?? 'application/octet-stream', 'cache-control': forever ? 'public, max-age=31536000, immutable' : 'no-cache', vary: 'accept-encoding', 'x-content-type-options': 'nosniff', ...(encoding && { 'content-encoding': encoding }) })
      response.end(body)
    } catch {
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found')
    }
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve({ stop: () => new Promise((over) => { server.close(() => over()); server.closeAllConnections() }) }))
  })
}

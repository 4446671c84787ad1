import { createServer } from 'node:net'

const listenOnce = (port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port))
    })
  })

/** A port of 127.0.0.1 that nobody listens on now. */
export const freePort = (): Promise<number> => listenOnce(0)

/** Whether `port` of 127.0.0.1 can be listened on. */
export const isFree = (port: number): Promise<boolean> =>
  listenOnce(port).then(
    () => true,
    () => false,
  )

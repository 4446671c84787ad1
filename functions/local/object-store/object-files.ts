import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface StoredObject {
  body: Buffer
  contentType: string
  etag: string
}

/** Objects as files of one folder: the body, and beside it what it is. A name holds the whole key, so that none leads out of the folder. */
export const objectFiles = (folder: string) => {
  const at = (bucket: string, key: string) => join(folder, encodeURIComponent(bucket), encodeURIComponent(key).replaceAll('.', '%2E'))
  return {
    put: async (bucket: string, key: string, body: Buffer, contentType: string): Promise<StoredObject> => {
      const etag = `"${createHash('md5').update(body).digest('hex')}"`
      const path = at(bucket, key)
      const fresh = `${path}.${randomUUID()}`
      await mkdir(join(folder, encodeURIComponent(bucket)), { recursive: true })
      await writeFile(`${path}.json`, JSON.stringify({ contentType, etag }))
      await writeFile(fresh, body)
      await rename(fresh, path)
      return { body, contentType, etag }
    },
    get: async (bucket: string, key: string): Promise<StoredObject | undefined> => {
      try {
        const [body, about] = await Promise.all([readFile(at(bucket, key)), readFile(`${at(bucket, key)}.json`, 'utf8')])
        return { body, ...(JSON.parse(about) as { contentType: string; etag: string }) }
      } catch (fault) {
        if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return undefined
        throw fault
      }
    },
    remove: async (bucket: string, key: string): Promise<void> => {
      await rm(at(bucket, key), { force: true })
      await rm(`${at(bucket, key)}.json`, { force: true })
    },
  }
}

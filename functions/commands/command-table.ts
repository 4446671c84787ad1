import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { localCredentials, localRegion, startDatabase } from '../local/dynamodb'
import { root } from '../local/root'
import { localTable, runningDatabase } from '../local/stage'
import { openTable } from '../store/table'
import type { Context } from '../use-cases/context'
import { plainContext } from './plain-context'

/**
 * The context of a command that works on the table: of the local stage, whether it runs or not; in the cloud TABLE_NAME (and the usual AWS settings)
 * name the table. Ends the process where there is neither.
 */
export const openCommandTable = async (): Promise<{ context: Context; close(): Promise<void> }> => {
  const name = process.env.TABLE_NAME
  const folder = process.env.STAGE_FOLDER ?? join(root, '.local', 'stage')
  const data = join(folder, 'dynamodb')
  if (!name && !existsSync(data)) {
    console.error(`There is no local stage in ${folder} yet: npm start makes one.`)
    process.exit(1)
  }
  const running = name ? undefined : await runningDatabase(folder)
  const own = name || running ? undefined : await startDatabase({ folder: data })
  await own?.ready
  const endpoint = running ?? own?.endpoint
  const client = new DynamoDBClient(endpoint ? { endpoint, region: localRegion, credentials: localCredentials } : {})
  return {
    context: plainContext(openTable(client, name ?? localTable), Date.now, (bytes) => randomBytes(bytes)),
    close: async () => {
      client.destroy()
      await own?.stop()
    },
  }
}

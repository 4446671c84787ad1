import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { localCredentials, localRegion, startDatabase } from '../local/dynamodb'
import { isFree } from '../local/ports'
import { root } from '../local/root'
import { openTable } from '../store/table'
import { rebuildProjections } from '../use-cases/rebuild-projections'
import { plainContext } from './plain-context'
import { progressLine } from './progress-line'

/**
 * `npm run rebuild`: throws the projections of the local stage away and makes them again from the ledger; `-- --check` only compares. In the cloud,
 * TABLE_NAME (and the usual AWS settings) name the table.
 */
const check = process.argv.includes('--check')
const name = process.env.TABLE_NAME
if (!name && !(await isFree(Number(process.env.API_PORT ?? 3000)))) {
  console.error('The local stage is running: stop npm start first.')
  process.exit(1)
}
const database = name ? undefined : await startDatabase({ folder: join(process.env.STAGE_FOLDER ?? join(root, '.local', 'stage'), 'dynamodb') })
await database?.ready
const client = new DynamoDBClient(database ? { endpoint: database.endpoint, region: localRegion, credentials: localCredentials } : {})
const context = plainContext(openTable(client, name ?? 'qingcheng-local'), Date.now, (bytes) => randomBytes(bytes))
for (const county of (process.env.COUNTIES ?? 'wangcang,qingchuan').split(',')) {
  const { people, differing } = await rebuildProjections(context, county, { check, onProgress: progressLine(county) })
  console.log(`${county}: ${people} people, ${differing} ${check ? 'differ from the ledger' : 'differed and were made again'}`)
}
client.destroy()
await database?.stop()

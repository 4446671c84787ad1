import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { localCredentials, localRegion, startDatabase } from '../local/dynamodb'
import { root } from '../local/root'
import { localTable, runningDatabase } from '../local/stage'
import { openTable } from '../store/table'
import { rebuildProjections } from '../use-cases/rebuild-projections'
import { plainContext } from './plain-context'
import { progressLine } from './progress-line'

/**
 * `npm run rebuild`: throws the projections away and makes them again from the ledger; `-- --check` only compares, and fails where any differs. On
 * the local stage, whether it runs or not; in the cloud, TABLE_NAME (and the usual AWS settings) name the table.
 */
const check = process.argv.includes('--check')
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
const context = plainContext(openTable(client, name ?? localTable), Date.now, (bytes) => randomBytes(bytes))
for (const county of (process.env.COUNTIES ?? 'wangcang,qingchuan').split(',')) {
  const { people, differing } = await rebuildProjections(context, county, { check, onProgress: progressLine(county) })
  console.log(`${county}: ${people} people, ${differing} ${check ? 'differ from the ledger' : 'differed and were made again'}`)
  if (check && differing > 0) process.exitCode = 1
}
client.destroy()
await own?.stop()

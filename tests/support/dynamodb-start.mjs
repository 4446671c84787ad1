import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tsImport } from 'tsx/esm/api'

/** Jest's global setup: one DynamoDB Local in memory for the whole run, and a folder for what its files share. It is not waited for here, so that pure tests start at once. */
export default async () => {
  const { startDatabase } = await tsImport('../../functions/local/dynamodb.ts', import.meta.url)
  const database = await startDatabase({ perKey: true })
  process.env.TEST_DYNAMODB_ENDPOINT = database.endpoint
  process.env.TEST_RUN_FOLDER = mkdtempSync(join(tmpdir(), 'run-'))
  globalThis.testDatabase = database
}

import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { apiClient } from '../demo/api-client'
import { tableLine } from '../demo/show-table'
import { walkTheMainJob } from '../demo/walk'
import { isFree } from '../local/ports'
import { startStage } from '../local/stage'
import { progressLine } from './progress-line'
import { seedDemoCounty } from './seed-demo'

/**
 * `npm run demo`: walks the main job over the API of a running `npm start` (API_PORT) and prints each step as it ends. Where nothing answers, a stage
 * in memory with the demo county is started for it and stopped after it.
 */
const port = Number(process.env.API_PORT ?? 3000)
const address = `http://127.0.0.1:${port}`

/** Whether Qingcheng answers at the address; the process ends where something else holds the port. */
const isRunning = async (): Promise<boolean> => {
  if (await isFree(port)) return false
  const healthy = await fetch(`${address}/healthz`, { signal: AbortSignal.timeout(5000) }).then((answer) => answer.ok, () => false)
  if (healthy) return true
  console.error(`Something answers on port ${port}, but not Qingcheng. Choose another port: API_PORT=${port + 1} npm run demo`)
  process.exit(1)
}

const ownStage = async (): Promise<() => Promise<void>> => {
  console.error(`Nothing answers at ${address}: starting a stage in memory for this walk.`)
  const folder = mkdtempSync(join(tmpdir(), 'qingcheng-demo-'))
  const lines = new Map(['entries', 'photos', 'progress'].map((step) => [step, progressLine(`Demo county: ${step}`)]))
  const forget = () => rmSync(folder, { recursive: true, force: true })
  process.once('exit', forget)
  const stage = await startStage({
    folder, apiPort: port, memory: true,
    seed: async (to) => void (await seedDemoCounty({ table: to.table, files: to, signer: to.signer, now: Date.now(), onProgress: (step, done, all) => lines.get(step)?.(done, all) })),
  })
  return () => stage.stop()
}

const widths = [9, 44]
const stop = (await isRunning()) ? undefined : await ownStage()
try {
  console.log(tableLine(['who', 'what', 'figures'], widths))
  await walkTheMainJob({ api: apiClient(address), weChatCode: async () => `wx-demo-${randomBytes(8).toString('hex')}`, now: Date.now, show: ({ who, what, figures }) => console.log(tableLine([who, what, figures], widths)) })
  console.log('The main job was walked to its end.')
} catch (fault) {
  console.error(`\nThe walk ended here: ${fault instanceof Error ? fault.message : String(fault)}`)
  process.exitCode = 1
} finally {
  await stop?.()
}
process.exit()

import { randomBytes } from 'node:crypto'
import { apiClient } from '../demo/api-client'
import { tableLine, widthOf } from '../demo/show-table'
import { type Step, walkTheMainJob } from '../demo/walk'

/** `npm run demo`: walks the main job over the API of a running `npm start` (API_PORT), and prints each step. */
const address = `http://127.0.0.1:${process.env.API_PORT ?? 3000}`
const alive = await fetch(`${address}/healthz`).then((answer) => answer.ok, () => false)
if (!alive) {
  console.error(`Nothing answers at ${address}. Start it with npm start, or say where it is: API_PORT=3100 npm run demo`)
  process.exit(1)
}

const steps: Step[] = []
await walkTheMainJob({ api: apiClient(address), weChatCode: async () => `wx-demo-${randomBytes(8).toString('hex')}`, now: Date.now, show: (step) => steps.push(step) })
const rows = [['who', 'what', 'figures'], ...steps.map(({ who, what, figures }) => [who, what, figures])]
const widths = [0, 1].map((i) => Math.max(...rows.map((row) => widthOf(row[i] ?? ''))))
for (const row of rows) console.log(tableLine(row, widths))

import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { apiClient, Refused } from '../../functions/demo/api-client'
import { generateCounty } from '../../functions/demo/county'
import { itemsOf } from '../../functions/demo/items'
import { drawPictures } from '../../functions/demo/pictures'
import { type Step, walkTheMainJob } from '../../functions/demo/walk'
import { freePort } from '../../functions/local/ports'
import { type LocalStage, runningDatabase, startStage } from '../../functions/local/stage'
import { writeAll } from '../../functions/store/table'

/** The main job over the HTTP API of a whole stage whose county has staff and no students yet. */
const folder = mkdtempSync(join(tmpdir(), 'qingcheng-walk-'))
let stage: LocalStage
beforeAll(async () => {
  const county = generateCounty(new Date().toISOString().slice(0, 10), await drawPictures())
  const items = itemsOf({ ...county, students: [], ledgers: new Map(), applications: new Map(), events: [], signUps: [], photos: [] })
  expect(await runningDatabase(folder)).toBeUndefined()
  stage = await startStage({ folder, apiPort: await freePort(), memory: true, seed: ({ table }) => writeAll(table, items) })
}, 120_000)
afterAll(async () => {
  await stage.stop()
  expect(await runningDatabase(folder)).toBeUndefined()
  rmSync(folder, { recursive: true, force: true })
})

const walk = async (): Promise<Step[]> => {
  const steps: Step[] = []
  await walkTheMainJob({ api: apiClient(stage.api), weChatCode: async () => `wx-walk-${randomBytes(8).toString('hex')}`, now: Date.now, show: (step) => steps.push(step) })
  return steps
}

test('from an empty ledger to an activist who lacks nothing but time and a talk, and again with another student', async () => {
  for (let times = 0; times < 2; times++) {
    const figures = (await walk()).map((step) => step.figures)
    expect(figures).toContainEqual('refused: conditions-unmet: civics-class, league-class, volunteer-hours, youth-study, quality-activity, months-as-activist, mentor-talks')
    expect(figures).toContainEqual('refused: conditions-unmet: months-as-activist, mentor-talks')
    expect(figures).toContainEqual('approving would change volunteer-hours 960 → 1200 of 1200')
    expect(figures).toContainEqual('minutes 960 → 1200; eligible: true; unmet: none')
    expect(figures.at(-1)).toMatch(/^application: cultivating; earliest admission: 20\d\d-\d\d-\d\d$/)
  }
}, 60_000)

test('a stage that runs says where its database is', async () => {
  expect(await runningDatabase(folder)).toBe(process.env.AWS_ENDPOINT_URL_DYNAMODB)
})

test('what the API refuses is told with the call, the code and the field', async () => {
  const refusal = await apiClient(stage.api).call('signIn', { provider: 'demo', code: '' }).catch((fault: unknown) => fault)
  expect(refusal).toBeInstanceOf(Refused)
  expect((refusal as Refused).message).toMatch(/^POST \/v1\/session answered 400 invalid-input \(code: /)
})

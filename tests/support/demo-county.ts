import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { seedDemoCounty } from '../../functions/commands/seed-demo'
import { freePort } from '../../functions/local/ports'
import { startStage } from '../../functions/local/stage'

const newFolder = () => mkdtempSync(join(tmpdir(), 'stage-'))

/** Makes it beside its place and moves it there whole; leaves it to whoever makes it already. */
const makeCounty = async (made: string) => {
  try {
    mkdirSync(`${made}-under-way`)
  } catch {
    return pause(100)
  }
  try {
    const folder = mkdtempSync(`${made}-`)
    const stage = await startStage({ folder, apiPort: await freePort(), seed: async ({ table, putObject, signer }) => void (await seedDemoCounty({ table, files: { putObject }, signer, now: Date.now() })) })
    await stage.stop()
    renameSync(folder, made)
  } finally {
    rmdirSync(`${made}-under-way`)
  }
}

/** A folder of one's own with the demo county, for a stage to start on. It is made once a run (TEST_RUN_FOLDER) and copied: making it takes twenty times as long. */
export const demoCounty = async (): Promise<string> => {
  const made = join(process.env.TEST_RUN_FOLDER ?? newFolder(), 'county')
  while (!existsSync(made)) await makeCounty(made)
  const folder = newFolder()
  cpSync(made, folder, { recursive: true })
  return folder
}

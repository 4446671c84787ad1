import { cpSync, existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seedDemoCounty } from '../../functions/commands/seed-demo'
import { freePort } from '../../functions/local/ports'
import { startStage } from '../../functions/local/stage'

const newFolder = () => mkdtempSync(join(tmpdir(), 'stage-'))

/** A folder of one's own with the demo county, for a stage to start on. It is made once a run (TEST_RUN_FOLDER) and copied: making it takes twenty times as long. */
export const demoCounty = async (): Promise<string> => {
  const made = join(process.env.TEST_RUN_FOLDER ?? newFolder(), 'county')
  if (!existsSync(made)) {
    const stage = await startStage({ folder: made, apiPort: await freePort(), seed: async ({ table, putObject, signer }) => void (await seedDemoCounty({ table, files: { putObject }, signer, now: Date.now() })) })
    await stage.stop()
  }
  const folder = newFolder()
  cpSync(made, folder, { recursive: true })
  return folder
}

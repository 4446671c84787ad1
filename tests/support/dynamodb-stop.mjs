import { rmSync } from 'node:fs'

export default async () => {
  await globalThis.testDatabase?.stop()
  rmSync(process.env.TEST_RUN_FOLDER, { recursive: true, force: true })
}

import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { root } from '../../functions/local/root'
import { weappBuild } from './build'
import type { Visit } from './visit-page'

/** Visits the pages of a build, all or the named ones, in WeChat's component framework: what they show, and what they send to be drawn. Throws where it does not compile. */
export const visitsOf = (build: string = weappBuild, ...routes: string[]): Visit[] => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', fileURLToPath(new URL('visit.ts', import.meta.url)), build, ...routes], {
    cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, env: { ...process.env, NODE_OPTIONS: '' },
  })
  if (status !== 0) throw new Error(`The pages could not be visited: ${stderr}`)
  return stdout.split('\n').filter(Boolean).map((line) => JSON.parse(line) as Visit)
}

import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../local/root'

/**
 * Makes `folder`, the artifacts and template of a deployment, without network or credentials.
 * @returns whether it worked
 */
export const makeArtifacts = (stage: string, region: string, folder: string): Promise<boolean> => {
  rmSync(folder, { recursive: true, force: true })
  const env = { ...process.env, SLS_NOTIFICATIONS_MODE: 'off', SLS_TELEMETRY_DISABLED: '1', NODE_NO_WARNINGS: '1' }
  const args = [join(root, 'node_modules/serverless/bin/serverless.js'), 'package', '--stage', stage, '--region', region, '--package', folder]
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env })
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      process.stderr.write(chunk)
      // After a failed bundle esbuild's service keeps the framework from ending.
      if (/^Error:/m.test(chunk.toString())) setTimeout(() => child.kill(), 1000).unref()
    })
  }
  return new Promise((resolve) => child.once('exit', (code) => resolve(code === 0)))
}

// The one door of every npm script: installs what the lock file names and is missing, then runs the command in TypeScript.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const [command, ...args] = process.argv.slice(2)

// Not `npm ci`: Taro names bindings for other systems that were never published, and `ci` refuses a lock file without them.
const installed = `${root}node_modules/.package-lock.json`
const stale = !existsSync(installed) || statSync(`${root}package-lock.json`).mtimeMs > statSync(installed).mtimeMs + 1000
if (!existsSync(installed) || (stale && ['start', 'test'].includes(command))) {
  console.error('Installing what is missing from the lock file …')
  const { status } = spawnSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, stdio: ['ignore', 2, 2] })
  if (status !== 0) {
    console.error('npm install failed: see the lines above. Is the npm registry reachable?')
    process.exit(status ?? 1)
  }
}

const child = spawn(process.execPath, ['--import', 'tsx', `${root}functions/commands/${command}.ts`, ...args], { cwd: root, stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))

import { spawnSync } from 'node:child_process'
import { root } from '../local/root'

export interface Step {
  name: string
  args: string[]
  env?: Record<string, string>
  cwd?: string
}

/** Runs one step with its output shown, and says how it went and how long it took. */
export const run = ({ name, args: [program = '', ...args], env, cwd }: Step): boolean => {
  const began = Date.now()
  console.log(`\n▶ ${name}`)
  const { status } = spawnSync(program === 'node' ? process.execPath : `${root}node_modules/.bin/${program}`, args, { cwd: cwd ?? root, stdio: 'inherit', env: { ...process.env, ...env } })
  console.log(`${status === 0 ? '✔' : '✘'} ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`)
  return status === 0
}

import { type ChildProcess, spawn } from 'node:child_process'

/**
 * The command runs until its standard input closes. The kernel closes it when this process ends, however it ends (kill -9 included), so
 * nothing is left running. A shell does it, in a session of its own: a Ctrl-C in the terminal must not take the database from
 * under a stack that is just finishing.
 */
const script = 'exec 3<&0; "$@" </dev/null 3<&- & child=$!; trap "kill $child" TERM; (cat <&3 >/dev/null; kill $child) 2>/dev/null & wait $child'

export interface GuardedProcess {
  process: ChildProcess
  /** Resolves when it has ended, with the last lines it wrote to its standard error. */
  ended: Promise<string>
  stop(): Promise<void>
}

export const startGuarded = (command: string, args: string[], cwd: string): GuardedProcess => {
  const child = spawn('/bin/sh', ['-c', script, 'sh', command, ...args], { cwd, detached: true, stdio: ['pipe', 'ignore', 'pipe'] })
  let tail = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    tail = (tail + chunk).slice(-2000)
  })
  const ended = new Promise<string>((resolve) => {
    child.once('error', (fault) => resolve(fault.message))
    child.once('exit', () => {
      child.stdin?.destroy()
      resolve(tail.trim())
    })
  })
  return {
    process: child,
    ended,
    stop: async () => {
      child.stdin?.end()
      const hard = setTimeout(() => child.pid && process.kill(-child.pid, 'SIGKILL'), 5000)
      await ended
      clearTimeout(hard)
    },
  }
}

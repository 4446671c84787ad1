import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const oldest = 17
export const howToInstall = `DynamoDB Local needs Java ${oldest} or newer: install it (Debian or Ubuntu: apt-get install default-jre-headless; macOS: brew install openjdk) or point JAVA_HOME at one.`

/** The major version `java -version` tells, or 0 where the command does not run. */
const versionOf = async (command: string): Promise<number> => {
  try {
    const { stdout, stderr } = await run(command, ['-version'], { timeout: 20_000 })
    return Number(/version "(\d+)/.exec(stdout + stderr)?.[1] ?? 0)
  } catch {
    return 0
  }
}

const usable = async (commands: string[]): Promise<string | undefined> => {
  for (const command of commands) if ((await versionOf(command)) >= oldest) return command
  return undefined
}

/** A runtime that `njre` put under `folder` earlier. */
const fetched = (folder: string): string[] => {
  const jre = join(folder, 'jre')
  if (!existsSync(jre)) return []
  return readdirSync(jre).flatMap((name) => [join(jre, name, 'bin', 'java'), join(jre, name, 'Contents', 'Home', 'bin', 'java')])
}

const fetchRuntime = async (folder: string): Promise<void> => {
  const { default: njre } = await import('njre')
  mkdirSync(folder, { recursive: true })
  await njre.install(oldest, { type: 'jre', installPath: join(folder, 'here') })
}

const withTimeout = <T>(promise: Promise<T>, ms: number): Promise<T> =>
  Promise.race([promise, new Promise<never>((_, reject) => setTimeout(reject, ms, new Error(`no answer in ${ms / 1000} s`)).unref())])

/**
 * A Java that can run DynamoDB Local: JAVA_HOME, then PATH, then one fetched earlier, then one fetched now into `folder`
 * (Eclipse Temurin by `njre`, 90 s at most), then Debian's own where we are root.
 * @throws Error with one line that says what to install, where none of these works
 */
export const findJava = async (folder: string, say: (line: string) => void = console.error): Promise<string> => {
  const home = process.env.JAVA_HOME
  const present = await usable([...(home ? [join(home, 'bin', 'java')] : []), 'java', ...fetched(folder)])
  if (present) return present
  say(`No Java ${oldest} here: fetching one …`)
  const ways: (() => Promise<unknown>)[] = [() => withTimeout(fetchRuntime(folder), 90_000)]
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    ways.push(async () => {
      await run('apt-get', ['update', '-qq'], { timeout: 60_000 }).catch(() => undefined)
      await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'default-jre-headless'], { timeout: 180_000, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
    })
  }
  for (const way of ways) {
    try {
      await way()
      const now = await usable([...fetched(folder), 'java'])
      if (now) return now
    } catch (fault) {
      say(`  ${fault instanceof Error ? fault.message.split('\n')[0] : fault}`)
    }
  }
  throw new Error(howToInstall)
}

import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Answer } from '@shared/contract'
import { isFree } from '../local/ports'
import { root } from '../local/root'
import { forgetStage, type LocalStage, type StageOptions, startStage } from '../local/stage'
import { startStaticApp } from '../local/static-app'
import { progressLine } from './progress-line'
import { seedDemoCounty } from './seed-demo'
import { run } from './steps'

/** `npm start`: the whole product on this machine, with a demo county. `-- --fresh` begins anew. API_PORT and APP_PORT move it. */
const apiPort = Number(process.env.API_PORT ?? 3000)
const appPort = Number(process.env.APP_PORT ?? 10086)
const folder = process.env.STAGE_FOLDER ?? join(root, '.local', 'stage')
const built = join(root, 'miniapp', 'dist', 'h5')

for (const [port, variable] of [[apiPort, 'API_PORT'], [appPort, 'APP_PORT']] as const) {
  if (await isFree(port)) continue
  console.error(`Port ${port} is taken. Stop what uses it, or choose another: ${variable}=${port + 1} npm start`)
  process.exit(1)
}

/** What the app is built from: names, sizes and times of its sources, and the API's address. */
const sourcesOf = (path: string): string[] =>
  statSync(path).isDirectory() ? readdirSync(path).filter((name) => name !== 'dist').sort().flatMap((name) => sourcesOf(join(path, name))) : [`${path} ${statSync(path).size} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`]
const buildApp = (): void => {
  const mark = join(root, '.local', 'built-h5')
  const now = createHash('sha256').update([...sourcesOf(join(root, 'miniapp')), ...sourcesOf(join(root, 'shared')), String(apiPort)].join('\n')).digest('hex')
  if (existsSync(join(built, 'index.html')) && existsSync(mark) && readFileSync(mark, 'utf8') === now) return
  const done = run({ name: 'building the app', args: ['node', '--import', 'tsx', join(root, 'functions/commands/build.ts'), 'h5'], env: { TARO_APP_API: `http://127.0.0.1:${apiPort}` } })
  if (!done) process.exit(1)
  mkdirSync(join(root, '.local'), { recursive: true })
  writeFileSync(mark, now)
}

if (process.argv.includes('--fresh')) forgetStage(folder)
buildApp()
const seeded = join(folder, 'seeded')
// A first start that was stopped half-way begins anew.
if (existsSync(folder) && !existsSync(seeded)) forgetStage(folder)
const seed = async (to: Parameters<NonNullable<StageOptions['seed']>>[0]) => {
  const lines = new Map(['entries', 'photos', 'progress'].map((step) => [step, progressLine(`Demo county: ${step}`)]))
  await seedDemoCounty({ table: to.table, files: to, signer: to.signer, now: Date.now(), onProgress: (step, done, all) => lines.get(step)?.(done, all) })
}
let stage: LocalStage | undefined
let stopping = false
const stop = async () => {
  if (stopping) return
  stopping = true
  await stage?.stop()
  process.exit(0)
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop())

const first = !existsSync(seeded)
stage = await startStage({ folder, apiPort, appUrl: `http://127.0.0.1:${appPort}/`, ...(first && { seed }) })
if (first) writeFileSync(seeded, new Date().toISOString())

await startStaticApp(built, appPort)

const people = (await (await fetch(`${stage.api}/v1/demo-accounts`)).json()) as Answer<'listDemoAccounts'>
console.log(`\nQingcheng is running. Stop it with Ctrl-C; data stays (npm start -- --fresh begins anew).\n\n  App   http://127.0.0.1:${appPort}\n  API   ${stage.api}   (docs: ${stage.api}/docs)\n\nSign in as:\n`)
console.table(people.map(({ code, name, role, scopeName }) => ({ code, name, role, scope: scopeName })))

import { spawn } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { root } from '../local/root'

/** One deployment a partition: the same code, and a template that names neither. */
const targets = [
  { partition: 'aws', region: 'eu-central-1' },
  { partition: 'aws-cn', region: 'cn-northwest-1' },
]

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`.padStart(10)

/**
 * Makes `folder` without network or credentials.
 * @returns whether it worked
 */
const makeArtifacts = (stage: string, region: string, folder: string): Promise<boolean> => {
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

const stage = process.argv[2] ?? 'prod'
if (stage === 'local') {
  console.error('The local stage is not deployed: name another, for example `npm run package -- prod`.')
  process.exit(1)
}
for (const { partition, region } of targets) {
  const folder = join(root, 'dist', partition)
  if (!(await makeArtifacts(stage, region, folder))) {
    console.error(`\nNo artifacts for ${partition}.`)
    process.exit(1)
  }
  const template = readFileSync(join(folder, 'cloudformation-template-update-stack.json'))
  console.log(`\n${partition} (${region}), stage ${stage}: ${folder}`)
  for (const zip of readdirSync(folder).filter((name) => name.endsWith('.zip')).sort()) console.log(`  ${zip.padEnd(24)}${kilobytes(statSync(join(folder, zip)).size)}`)
  console.log(`  ${'template'.padEnd(24)}${kilobytes(template.length)} (${kilobytes(gzipSync(template).length).trim()} gzip)`)
}

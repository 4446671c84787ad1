import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { root } from '../local/root'
import { makeArtifacts } from './make-artifacts'

/** One deployment a partition: the same code, and a template that names neither. */
const targets = [
  { partition: 'aws', region: 'eu-central-1' },
  { partition: 'aws-cn', region: 'cn-northwest-1' },
]

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`.padStart(10)

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

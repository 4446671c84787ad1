import { rebuildProjections } from '../use-cases/rebuild-projections'
import { openCommandTable } from './command-table'
import { progressLine } from './progress-line'

/** `npm run rebuild`: throws the projections away and makes them again from the ledger; `-- --check` only compares, and fails where any differs. */
const check = process.argv.includes('--check')
const { context, close } = await openCommandTable()
for (const county of (process.env.COUNTIES ?? 'wangcang,qingchuan').split(',')) {
  const { people, differing } = await rebuildProjections(context, county, { check, onProgress: progressLine(county) })
  console.log(`${county}: ${people} people, ${differing} ${check ? 'differ from the ledger' : 'differed and were made again'}`)
  if (check && differing > 0) process.exitCode = 1
}
await close()

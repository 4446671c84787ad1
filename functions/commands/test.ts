import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { root } from '../local/root'
import { checkSteps } from './check-steps'
import { run, type Step } from './steps'

/**
 * `npm test`: every check there is. Static checks and builds count as one each, the rest as many as Jest ran. Ends with `N passed, N failed`.
 * A path given after it runs only the Jest tests under it.
 */
const only = process.argv.slice(2)
const report = `${root}.local/jest-report.json`
let passed = 0
let failed = 0

const count = (ok: boolean) => {
  if (ok) passed++
  else failed++
}

const builds: Step[] = [
  { name: 'build for WeChat', args: ['node', '--import', 'tsx', `${root}functions/commands/build.ts`, 'weapp'] },
  { name: 'build for H5', args: ['node', '--import', 'tsx', `${root}functions/commands/build.ts`, 'h5'] },
]

const jest = (paths: string[], workers = 2) => {
  mkdirSync(`${root}.local`, { recursive: true })
  rmSync(report, { force: true })
  const ok = run({
    name: 'tests',
    args: ['jest', '--json', `--outputFile=${report}`, `--maxWorkers=${workers}`, ...paths],
    env: { NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning' },
  })
  try {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(report, 'utf8'))
    passed += numPassedTests
    failed += numFailedTests + numRuntimeErrorTestSuites
    if (!ok && numFailedTests + numRuntimeErrorTestSuites === 0) failed++
  } catch {
    failed++
  }
}

if (only.length) jest(only)
else {
  for (const step of [...checkSteps, ...builds]) count(run(step))
  jest(['--testPathIgnorePatterns', 'tests/e2e'])
  // A browser beside two busy workers is slow for the wrong reason: its journeys come last and alone.
  jest(['tests/e2e'], 1)
}
console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed ? 1 : 0)

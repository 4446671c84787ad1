import { root } from '../local/root'
import { run, type Step } from './steps'

const command = (name: string, ...args: string[]) => ['node', '--import', 'tsx', `${root}functions/commands/${name}.ts`, ...args]

/** `npm run bench`: builds what is measured, then the figures beside their goals; also written to bench/results.json. */
const steps: Step[] = [
  { name: 'artifacts', args: command('package', 'prod') },
  { name: 'build for WeChat', args: command('build', 'weapp') },
  { name: 'build for H5', args: command('build', 'h5'), env: { TARO_APP_API: 'http://127.0.0.1:3000' } },
  { name: 'bench', args: ['node', '--import', 'tsx', 'tests/bench/run.ts'], env: { NODE_NO_WARNINGS: '1' } },
]
process.exit(steps.every((step) => run(step)) ? 0 : 1)

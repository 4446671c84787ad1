import { run } from './steps'

/** `npm run bench`: the figures that can be measured here, beside their goals; also written to bench/results.json. */
process.exit(run({ name: 'bench', args: ['node', '--import', 'tsx', 'tests/bench/run.ts'] }) ? 0 : 1)

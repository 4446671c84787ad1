import type { Step } from './steps'

/** What reads the code without running it: types, lint, the rules of the house, unused code. */
export const checkSteps: Step[] = [
  { name: 'types', args: ['tsc', '--noEmit', '-p', 'tsconfig.json'] },
  { name: 'lint', args: ['biome', 'lint', '.', '--max-diagnostics=50'] },
  { name: 'architecture', args: ['depcruise', 'shared', 'functions', 'miniapp/src', '--config', '.dependency-cruiser.cjs'] },
  { name: 'unused code', args: ['knip'] },
]

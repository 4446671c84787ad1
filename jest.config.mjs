/** Every test is TypeScript, run as ES modules; `npm test` sets --experimental-vm-modules. */
export default {
  testEnvironment: 'node',
  // Nothing here measures speed: a busy machine is no failure.
  testTimeout: 120_000,
  globalSetup: '<rootDir>/tests/support/dynamodb-start.mjs',
  globalTeardown: '<rootDir>/tests/support/dynamodb-stop.mjs',
  testSequencer: '<rootDir>/tests/support/slow-first.mjs',
  testMatch: ['<rootDir>/tests/**/*.test.{ts,tsx}'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: { '^@shared/(.*)$': '<rootDir>/shared/$1', '^@/(.*)$': '<rootDir>/miniapp/src/$1' },
  transform: {
    '^.+\\.tsx?$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } } }, module: { type: 'es6' } }],
  },
}

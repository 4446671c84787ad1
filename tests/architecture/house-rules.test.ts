import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'

interface Cruise {
  modules: { source: string }[]
  summary: { violations: { rule: { name: string }; from: string }[]; totalCruised: number }
}
const cruise = (): Cruise => {
  try {
    return JSON.parse(execFileSync('node_modules/.bin/depcruise', ['shared', 'functions', 'miniapp/src', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'], { maxBuffer: 1 << 28 }).toString())
  } catch (error) {
    return JSON.parse((error as { stdout: Buffer }).stdout.toString())
  }
}

test('the check reads the code: every room, hundreds of modules', () => {
  const { modules } = cruise()
  for (const [room, least] of [['shared/', 25], ['functions/', 100], ['miniapp/src/', 60]] as const) expect(modules.filter(({ source }) => source.startsWith(room)).length).toBeGreaterThan(least)
}, 60_000)

const planted: [string, string, string][] = [
  ['shared-does-no-io', 'shared/rules/planted.ts', "import { readFileSync } from 'node:fs'\nexport const planted = readFileSync\n"],
  ['shared-stands-alone', 'shared/model/planted.ts', "import { keys } from '../../functions/store/keys'\nexport const planted = keys\n"],
  ['core-is-pure', 'functions/core/planted.ts', "import { keys } from '../store/keys'\nexport const planted = keys\n"],
  ['only-the-store-names-dynamodb', 'functions/use-cases/planted.ts', "import { DynamoDBClient } from '@aws-sdk/client-dynamodb'\nexport const planted = DynamoDBClient\n"],
  ['miniapp-not-functions', 'miniapp/src/planted.ts', "import { keys } from '../../functions/store/keys'\nexport const planted = keys\n"],
  ['miniapp-takes-only-types-of-the-contract', 'miniapp/src/planted.ts', "import { endpoints } from '@shared/contract'\nexport const planted = endpoints\n"],
]
test('each planted violation is found', () => {
  const files = [...new Set(planted.map(([, file]) => file))]
  try {
    for (const file of files) {
      mkdirSync(file.slice(0, file.lastIndexOf('/')), { recursive: true })
      writeFileSync(file, planted.filter(([, at]) => at === file).map(([, , text], i) => text.replaceAll('planted', `planted${i}`).replaceAll('keys ', 'keys ')).map((text, i) => text.replace(/import \{ (\w+) \}/, `import { $1 as named${i} }`).replace(/= \w+\n$/, `= named${i}\n`)).join(''))
    }
    const { violations } = cruise().summary
    for (const [rule, file] of planted) expect(violations.map(({ rule: { name }, from }) => `${name} ${from}`)).toContain(`${rule} ${file}`)
  } finally {
    for (const file of files) rmSync(file, { force: true })
  }
}, 60_000)

import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { evaluateLine } from '@shared/rules/evaluate-line'
import { defaultRuleSet } from '@shared/rules/default-rule-set'

const read = (name: string) => readFileSync(`tests/vectors/${name}`, 'utf8')
const lines = (name: string) => read(name).trimEnd().split('\n')

test.each(lines('cases.ndjson').map((line, i) => [i + 1, line, lines('results.ndjson')[i]]))('case %i', (_n, line, result) => {
  expect(evaluateLine(line as string, 1).out).toBe(result)
})

test.each((JSON.parse(read('invalid.json')) as { why: string; line: string; path: string }[]).map(({ why, line, path }) => [why, line, path] as const))('invalid: %s', (_why, line, path) => {
  expect(JSON.parse(evaluateLine(line, 7).out)).toMatchObject({ error: { line: 7, path, message: expect.any(String) } })
})

test('the default rule set is the one of the vectors', () => {
  expect(defaultRuleSet).toEqual(JSON.parse(read('default-rule-set.json')))
})

const base = JSON.parse(lines('cases.ndjson')[0] as string)
type Loose = Record<string, never>
const broken = (change: (one: Loose & { ruleSet: Loose; records: Loose[] }) => void) => {
  const one = structuredClone(base)
  change(one)
  return JSON.parse(evaluateLine(JSON.stringify(one), 1).out).error?.path
}
test.each<[string, (one: never) => void, string | undefined]>([
  ['asOf missing', (one: { asOf?: string }) => delete one.asOf, 'asOf'],
  ['a null is not absence', (one: { exams: null }) => { one.exams = null }, 'exams'],
  ['a rule set that is a list', (one: { ruleSet: unknown }) => { one.ruleSet = [] }, 'ruleSet'],
  ['an unknown zone', (one: { ruleSet: { timeZone: string } }) => { one.ruleSet.timeZone = 'Asia/Wangcang' }, 'ruleSet.timeZone'],
  ['an offset is no zone', (one: { ruleSet: { timeZone: string } }) => { one.ruleSet.timeZone = '+08:00' }, 'ruleSet.timeZone'],
  ['a policy’s cap', (one: { ruleSet: { counting: { volunteering: { perDayAtMost: number } } } }) => { one.ruleSet.counting.volunteering.perDayAtMost = -1 }, 'ruleSet.counting.volunteering.perDayAtMost'],
  ['a window’s kind', (one: { ruleSet: { requirements: { window: { kind: string } }[] } }) => { (one.ruleSet.requirements[1] as { window: { kind: string } }).window.kind = 'weekly' }, 'ruleSet.requirements[1].window.kind'],
  ['the first of two faults', (one: { person: { birthDate: string }; records: { quantity: number }[] }) => { one.person.birthDate = '2011-13-01'; (one.records[0] as { quantity: number }).quantity = -1 }, 'person.birthDate'],
  ['an off requirement is validated', (one: { ruleSet: { requirements: { enforcement: string; atLeast: number }[] } }) => { Object.assign(one.ruleSet.requirements[1] as object, { enforcement: 'off', atLeast: 1.5 }) }, 'ruleSet.requirements[1].atLeast'],
  ['a points rule', (one: { ruleSet: { requirements: { rules: { per: number }[] }[] } }) => { ((one.ruleSet.requirements[7] as { rules: { per: number }[] }).rules[1] as { per: number }).per = 0 }, 'ruleSet.requirements[7].rules[1].per'],
  ['a name from Object’s prototype', (one: { records: { category: string }[] }) => { (one.records[0] as { category: string }).category = 'constructor' }, 'records[0].category'],
  ['a fraction finer than a millisecond is cut off', (one: { records: { startedAt: string; endedAt: string }[] }) => { Object.assign(one.records[0] as object, { startedAt: '2026-05-01T01:00:00.0009Z', endedAt: '2026-05-01T01:00:00.0001Z' }) }, undefined],
  ['an unknown further field', (one: { colour: string }) => { one.colour = 'green' }, undefined],
])('%s', (_what, change, path) => {
  expect(broken(change as never)).toBe(path)
})

test('the command streams: bytes that are not UTF-8, blank lines and CRLF keep their place, and the exit status is 1', () => {
  const [first = '', second = ''] = lines('cases.ndjson')
  const input = Buffer.concat([Buffer.from(`${first}\r\n\n`), Buffer.from([0x22, 0xff, 0x22, 0x0a]), Buffer.from(second)])
  const run = spawnSync(process.execPath, ['--import', 'tsx', 'functions/commands/evaluate.ts'], { input, env: { ...process.env, NODE_OPTIONS: '' } })
  const out = run.stdout.toString().trimEnd().split('\n')
  expect(run.status).toBe(1)
  expect([out[0], out[3]]).toEqual(lines('results.ndjson').slice(0, 2))
  expect([out[1], out[2]].map((line) => JSON.parse(line as string).error)).toMatchObject([{ line: 2, path: '' }, { line: 3, path: '' }])
})

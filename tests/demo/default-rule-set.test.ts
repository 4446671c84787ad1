import { readFileSync } from 'node:fs'
import { defaultRuleSet } from '@shared/rules/default-rule-set'

test('the default rule set is the vectors’ one', () => {
  const vectors: unknown = JSON.parse(readFileSync('tests/vectors/default-rule-set.json', 'utf8'))
  expect(defaultRuleSet).toEqual(vectors)
})

/** The subset of event filtering (Lambda developer guide, "Filter rule syntax") that serverless.yml uses: equality, `prefix`, `exists` and `anything-but`. */
type Test = (value: unknown) => boolean

const ruleOf = (rule: unknown): Test => {
  if (rule === null || typeof rule !== 'object') return (value) => value === rule
  const [name, wanted] = Object.entries(rule)[0] ?? []
  if (name === 'prefix') return (value) => typeof value === 'string' && value.startsWith(String(wanted))
  if (name === 'exists') return (value) => (value !== undefined) === wanted
  if (name === 'anything-but') return (value) => value !== undefined && ![wanted].flat().includes(value)
  throw new Error(`The local stage does not know the filter rule ${JSON.stringify(rule)}.`)
}

const testOf = (pattern: unknown): Test => {
  if (Array.isArray(pattern)) {
    const rules = pattern.map(ruleOf)
    return (value) => rules.some((rule) => rule(value))
  }
  const tests = Object.entries(pattern as object).map(([name, inner]) => [name, testOf(inner)] as const)
  return (value) => tests.every(([name, test]) => test((value as Record<string, unknown> | undefined)?.[name]))
}

/**
 * Whether a stream's record passes any of the patterns; with none, all pass.
 * @throws Error where a pattern has a rule of another kind
 */
export const filterOf = (patterns: readonly unknown[]): Test => {
  const tests = patterns.map(testOf)
  return (record) => tests.length === 0 || tests.some((test) => test(record))
}

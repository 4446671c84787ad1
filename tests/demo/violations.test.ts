import type { Violation } from '@shared/model/violation'
import { lastOf } from '@shared/rules/application-order'
import { chineseWorkdays } from '../../functions/calendars/chinese-workdays'
import { foldApplications } from '../../functions/core/fold-application'
import { type AuditFacts, beyondQuota, violationsOf } from '../../functions/core/violations'
import { type DemoCounty, generateCounty } from '../../functions/demo/county'
import type { DemoStep } from '../../functions/demo/applications'
import { drawPictures } from '../../functions/demo/pictures'
import type { DemoPolicy } from '../../functions/demo/policy'
import type { PlantedKey } from '../../functions/demo/violations'
import { entriesNamed } from '../../functions/use-cases/known-entries'

/** What each planted one is found by, and at which steps. */
const codes: Record<PlantedKey, string[]> = {
  'under-age': ['age-at-letter apply'], 'over-age': ['age-at-meeting vote'], 'seven-lessons': ['lessons propose-candidate', 'lessons vote'], 'exam-failed': ['exam propose-candidate', 'exam vote'], 'two-months': ['months-as-activist propose-candidate'],
  'short-notice': ['notice-short close-notice'], 'form-on-lesson': ['form-before-lesson fill-form'], 'introducer-elsewhere': ['introducer-not-member fill-form'], 'no-majority': ['no-majority vote'], 'approver-reviewed': ['approver-reviewed approve'],
  'number-outside': ['number-outside pre-review'], 'over-quota': ['quota-exceeded pre-review'],
}

/** What every archived application of the county is checked by, as it was generated. */
const factsOf = (county: DemoCounty): { planted: PlantedKey | undefined; facts: AuditFacts }[] => {
  const policy = county.policies[0] as DemoPolicy
  const members = new Map(county.students.map(({ personId, branch, leagueMember }) => [personId, { branch, since: leagueMember?.since }]))
  const holders = [...county.applications].flatMap(([personId, steps]) => foldApplications(steps).flatMap((one) => {
    const reserved = lastOf(one, 'pre-review')
    return reserved && !['rejected', 'withdrawn', 'terminated'].includes(one.state) ? reserved.facts.quota.map((line) => ({ line: `${line} ${reserved.at.slice(0, 4)}`, personId, at: reserved.at })) : []
  }))
  const beyond = beyondQuota(county.plan.allQuotas().map(({ branch, grade, quota, year }) => ({ key: `${branch}#${grade} ${year}`, quota })), holders)
  return [...county.applications].flatMap(([personId, all]) => foldApplications(all).filter(({ state }) => state === 'archived').map(({ steps }) => {
    const student = county.students.find((one) => one.personId === personId)
    const last = steps.at(-1)
    const entries = county.ledgers.get(personId) ?? []
    return { planted: county.cast.get(personId)?.planted, facts: {
      person: { personId, birthDate: student?.birthDate, branch: student?.branch }, steps: steps as DemoStep[], head: last && { applicationId: last.applicationId, count: last.seq, hash: last.hash, at: last.at, keyId: '', signature: '' }, timeZone: 'Asia/Shanghai',
      procedures: [county.procedure], ruleSets: [...policy.versions].reverse(), issues: policy.issueEntries, entries, entriesNamed: (known) => entriesNamed(entries, known).found, calendar: chineseWorkdays, members,
      ranges: county.plan.allRanges(), owner: county.plan.numbers.find(({ number }) => number === lastOf({ steps }, 'pre-review')?.facts.number)?.personId, beyond: beyond.get(personId) ?? [],
    } }
  }))
}
/** The check over all of them. */
const check = (county: DemoCounty): { planted: PlantedKey | undefined; violations: Violation[] }[] => factsOf(county).map(({ planted, facts }) => ({ planted, violations: violationsOf(facts) }))

test.each(['2026-11-25', '2026-01-05', '2028-02-29'])('as of %s the check finds each of the twelve that are planted, by its code, and nothing else', async (today) => {
  const found = check(generateCounty(today, await drawPictures()))
  expect(found.length).toBeGreaterThan(25)
  const faulty = found.filter(({ violations }) => violations.length > 0)
  expect(Object.fromEntries(faulty.map(({ planted, violations }) => [planted ?? 'not planted', violations.map(({ code, act }) => `${code} ${act}`)]))).toEqual(codes)
  expect(faulty).toHaveLength(12)
}, 120_000)

describe('what nobody planted', () => {
  let clean: AuditFacts
  beforeAll(async () => {
    const held = factsOf(generateCounty('2026-11-25', await drawPictures())).find(({ planted, facts }) => planted === undefined && facts.steps.some((step) => step.act === 'pre-review'))
    if (!held) throw new Error('Nobody was archived as it should be')
    clean = held.facts
  }, 120_000)
  const steps = () => clean.steps as DemoStep[]
  const codesOf = (change: Partial<AuditFacts>) => [...new Set(violationsOf({ ...clean, ...change }).map(({ code }) => code))]
  /** One step said otherwise, with the rest of its chain as it was. */
  const said = (act: string, change: Record<string, unknown>) => codesOf({ steps: steps().map((step) => (step.act === act ? ({ ...step, facts: { ...step.facts, ...change } } as unknown as DemoStep) : step)) })

  test('holds as it is', () => expect(codesOf({})).toEqual([]))
  test('a trail that was cut off, changed, or whose words were changed; a head that is gone or of another key', () => {
    expect(codesOf({ steps: steps().slice(0, -1) })).toEqual(['head'])
    expect(codesOf({ head: undefined })).toEqual(['head'])
    expect(codesOf({ signed: false })).toEqual(['head'])
    expect(codesOf({ steps: steps().map((step, i) => (i === 1 ? ({ ...step, texts: { talker: '别人', notes: '改过' } } as DemoStep) : step)) })).toEqual(['seal'])
    // Where texts were erased there is nothing to compare, and the chain still fits.
    expect(codesOf({ steps: steps().map(({ salt, texts, evaluated, ...step }) => step as unknown as DemoStep) })).toEqual([])
    expect(said('swear-in', { date: '2020-01-01' })).toEqual(['chain', 'dates-order'])
    expect(codesOf({ steps: steps().filter(({ act }) => act !== 'talk') })).toEqual(expect.arrayContaining(['chain', 'step-order', 'step-missing']))
  })
  test('numbers, places and members as the registers have them', () => {
    expect(codesOf({ owner: 'p-somebody-else' })).toEqual(['number-twice'])
    expect(codesOf({ ranges: [] })).toEqual(['number-outside'])
    expect(codesOf({ beyond: ['a line'] })).toEqual(['quota-exceeded'])
    expect(codesOf({ members: new Map() })).toEqual(['introducer-not-member'])
    expect(codesOf({ members: new Map([...clean.members].map(([id, one]) => [id, { ...one, since: '2099-01-01' }])) })).toEqual(['introducer-not-member'])
    expect(said('file', { number: '202651999999' })).toEqual(['chain', 'number-changed'])
    expect(said('pre-review', { number: 'abc' })).toEqual(expect.arrayContaining(['number-form']))
  })
  test('another procedure or other rules in force on the day, a working day that nobody knows, and votes that do not add up', () => {
    const [procedure] = clean.procedures
    if (!procedure) throw new Error('No procedure')
    expect(codesOf({ procedures: [procedure, { ...procedure, version: 2, effectiveFrom: '2024-01-01' }] })).toEqual(['wrong-procedure'])
    expect(codesOf({ ruleSets: clean.ruleSets.filter(({ ruleSet }) => ruleSet.version === 1) })).toContain('wrong-rules')
    expect(codesOf({ procedures: [{ ...procedure, content: { ...procedure.content, workdays: [] } }], calendar: () => undefined })).toEqual(['notice-calendar'])
    expect(said('vote', { present: 1, for: 2, against: 0, abstain: 0, shouldAttend: 9 })).toEqual(expect.arrayContaining(['tally', 'no-quorum', 'no-majority']))
    expect(said('fill-form', { introducers: [clean.person.personId, clean.person.personId] })).toEqual(expect.arrayContaining(['introducers']))
  })
})

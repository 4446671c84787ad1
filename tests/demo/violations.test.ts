import type { Violation } from '@shared/model/violation'
import { lastOf } from '@shared/rules/application-order'
import { chineseWorkdays } from '../../functions/calendars/chinese-workdays'
import { foldApplications } from '../../functions/core/fold-application'
import { beyondQuota, violationsOf } from '../../functions/core/violations'
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

/** The check over every archived application of the county, as it was generated. */
const check = (county: DemoCounty): Map<string, { planted: PlantedKey | undefined; violations: Violation[] }> => {
  const policy = county.policies[0] as DemoPolicy
  const members = new Map(county.students.map(({ personId, branch, leagueMember }) => [personId, { branch, since: leagueMember?.since }]))
  const holders = [...county.applications].flatMap(([personId, steps]) => foldApplications(steps).flatMap((one) => {
    const reserved = lastOf(one, 'pre-review')
    return reserved && !['rejected', 'withdrawn', 'terminated'].includes(one.state) ? reserved.facts.quota.map((line) => ({ line: `${line} ${reserved.at.slice(0, 4)}`, personId, at: reserved.at })) : []
  }))
  const beyond = beyondQuota(county.plan.allQuotas().map(({ branch, grade, quota, year }) => ({ key: `${branch}#${grade} ${year}`, quota })), holders)
  return new Map([...county.applications].flatMap(([personId, all]) => foldApplications(all).filter(({ state }) => state === 'archived').map(({ steps }) => {
    const student = county.students.find((one) => one.personId === personId)
    const last = steps.at(-1)
    const entries = county.ledgers.get(personId) ?? []
    return [personId, { planted: county.cast.get(personId)?.planted, violations: violationsOf({
      person: { personId, birthDate: student?.birthDate, branch: student?.branch }, steps: steps as DemoStep[], head: last && { applicationId: last.applicationId, count: last.seq, hash: last.hash, at: last.at, keyId: '', signature: '' }, timeZone: 'Asia/Shanghai',
      procedures: [county.procedure], ruleSets: [...policy.versions].reverse(), issues: policy.issueEntries, entries, entriesNamed: (known) => entriesNamed(entries, known).found, calendar: chineseWorkdays, members,
      ranges: county.plan.allRanges(), owner: county.plan.numbers.find(({ number }) => number === lastOf({ steps }, 'pre-review')?.facts.number)?.personId, beyond: beyond.get(personId) ?? [],
    }) }] as const
  })))
}

test.each(['2026-11-25', '2026-01-05', '2028-02-29'])('as of %s the check finds each of the twelve that are planted, by its code, and nothing else', async (today) => {
  const found = [...check(generateCounty(today, await drawPictures())).values()]
  expect(found.length).toBeGreaterThan(25)
  const faulty = found.filter(({ violations }) => violations.length > 0)
  expect(Object.fromEntries(faulty.map(({ planted, violations }) => [planted ?? 'not planted', violations.map(({ code, act }) => `${code} ${act}`)]))).toEqual(codes)
  expect(faulty).toHaveLength(12)
}, 120_000)

import type { ApplicationStep } from '@shared/model/application'
import type { Case } from '@shared/model/rules'
import { defaultProcedure } from '@shared/rules/default-procedure'
import { defaultRuleSet } from '@shared/rules/default-rule-set'
import { chineseWorkdays } from '../../functions/calendars/chinese-workdays'
import { type ActFacts, silentIntroducers } from '../../functions/core/act-conditions'
import type { ActInput } from '../../functions/core/act-input'
import { actOnApplication } from '../../functions/core/act-on-application'
import { admissionTimeline } from '../../functions/core/admission-timeline'
import { faultOfChain } from '../../functions/core/audit-chain'
import { chainStep } from '../../functions/core/chain-step'
import { foldApplication } from '../../functions/core/fold-application'

const branch = 'wangcang.s01.b01'
const secretary = { personId: 'secretary', roles: [{ name: 'branch-secretary' as const, scope: branch }] }
const school = { personId: 'school', roles: [{ name: 'committee' as const, scope: 'wangcang.s01' }] }
const county = { personId: 'county', roles: [{ name: 'county-committee' as const, scope: 'wangcang' }] }
const applicant = { personId: 'applicant', roles: [{ name: 'student' as const, scope: branch }] }
const actors = { secretary, school, county, applicant }

/** Somebody who has done all that the rules ask for, in the spring of 2026. */
const doneBy = (asOf: string): Case => ({
  asOf, ruleSet: defaultRuleSet, person: { id: 'applicant', birthDate: '2010-03-01' }, studyIssues: [{ id: 'i1', publishedAt: '2026-01-05T00:00:00Z' }],
  exams: [{ id: 'e', course: 'league-class', takenAt: '2026-01-20T08:00:00Z', score: 90 }],
  records: [
    ...Array.from({ length: 8 }, (_, i) => ['civics-class', 'league-class'].map((category) => ({ id: `${category}-${i}`, category, status: 'approved' as const, startedAt: `2026-01-1${i}T01:00:00Z`, endedAt: `2026-01-1${i}T02:00:00Z`, quantity: 1, distinctKey: `l${i}` }))).flat(),
    ...[1, 2, 3].map((i) => ({ id: `v${i}`, category: 'volunteering', status: 'approved' as const, startedAt: `2026-01-0${i}T00:00:00Z`, endedAt: `2026-01-0${i}T08:00:00Z`, quantity: 480 })),
    { id: 's', category: 'youth-study', status: 'approved', startedAt: '2026-01-06T01:00:00Z', endedAt: '2026-01-06T02:00:00Z', quantity: 1, distinctKey: 'i1' },
    { id: 'q', category: 'quality-activity', status: 'approved', startedAt: '2026-01-07T01:00:00Z', endedAt: '2026-01-07T02:00:00Z', quantity: 1 },
  ],
})

const steps: ApplicationStep[] = []
const factsOn = (date: string, more: Partial<ActFacts> = {}): ActFacts => ({
  personId: 'applicant', birthDate: '2010-03-01', application: foldApplication(steps), isMember: false, procedure: { version: 1, content: defaultProcedure }, timeZone: 'Asia/Shanghai', now: Date.parse(`${date}T02:00:00Z`),
  caseAt: (ms) => doneBy(new Date(ms).toISOString()), calendar: chineseWorkdays, reviewers: [], plan: { number: '202651000001', lines: [{ key: 'b#*', left: 1 }] }, ...more,
})
const people = new Map([['m1', { branch, isMember: true }], ['m2', { branch, isMember: true }], ['stranger', { branch: 'wangcang.s02.b01', isMember: true }]])
const act = (date: string, who: keyof typeof actors, input: ActInput, more: Partial<ActFacts> = {}) => actOnApplication(factsOn(date, more), { stepId: `s${steps.length + 1}`, actor: actors[who], input }, { branch, people })
const go = (date: string, who: keyof typeof actors, input: ActInput): ApplicationStep => {
  const made = act(date, who, input)
  if ('refused' in made) throw new Error(`${input.act} on ${date}: ${JSON.stringify(made)}`)
  const step = chainStep(made, { n: steps.length + 1, stepId: `s${steps.length + 1}`, applicationId: 'a1', at: `${date}T02:00:00.000Z`, by: actors[who].personId, procedure: 1, last: steps.at(-1), salt: '00' })
  steps.push(step)
  return step
}
const decision = (date: string) => ({ body: '支部委员会', date, attendance: 5, minutes: '第 1 次' })

test('from letter to archive: each refusal on the way, and the dates that are told', () => {
  expect(admissionTimeline(factsOn('2026-02-02')).earliestAdmission).toBe('2026-05-14')
  expect(act('2024-02-02', 'applicant', { act: 'apply', letter: '我志愿' })).toMatchObject({ refused: 'conditions-unmet', detail: { conditions: [{ key: 'procedure-age' }] } })
  expect(act('2026-02-02', 'applicant', { act: 'apply', letter: '我志愿' }, { isMember: true })).toMatchObject({ refused: 'already-member' })
  expect(go('2026-02-02', 'applicant', { act: 'apply', letter: '我志愿' }).to).toBe('applied')
  expect(act('2026-02-03', 'applicant', { act: 'apply', letter: '我又志愿' })).toMatchObject({ refused: 'application-open' })
  expect(act('2026-02-03', 'school', { act: 'talk', date: '2026-02-03', talker: '书记', notes: '谈' })).toMatchObject({ refused: 'not-allowed' })
  expect(act('2026-02-03', 'secretary', { act: 'talk', date: '2026-02-01', talker: '书记', notes: '谈' })).toMatchObject({ errors: [{ path: 'date', code: 'too-early' }] })
  expect(act('2026-03-10', 'secretary', { act: 'talk', date: '2026-03-03', talker: '书记', notes: '谈' })).toMatchObject({ facts: { late: true } })
  go('2026-02-03', 'secretary', { act: 'talk', date: '2026-02-03', talker: '书记', notes: '谈' })
  const name: ActInput = { act: 'name-activist', decision: decision('2026-02-04'), mentors: [{ personId: 'm1', name: '甲' }] }
  expect(act('2026-02-04', 'secretary', name)).toMatchObject({ refused: 'conditions-unmet', detail: { conditions: [{ key: 'routes', mend: 'take-route' }] } })
  go('2026-02-04', 'secretary', { act: 'record-route', route: 'peer-review', date: '2026-02-04', tally: { present: 10, for: 5, against: 5, abstain: 0 } })
  expect(act('2026-02-04', 'secretary', name)).toMatchObject({ refused: 'conditions-unmet' })
  expect(go('2026-02-04', 'secretary', { act: 'record-route', route: 'points' }).facts).toMatchObject({ route: 'points', needed: 60 })
  expect(act('2026-02-04', 'secretary', { ...name, mentors: [] })).toMatchObject({ errors: [{ path: 'mentors' }] })
  go('2026-02-04', 'secretary', name)
  expect(act('2026-02-05', 'secretary', { act: 'propose-candidate', decision: decision('2026-02-05') })).toMatchObject({ refused: 'application-not-open' })
  go('2026-02-10', 'secretary', { act: 'mentor-talk', date: '2026-02-10', mentor: 0, notes: '谈' })
  expect(act('2026-05-03', 'secretary', { act: 'propose-candidate', decision: decision('2026-05-03') })).toMatchObject({ detail: { conditions: [{ key: 'months-as-activist', earliest: '2026-05-04' }, { key: 'mentor-talks', achieved: 1, required: 2 }] } })
  go('2026-04-10', 'secretary', { act: 'mentor-talk', date: '2026-04-10', mentor: 0, notes: '谈' })
  expect(admissionTimeline(factsOn('2026-05-05')).milestones).toContainEqual({ state: 'cultivating', reached: '2026-02-10' })
  go('2026-05-06', 'secretary', { act: 'propose-candidate', decision: decision('2026-05-06') })
  expect(act('2026-05-06', 'school', { act: 'pre-review', decision: decision('2026-05-06'), reply: '同意' }, { plan: { number: '202651000001', lines: [{ key: 'b#*', left: 0 }] } })).toMatchObject({ detail: { conditions: [{ key: 'quota-left' }] } })
  expect(go('2026-05-06', 'school', { act: 'pre-review', decision: decision('2026-05-06'), reply: '同意' }).facts).toMatchObject({ number: '202651000001' })
  // 9 May 2026 is a Saturday that is worked for the holiday of 1 May.
  expect(go('2026-05-06', 'school', { act: 'open-notice', from: '2026-05-06', place: '公告栏' }).facts).toMatchObject({ until: '2026-05-13', masked: true })
  const objected = go('2026-05-08', 'school', { act: 'object', date: '2026-05-08', words: '有意见' })
  expect(act('2026-05-12', 'school', { act: 'close-notice' })).toMatchObject({ detail: { conditions: [{ key: 'notice-days', achieved: 4, required: 5, earliest: '2026-05-13' }, { key: 'objections-answered' }] } })
  go('2026-05-09', 'school', { act: 'answer-objection', of: objected.n, date: '2026-05-09', upheld: false, finding: '不属实' })
  go('2026-05-13', 'school', { act: 'close-notice' })
  const form = { ethnicity: '汉族', education: '第一中学', family: '父亲', statement: '我愿意' }
  expect(act('2026-05-13', 'applicant', { act: 'fill-form', form, introducers: ['m1', 'stranger'] })).toMatchObject({ errors: [{ path: 'introducers[1]' }] })
  go('2026-05-13', 'applicant', { act: 'fill-form', form, introducers: ['m1', 'm2'] })
  go('2026-05-14', 'secretary', { act: 'introduce', introducer: 'm1', date: '2026-05-14', opinion: '同意' })
  expect(silentIntroducers(foldApplication(steps))).toEqual(['m2'])
  const vote = { act: 'vote' as const, meetingId: 'meeting-1', date: '2026-05-15', shouldAttend: 10, secret: true, present: 8, for: 6, against: 1, abstain: 1 }
  expect(act('2026-05-15', 'secretary', vote)).toMatchObject({ detail: { conditions: [{ key: 'introducers-spoken' }] } })
  expect(act('2026-05-14', 'secretary', { act: 'introduce', introducer: 'm2', date: '2026-05-13', opinion: '同意' })).toMatchObject({ errors: [{ code: 'same-day' }] })
  go('2026-05-14', 'secretary', { act: 'introduce', introducer: 'm2', date: '2026-05-14', opinion: '同意' })
  // A form that is returned takes the opinions with it.
  const returned = act('2026-05-15', 'secretary', { act: 'return', reason: '学习经历不全' })
  if ('refused' in returned) throw new Error(returned.refused)
  const undone = foldApplication([...steps, chainStep(returned, { n: steps.length + 1, stepId: 'r1', applicationId: 'a1', at: '2026-05-15T02:00:00.000Z', by: 'secretary', procedure: 1, last: steps.at(-1), salt: '00' })])
  expect([undone?.position, silentIntroducers(undone)]).toEqual(['public-notice', ['m1', 'm2']])
  expect(act('2026-05-15', 'secretary', { ...vote, present: 5, for: 5, against: 0, abstain: 0 })).toMatchObject({ detail: { conditions: [{ key: 'quorum', achieved: 5, required: 6 }] } })
  expect(act('2026-05-15', 'secretary', { ...vote, for: 5, against: 2 })).toMatchObject({ to: 'rejected', facts: { passed: false } })
  expect(act('2026-05-15', 'secretary', { ...vote, abstain: 0 })).toMatchObject({ errors: [{ path: 'present' }] })
  go('2026-05-15', 'secretary', vote)
  expect(act('2026-05-16', 'school', { act: 'approve', decision: decision('2026-05-16') }, { reviewers: ['school'] })).toMatchObject({ detail: { conditions: [{ key: 'not-reviewer' }] } })
  expect(act('2026-05-15', 'school', { act: 'approve', decision: decision('2026-05-15') })).toMatchObject({ errors: [{ code: 'same-day' }] })
  go('2026-05-16', 'school', { act: 'approve', decision: decision('2026-05-16') })
  expect(act('2026-06-20', 'county', { act: 'file', fileId: 'f', sha256: '0'.repeat(64), bytes: 1 })).toMatchObject({ facts: { late: true } })
  go('2026-05-20', 'county', { act: 'file', fileId: 'f', sha256: '0'.repeat(64), bytes: 1 })
  expect(act('2026-05-20', 'school', { act: 'return', reason: '晚了' })).toMatchObject({ refused: 'application-not-open' })
  go('2026-05-25', 'secretary', { act: 'swear-in', date: '2026-05-25', place: '礼堂' })
  expect(go('2026-05-26', 'secretary', { act: 'archive', fileId: 'f', sha256: '0'.repeat(64) }).to).toBe('archived')
  expect(faultOfChain(steps)).toBeUndefined()
  expect(admissionTimeline(factsOn('2026-05-26')).earliestAdmission).toBe('2026-05-15')
})

import type { ProcedureContent } from '@shared/model/procedure'
import fc from 'fast-check'
import type { ActInput, NewStep } from '../../functions/core/act-input'
import { branch, type Command, commands, live, type Weaker } from '../support/admission-world'

/*
 * Random people (two applicants, one of them a secretary too; secretaries and committees of three scopes, mentors, introducers, strangers) give random commands
 * on random days, while records come and are revoked and the clock moves on. Whatever the core accepts is judged by a checker written from the specification
 * (tests/support/admission-checker.ts), which asks nothing of the core.
 */

test('no path reaches the oath with a condition unmet, no invalid transition succeeds, the chain always verifies', () => {
  const came = new Map<string, number>()
  const sum = { accepted: 0, refused: 0 }
  fc.assert(
    fc.property(commands(160), (list) => {
      const { wrong, accepted, refused, reached } = live(list)
      sum.accepted += accepted
      sum.refused += refused
      for (const state of reached) came.set(state, (came.get(state) ?? 0) + 1)
      expect(wrong).toEqual([])
    }),
    { numRuns: 300, seed: 20_261_125, endOnFailure: true },
  )
  // It went everywhere, or it would say little.
  for (const state of ['sworn-in', 'archived', 'returned', 'withdrawn', 'terminated', 'rejected']) expect([state, (came.get(state) ?? 0) > 0]).toEqual([state, true])
  expect(came.get('sworn-in')).toBeGreaterThan(20)
  expect(sum.accepted).toBeGreaterThan(5_000)
  expect(sum.refused).toBeGreaterThan(5_000)
}, 120_000)

const content = (change: (procedure: ProcedureContent) => Partial<ProcedureContent>): Weaker => ({ procedure: (procedure) => ({ ...procedure, ...change(procedure) }) })
/** The core is told another date than the one that is written: as if it did not look at it. */
const blindToDates = (...acts: string[]): Weaker => ({
  request: (request, { now }) => {
    const today = new Date(now).toISOString().slice(0, 10)
    const { input } = request
    if (!acts.includes(input.act)) return request
    return { ...request, input: { ...input, ...('decision' in input ? { decision: { ...input.decision, date: today } } : { date: today }) } as ActInput }
  },
  restore: (made, { input }) => {
    if (!acts.includes(input.act)) return made
    return { ...made, facts: { ...made.facts, ...('decision' in input ? { decision: input.decision } : { date: 'date' in input ? input.date : undefined }) } } as NewStep
  },
})

/** Each takes one condition away from the core, and names what the checker must find. */
const controls: Record<string, { weaker: Weaker; found: RegExp }> = {
  'three months': { weaker: content(({ cultivation }) => ({ cultivation: { ...cultivation, months: 0 } })), found: /propose-candidate: before three months/ },
  'two talks of a mentor': { weaker: content(({ cultivation }) => ({ cultivation: { ...cultivation, mentorTalks: 0 } })), found: /propose-candidate: without two talks/ },
  'a route': { weaker: content(({ activist }) => ({ activist: { ...activist, peerReview: { moreThan: [0, 1] } } })), found: /name-activist: without a route/ },
  'one or two mentors': { weaker: content(({ activist }) => ({ activist: { ...activist, mentors: { atLeast: 0, atMost: 9 } } })), found: /name-activist: \d mentors/ },
  'the requirements of the rules': { weaker: { facts: (facts) => ({ ...facts, caseAt: (ms) => ({ ...facts.caseAt(ms), ruleSet: { ...facts.caseAt(ms).ruleSet, requirements: facts.caseAt(ms).ruleSet.requirements.filter(({ kind }) => kind === 'points') } }) }) }, found: /with a requirement unmet/ },
  age: { weaker: content(() => ({ age: { atLeast: 0, below: 100 } })), found: /apply: at 28/ },
  'the places of the plan': { weaker: { facts: (facts) => ({ ...facts, plan: facts.plan && { ...facts.plan, lines: [{ key: `${branch}#*`, left: 1 }] } }) }, found: /pre-review: without a place/ },
  'a number of one’s own': { weaker: { facts: (facts) => ({ ...facts, plan: facts.plan && { ...facts.plan, number: '202651000001', lines: [{ key: `${branch}#*`, left: 1 }] } }) }, found: /pre-review: a number that somebody has/ },
  'five working days of notice': { weaker: content(({ notice }) => ({ notice: { ...notice, workingDays: 1 } })), found: /close-notice: after less than five working days/ },
  'masked names': { weaker: content(({ notice }) => ({ notice: { ...notice, maskedBelowAge: 0 } })), found: /open-notice: masked, or not/ },
  'two introducers': { weaker: content(() => ({ introducers: 1 })), found: /fill-form: \d introducers/ },
  'introducers of the branch': { weaker: { company: ({ branch: own, people }) => ({ branch: own, people: new Map([...people].map(([id]) => [id, { branch: own, isMember: true }])) }) }, found: /fill-form: an introducer who is no member of the branch/ },
  'a quorum': { weaker: content(({ vote }) => ({ vote: { ...vote, quorum: { moreThan: [0, 1] } } })), found: /vote: without a quorum/ },
  'a majority of all': { weaker: content(({ vote }) => ({ vote: { ...vote, majority: { moreThan: [1, 2], of: 'present' } } })), found: /vote: passed, or not/ },
  'the order of the form’s date': { weaker: blindToDates('fill-form'), found: /fill-form: not after the last lesson/ },
  'the order of the introducers’ dates': { weaker: blindToDates('introduce'), found: /introduce: not after the form|vote: not after the introducers/ },
  'the order of the meeting’s date': { weaker: blindToDates('vote'), found: /vote: not after the introducers/ },
  'the order of the approval’s date': { weaker: blindToDates('approve'), found: /approve: not after the meeting/ },
  'dates that have been': { weaker: blindToDates('talk', 'propose-candidate', 'pre-review'), found: /which is to come/ },
  'who reviewed does not approve': { weaker: { facts: (facts) => ({ ...facts, reviewers: [] }) }, found: /approve: by who reviewed a record/ },
  'nobody acts on their own': { weaker: { facts: (facts) => ({ ...facts, personId: facts.personId === 'a2' ? 'somebody' : facts.personId }) }, found: /on their own application/ },
  'whose act it is': { weaker: content(({ actors }) => ({ actors: Object.fromEntries(Object.keys(actors).map((act) => [act, ['branch-secretary', 'committee', 'county-committee']])) as ProcedureContent['actors'] })), found: /by nobody who may/ },
  'the version that was read': { weaker: { request: ({ version: _, ...request }) => request }, found: /on an old version/ },
  'the link to the entry before': { weaker: { chain: (step) => (step.seq === 4 ? { ...step, prev: 'f'.repeat(64) } : step) }, found: /chain: entry 4, prev/ },
  'the hash of what is written': { weaker: { chain: (step) => (step.act === 'talk' ? { ...step, by: 'somebody-else' } : step) }, found: /chain: entry \d+, hash/ },
}

describe('controls: a condition taken away is found', () => {
  const worlds = fc.sample(commands(160), { numRuns: 400, seed: 20_261_126 })
  test.each(Object.entries(controls))('%s', (_what, { weaker, found }) => {
    const at = worlds.findIndex((list: Command[]) => live(list, weaker).wrong.some((one) => found.test(one)))
    expect(at).toBeGreaterThanOrEqual(0)
  }, 120_000)
})

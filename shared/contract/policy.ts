import { enforcements } from '@shared/model/rules'
import * as z from 'zod'
import { clientId, instant, localDate, orgId, pageOf, paging, person, personId, shortText } from './common'
import { endpoint } from './endpoint'
import { reviewers } from './progress'

const issueId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/)
/** `coming`: its publication still lies ahead; `withdrawn`: it no longer counts. */
const issue = z.object({ id: issueId, title: z.string().optional(), publishedAt: instant, state: z.enum(['published', 'coming', 'withdrawn']), at: instant.optional(), byName: z.string().optional() })

const whole = z.number().int()
const window = z.discriminatedUnion('kind', [z.object({ kind: z.literal('ever') }), z.object({ kind: z.literal('trailing'), months: whole }), z.object({ kind: z.literal('calendar-year') }), z.object({ kind: z.literal('school-year'), startMonth: whole })])
const base = { key: z.string(), enforcement: z.enum(enforcements).optional() }
const requirement = z.discriminatedUnion('kind', [
  z.object({ ...base, kind: z.literal('quantity'), category: z.string(), window, atLeast: whole, exam: z.object({ course: z.string(), passMark: z.number() }).optional() }),
  z.object({ ...base, kind: z.literal('coverage'), category: z.string(), window, atLeastPercent: whole }),
  z.object({ ...base, kind: z.literal('age'), atLeast: whole, below: whole }),
  z.object({ ...base, kind: z.literal('points'), atLeast: whole, rules: z.array(z.object({ category: z.string(), window, per: whole, points: whole, atMost: whole.optional() })) }),
])
const counting = z.record(z.string(), z.object({ unit: z.string(), noOverlap: z.boolean().optional(), perDayAtMost: whole.optional(), distinct: z.boolean().optional() }))
const content = z.object({ counting, requirements: z.array(requirement) })
const ruleSet = content.extend({ id: z.string(), version: whole, timeZone: z.string() })
/** `replaced`: a later version took its place before it began. */
const version = z.object({ ruleSet, effectiveFrom: localDate, state: z.enum(['in-force', 'coming', 'past', 'replaced']), publishedAt: instant.optional(), byName: z.string().optional() })
const draft = z.object({ revision: whole, draft: z.object({ content, hash: z.string(), at: instant, byName: z.string() }).optional() })
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const revision = whole.min(0).max(1_000_000)

const figures = z.object({ enforcement: z.enum(['required', 'advisory']), achieved: z.number(), required: z.number(), met: z.boolean() })
const evaluated = z.object({ eligible: z.boolean(), figures: z.array(figures.extend({ key: z.string() })) })

const county = { who: 'roles', roles: ['county-committee'], scope: 'org' } as const
const staff = { who: 'roles', roles: reviewers, scope: 'org' } as const

/** What the county committee publishes: study issues and rule sets. `org` is any organisation of the county within the caller's scope. */
export const policyEndpoints = {
  listStudyIssues: endpoint({
    method: 'GET', path: '/v1/study-issues', summary: 'The county’s study issues, newest first, and those withdrawn', access: staff, query: z.object({ ...paging, org: orgId }), answer: pageOf(issue),
  }),
  publishStudyIssue: endpoint({
    method: 'POST', path: '/v1/study-issues', summary: 'Publish a study issue, now or from an instant to come; the same again gives the same answer', access: county,
    body: z.object({ org: orgId, id: issueId, title: shortText(40), publishedAt: instant }), answer: issue, status: 201,
  }),
  withdrawStudyIssue: endpoint({
    method: 'POST', path: '/v1/study-issues/{issueId}/withdraw', summary: 'Withdraw a study issue that nobody has a record of; its id may be published anew', access: county,
    params: z.object({ issueId }), body: z.object({ id: clientId, org: orgId }), answer: issue,
  }),
  listRuleSets: endpoint({
    method: 'GET', path: '/v1/rule-sets', summary: 'Every version of the county’s rules, the last first', access: staff, query: z.object({ ...paging, org: orgId }), answer: pageOf(version),
  }),
  showRuleDraft: endpoint({ method: 'GET', path: '/v1/rule-sets/draft', summary: 'The draft of the county’s rules, if there is one', access: county, query: z.object({ org: orgId }), answer: draft }),
  saveRuleDraft: endpoint({
    method: 'POST', path: '/v1/rule-sets/draft', summary: 'Save the draft on the revision that was read (0: none yet); a fault names the field by its path', access: county,
    // The rule set's own check, the same that `evaluate` has, looks at what is inside.
    body: z.object({ id: clientId, org: orgId, revision, content: z.object({ counting: z.record(z.string(), z.unknown()), requirements: z.array(z.unknown()) }) }), answer: draft,
  }),
  discardRuleDraft: endpoint({ method: 'POST', path: '/v1/rule-sets/draft/discard', summary: 'Throw the draft away, on the revision that was read', access: county, body: z.object({ id: clientId, org: orgId, revision }), answer: draft }),
  previewRuleSet: endpoint({
    method: 'GET', path: '/v1/rule-sets/preview', summary: 'Whose eligibility the draft would change, by name: today’s data under the draft and under the rules in force, a branch at a time', access: county,
    query: z.object({ org: orgId, hash, cursor: z.string().max(1024).optional(), limit: z.coerce.number().int().min(1).max(100).default(50) }),
    answer: z.object({
      hash, asOf: instant, against: whole,
      /** The last version there is: publishing names it. */
      last: whole,
      branch: z.object({ id: orgId, name: z.string(), aboveName: z.string() }).optional(),
      branchesDone: whole, branches: whole, members: whole, eligibleBefore: whole, eligibleAfter: whole,
      changes: z.array(z.object({
        person, className: z.string().optional(), eligible: z.boolean(), application: z.string().optional(),
        /** The requirements that make the difference; `before` or `after` is absent where that version does not have it. */
        because: z.array(z.object({ key: z.string(), before: figures.optional(), after: figures.optional() })),
      })),
      next: z.string().optional(),
    }),
  }),
  publishRuleSet: endpoint({
    method: 'POST', path: '/v1/rule-sets', summary: 'Publish the draft that was previewed, as the version after the last one that was seen, from a local date on', access: county,
    body: z.object({ id: clientId, org: orgId, hash, after: whole.min(0).max(1_000_000), effectiveFrom: localDate }), answer: version, status: 201,
  }),
  rerunDecision: endpoint({
    method: 'GET', path: '/v1/people/{personId}/application/steps/{n}/rerun', summary: 'Evaluate an old step again with the rules of its day and what was known then, and compare with what was kept', access: { who: 'roles', roles: reviewers, scope: 'person', own: true }, reads: 'application',
    params: z.object({ personId, n: z.coerce.number().int().min(1).max(999_999) }),
    answer: z.object({
      n: whole, asOf: instant, ruleSet: z.object({ id: z.string(), version: whole }), effectiveFrom: localDate, outcome: z.enum(['same', 'differs']),
      kept: evaluated, again: evaluated,
      /** Entries the decision stood on that are not in the ledger any more. */
      lost: whole,
      /** Present where the roster has another birth date by now. */
      birthDate: z.object({ was: localDate, is: localDate.optional() }).optional(),
    }),
  }),
}

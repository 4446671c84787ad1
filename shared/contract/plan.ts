import * as z from 'zod'
import { schoolStages } from '../model/procedure'
import { clientId, instant, orgId } from './common'
import { endpoint } from './endpoint'

const count = z.number().int()
const quota = count.min(0).max(100_000)
const serial = count.min(1).max(999_999)
const year = count.min(2020).max(2100)
const revision = count.min(0).max(1_000_000)
const grade = z.string().trim().min(1).max(20).regex(/^(\*|[^#*]+)$/)

const range = z.object({
  committee: orgId, committeeName: z.string(), from: serial, to: serial, next: count,
  /** The numbers as they are written: 12 digits. */
  first: z.string(), last: z.string(), left: count, at: instant.optional(), byName: z.string().optional(),
})
const numbers = z.object({ year, free: serial.optional(), items: z.array(range) })
const line = z.object({ branch: orgId, branchName: z.string(), grade: z.string(), quota: count, reserved: count, used: count, left: count })
const ratio = { youth: count, leagueMembers: count }
const branch = z.object({ id: orgId, name: z.string(), stage: z.enum(schoolStages).optional(), ...ratio })
const committee = z.object({
  id: orgId, name: z.string(), kind: z.string(), stage: z.enum(schoolStages).optional(),
  /** Absent where the county gave none yet. `spread`: what its branches have of it. */
  quota: count.optional(), spread: count, reserved: count, used: count, revision, at: instant.optional(), byName: z.string().optional(),
  numbers: z.object({ given: count, left: count }), branches: z.array(branch), lines: z.array(line), ...ratio,
})
export const planView = z.object({
  year, thisYear: year, committees: z.array(committee),
  /** Members of a hundred young people in the roster; `over` the procedure's ceiling. Branches whose school has no stage are in none. */
  stages: z.array(z.object({ stage: z.enum(schoolStages), ...ratio, ceiling: count, over: z.boolean() })),
})

const committees = { who: 'roles', roles: ['committee', 'county-committee'], scope: 'org' } as const
const county = { who: 'roles', roles: ['county-committee'], scope: 'org' } as const
/** `org`: the committee, a school or township. */
const saved = { id: clientId, org: orgId, year }

/** The year's plan (spec/admission-procedure.md, "Plan and quota"): numbers, quotas, and the ratio of members to youth. */
export const planEndpoints = {
  showPlan: endpoint({
    method: 'GET', path: '/v1/plan', summary: 'A year’s quotas, places and numbers, committee by committee, and members to youth by school stage', access: committees,
    query: z.object({ org: orgId, year: z.coerce.number().int().min(2020).max(2100).optional() }), answer: planView,
  }),
  listNumbers: endpoint({
    method: 'GET', path: '/v1/plan/numbers', summary: 'The ranges of development numbers given for a year, and the first serial that nobody was given', access: committees,
    query: z.object({ org: orgId, year: z.coerce.number().int().min(2020).max(2100) }), answer: numbers,
  }),
  allocateNumbers: endpoint({
    method: 'POST', path: '/v1/plan/numbers', summary: 'Give a committee a range of serials for a year: from one, or from the first free, up to `to` or `count` of them', access: county,
    body: z.object({ ...saved, from: serial.optional(), to: serial.optional(), count: serial.optional() }), answer: range, status: 201,
  }),
  saveCommitteeQuota: endpoint({
    method: 'POST', path: '/v1/plan/committee-quota', summary: 'How many a committee may admit in a year, on the revision that was read (0: none yet)', access: county,
    body: z.object({ ...saved, revision, quota }), answer: planView,
  }),
  saveQuotas: endpoint({
    method: 'POST', path: '/v1/plan/quotas', summary: 'Spread a committee’s quota over branches and grades (`*`: all of the branch); only the lines given change, one without a quota is taken out', access: committees,
    body: z.object({ ...saved, revision, lines: z.array(z.object({ branch: orgId, grade, quota: quota.nullable() })).min(1).max(80) }), answer: planView,
  }),
  setSchoolStage: endpoint({
    method: 'POST', path: '/v1/plan/stage', summary: 'Which stage a school has, or one of its branches where the school has several', access: county,
    body: z.object({ org: orgId, stage: z.enum(schoolStages).nullable() }), answer: z.object({ org: orgId, stage: z.enum(schoolStages).nullable() }),
  }),
}

import * as z from 'zod'
import { clientId, instant, orgId, personId, shortText } from './common'
import { endpoint } from './endpoint'

const count = z.number().int()
const className = shortText(40)
const to = z.object({ branch: orgId, className })
const line = z.object({ branch: orgId, className, to: to.optional() })
const renamed = z.object({ branch: orgId, was: z.string(), now: z.string() })
/** A line without `to`: the class graduates. */
const turn = z.object({ turnId: z.string(), at: instant, byName: z.string(), state: z.enum(['running', 'done', 'undoing', 'undone']), undoUntil: instant, lines: z.array(line.extend({ branchName: z.string() })), branches: z.array(renamed) })
const access = { who: 'roles', roles: ['committee', 'county-committee'], scope: 'org' } as const

/** The school year's turn: classes move up, the last ones graduate. */
export const turnEndpoints = {
  showTurns: endpoint({
    method: 'GET', path: '/v1/turns', summary: 'A school’s classes with what each would be called next year, and the last turns of the year', access, query: z.object({ org: orgId }),
    answer: z.object({
      school: orgId, schoolName: z.string(), year: count, classes: z.array(line.extend({ members: count, leagueMembers: count })), branches: z.array(z.object({ id: orgId, name: z.string(), nextName: z.string() })),
      /** How many are in no class: they stay where they are. */
      unplaced: count, latest: turn.optional(), past: z.array(turn),
    }),
  }),
  turnYear: endpoint({
    method: 'POST', path: '/v1/turns', summary: 'Move a school’s classes up: dry run shows every change, then the same lines are applied in parts; the same request goes on with those who wait', access,
    body: z.object({ id: clientId, org: orgId, lines: z.array(line).min(1).max(200), names: z.array(z.object({ branch: orgId, name: shortText(60) })).max(80).default([]), dryRun: z.boolean() }),
    answer: z.object({
      dryRun: z.boolean(), moved: count, waiting: count, turn: turn.optional(), branches: z.array(renamed).optional(),
      lines: z.array(line.extend({ people: z.array(z.object({ personId, name: z.string(), leagueMember: z.boolean() })) })).optional(),
    }),
  }),
  undoTurn: endpoint({
    method: 'POST', path: '/v1/turns/undo', summary: 'Undo a school’s latest turn within a day, in parts; whoever was moved by hand since stays', access, body: z.object({ org: orgId, turnId: clientId }),
    // `stayed`: graduates whose transfer has begun, and whoever was changed at that moment.
    answer: z.object({ moved: count, waiting: count, stayed: count, turn }),
  }),
}

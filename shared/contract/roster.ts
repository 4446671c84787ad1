import * as z from 'zod'
import { clientId, orgId } from './common'
import { endpoint } from './endpoint'
import { reviewers } from './progress'

/** A row's fate: `new`, `same` (nothing changes), `changed` (class or number), `refused` with why. */
const row = z.object({
  row: z.number().int(), fate: z.enum(['new', 'same', 'changed', 'refused']), name: z.string(), birthDate: z.string().optional(), className: z.string().optional(), studentNumber: z.string().optional(),
  personId: z.string().optional(), problems: z.array(z.object({ column: z.string(), code: z.string(), value: z.string().optional() })),
})

export const rosterEndpoints = {
  importRoster: endpoint({
    method: 'POST', path: '/v1/roster', summary: 'Read a roster sheet (xlsx or CSV, UTF-8 or GBK): dry run shows every row’s fate, then the same file is applied', access: { who: 'roles', roles: reviewers, scope: 'org' },
    body: z.object({ id: clientId, org: orgId, fileName: z.string().min(1).max(200), content: z.base64().max(4_000_000), dryRun: z.boolean() }),
    answer: z.object({
      dryRun: z.boolean(), columns: z.record(z.string(), z.string()), counts: z.object({ new: z.number(), same: z.number(), changed: z.number(), refused: z.number() }), rows: z.array(row),
    }),
  }),
  listOrgs: endpoint({
    method: 'GET', path: '/v1/orgs', summary: 'Organisations in the caller’s scopes', access: { who: 'signed-in' },
    answer: z.array(z.object({ id: orgId, kind: z.enum(['county', 'school', 'township', 'branch', 'home']), name: z.string() })),
  }),
}

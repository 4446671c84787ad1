import * as z from 'zod'
import { rosterColumns, rowProblemCodes } from '@shared/model/roster'
import { orgId } from './common'
import { endpoint } from './endpoint'
import { reviewers } from './progress'

const values = { name: z.string(), birthDate: z.string().optional(), className: z.string().optional(), studentNumber: z.string().optional(), leagueSince: z.string().optional(), leagueNumber: z.string().optional() }

/** A row's fate: `new`, `same` (nothing changes), `changed` (`was` is what it takes the place of, '' where there was nothing), `refused` with why. Each row is written whole or not at all. */
const row = z.object({
  row: z.number().int(), fate: z.enum(['new', 'same', 'changed', 'refused']), ...values, personId: z.string().optional(), was: z.object(values).partial().optional(),
  problems: z.array(z.object({ column: z.enum([...rosterColumns, 'row']), code: z.enum(rowProblemCodes), value: z.string().optional() })),
})

/** The columns of a sheet and what each is taken for; one named by hand goes by its place, from 0. */
export const sheetColumns = <const F extends readonly string[]>(fields: F) =>
  z.array(z.object({ at: z.number().int(), header: z.string(), use: z.enum([...fields, 'ignored', 'ignored-identity']), samples: z.array(z.string()) }))
export const sheetMapping = <const F extends readonly string[]>(fields: F) => z.record(z.string().regex(/^[1-5]?\d$/), z.enum([...fields, 'ignored'])).optional()

export const rosterEndpoints = {
  importRoster: endpoint({
    method: 'POST', path: '/v1/roster', summary: 'Read a roster sheet (xlsx or CSV, UTF-8 or GBK): dry run shows every row’s fate, then the same file is applied', access: { who: 'roles', roles: reviewers, scope: 'org' },
    // No client's id: a person's id follows from the row and a row that is there already is `same`, so the same sheet again changes nothing.
    body: z.object({ org: orgId, content: z.base64().max(4_000_000), mapping: sheetMapping(rosterColumns), dryRun: z.boolean() }),
    answer: z.object({
      dryRun: z.boolean(), sheet: z.string().optional(), otherSheets: z.number().int(), columns: sheetColumns(rosterColumns),
      counts: z.object({ new: z.number(), same: z.number(), changed: z.number(), refused: z.number() }), rows: z.array(row),
      /** Rows that time did not suffice for: the same request goes on with them. */
      waiting: z.number().int(),
    }),
  }),
  listOrgs: endpoint({
    method: 'GET', path: '/v1/orgs', summary: 'Organisations in the caller’s scopes', access: { who: 'signed-in' },
    answer: z.array(z.object({ id: orgId, kind: z.enum(['county', 'school', 'township', 'branch', 'home']), name: z.string() })),
  }),
}

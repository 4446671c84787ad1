import { allImportColumns, importFates, importKinds, importProblemCodes } from '@shared/model/import'
import { rowProblemCodes } from '@shared/model/roster'
import * as z from 'zod'
import { clientId, instant, orgId, pageOf, paging, personId, shortText } from './common'
import { endpoint } from './endpoint'
import { reviewers } from './progress'
import { covering } from './records'
import { sheetColumns, sheetMapping } from './roster'

const piece = z.object({ startedAt: instant, endedAt: instant, quantity: z.number().int() })
const candidate = z.object({ personId, name: z.string(), className: z.string().optional(), branchName: z.string() })

/** A row and its fate (shared/model/import.ts): `given` as the sheet has it, what of it `counts`, and `by` the records that share its time (which counts once). */
const row = z.object({
  row: z.number().int(), fate: z.enum(importFates), name: z.string(), className: z.string().optional(), studentNumber: z.string().optional(), title: z.string().optional(), externalId: z.string().optional(),
  person: candidate.optional(), candidates: z.array(candidate).optional(), given: piece.optional(), counts: piece.optional(), by: z.array(covering),
  problems: z.array(z.object({ column: z.enum([...allImportColumns, 'row']), code: z.enum([...rowProblemCodes, ...importProblemCodes]), value: z.string().optional() })),
})
const counts = z.object(Object.fromEntries(importFates.map((fate) => [fate, z.number().int()])) as Record<(typeof importFates)[number], z.ZodNumber>)

/** An import as it lies in its organisation's list. `waiting` rows were not written yet; the same file again goes on. */
const view = z.object({
  importId: clientId, kind: z.enum(importKinds), platform: z.string(), fileName: z.string(), at: instant, byName: z.string(), counts, waiting: z.number().int(),
  /** `waiting` people's records are not taken back yet: the same request again goes on. */
  undone: z.object({ at: instant, byName: z.string(), waiting: z.number().int() }).optional(),
})
export type ImportView = z.infer<typeof view>

export const importEndpoints = {
  importRecords: endpoint({
    method: 'POST', path: '/v1/imports', summary: 'Read another platform’s sheet of hours or study issues: dry run shows every row’s fate, then the same file is applied', access: { who: 'roles', roles: reviewers, scope: 'org' },
    body: z.object({
      id: clientId, org: orgId, kind: z.enum(importKinds),
      /** One of the platforms listed in shared/model/import.ts for the kind, or `other` with its name. */
      platform: z.string().max(40), platformName: shortText(20).optional(),
      fileName: shortText(200), content: z.base64().max(4_000_000), dryRun: z.boolean(),
      mapping: sheetMapping(allImportColumns),
      /** Whom a row with an ambiguous name is about: the row’s number to one of its candidates. */
      choices: z.record(z.string().regex(/^\d{1,5}$/), personId).optional(),
      /** Goes on after this row: an earlier answer's `next`. */
      after: z.number().int().min(0).max(100_000).optional(),
    }),
    answer: z.object({
      importId: clientId, dryRun: z.boolean(), sheet: z.string().optional(), otherSheets: z.number().int(), columns: sheetColumns(allImportColumns), counts, rows: z.array(row),
      /** Rows that time did not suffice for, in a dry run too: the same request with `after` goes on with them, and `counts` and `rows` are those of one request. */
      waiting: z.number().int(), next: z.number().int().optional(),
    }),
  }),
  listImports: endpoint({
    method: 'GET', path: '/v1/imports', summary: 'The imports made for an organisation, newest first', access: { who: 'roles', roles: reviewers, scope: 'org' },
    query: z.object({ ...paging, org: orgId }), answer: pageOf(view),
  }),
  undoImport: endpoint({
    method: 'POST', path: '/v1/imports/{importId}/undo', summary: 'Take an import back as a whole: each of its records is revoked', access: { who: 'roles', roles: reviewers, scope: 'org' },
    params: z.object({ importId: clientId }), body: z.object({ org: orgId }), answer: view,
  }),
}

import * as z from 'zod'
import { violationCodes } from '../model/violation'
import { clientId, cursor, localDate, orgId, person } from './common'
import { endpoint } from './endpoint'

const access = { who: 'roles', roles: ['committee', 'county-committee'], scope: 'org' } as const
const count = z.number().int()
/** Archived applications alone, or those that came as far as the county's file and the oath too. */
const which = z.enum(['archived', 'filed']).default('archived')
const violation = z.object({
  code: z.enum(violationCodes), act: z.string().optional(), n: count.optional(), date: localDate.optional(), key: z.string().optional(),
  /** What was found, and what was asked for; of a person, the name. */
  found: z.string().optional(), asked: z.string().optional(),
})
const found = z.object({ person, applicationId: clientId, number: z.string().optional(), admittedOn: localDate.optional(), violations: z.array(violation) })
export type FoundViolations = z.infer<typeof found>
const format = z.enum(['xlsx', 'csv']).default('xlsx')
const file = z.object({ fileName: z.string(), contentType: z.string(), content: z.base64(), rows: count })

/** The violation check (违规发展核查; spec/admission-procedure.md, "Rules that hold everywhere"). */
export const violationEndpoints = {
  checkViolations: endpoint({
    method: 'GET', path: '/v1/violations', summary: 'Re-runs the whole procedure over applications, some branches at a time: those in which something did not hold', access,
    query: z.object({ org: orgId, which, cursor: cursor.optional() }),
    answer: z.object({ items: z.array(found), checked: count, branches: z.object({ done: count, all: count }), next: cursor.optional() }),
  }),
  exportViolations: endpoint({
    method: 'GET', path: '/v1/exports/violations', summary: 'What the violation check finds, as a spreadsheet', access, query: z.object({ org: orgId, which, format }), answer: file,
  }),
}

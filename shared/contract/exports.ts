import * as z from 'zod'
import { orgId } from './common'
import { endpoint } from './endpoint'
import { reviewers } from './progress'

const access = { who: 'roles', roles: reviewers, scope: 'org' } as const
const query = z.object({ org: orgId, format: z.enum(['xlsx', 'csv']).default('xlsx') })
/** A file in base64; a cell that a spreadsheet program could take for a formula is written as text. */
const file = z.object({ fileName: z.string(), contentType: z.string(), content: z.base64(), rows: z.number().int() })
export type ExportedFile = z.infer<typeof file>

export const exportEndpoints = {
  exportMembers: endpoint({ method: 'GET', path: '/v1/exports/members', summary: 'Members of a branch, school or county with what each is missing, as a spreadsheet', access, query, answer: file }),
  exportRecords: endpoint({ method: 'GET', path: '/v1/exports/records', summary: 'Every record of a branch’s members with its state, source and certificate, as a spreadsheet; each member’s log says so', access, query, answer: file }),
  exportDevelopment: endpoint({ method: 'GET', path: '/v1/exports/development', summary: 'Everyone on the way into the League or through it, with the date of each stage, number, mentors and introducers, as a spreadsheet', access, query, answer: file }),
  exportNotices: endpoint({ method: 'GET', path: '/v1/exports/notices', summary: 'Candidates whose public notice runs, names as they are posted, as a spreadsheet', access, query, answer: file }),
  exportAudit: endpoint({
    method: 'GET', path: '/v1/exports/audit', summary: 'The trails of an organisation’s applications with their signed heads, to be verified with the public key alone: ids, dates, tallies and hashes, no names and no words',
    access: { who: 'roles', roles: ['committee', 'county-committee'], scope: 'org' }, query: z.object({ org: orgId }), answer: file,
  }),
  showAuditKey: endpoint({ method: 'GET', path: '/v1/audit-key', summary: 'The public key that audit exports are verified with (PEM)', access: { who: 'anyone' }, answer: z.object({ publicKey: z.string() }) }),
}

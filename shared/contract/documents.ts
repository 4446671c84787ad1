import * as z from 'zod'
import { documentKinds, paperKinds, reportKinds } from '../model/document'
import { clientId, instant, localDate, personId } from './common'
import { endpoint } from './endpoint'
import { reviewers } from './progress'

const access = { who: 'roles', roles: reviewers, scope: 'person', own: true } as const
const service = z.object({ minutes: z.number().int(), entries: z.number().int(), from: localDate.optional(), until: localDate.optional() })

/** `changedSince`: one of the entries it counts was revoked or corrected after it was issued, or what it prints of the application was said anew. */
const document = z.object({
  documentId: clientId, kind: z.enum(documentKinds), issuedAt: instant, pages: z.number().int(), bytes: z.number().int(), sha256: z.string(),
  service: service.optional(), withdrawnAt: instant.optional(), changedSince: z.boolean(),
})
export type DocumentView = z.infer<typeof document>

/** What anyone who has the code may see: no full name, and not whether the person is eligible. */
const verification = z.object({
  kind: z.enum(documentKinds), maskedName: z.string(), orgName: z.string(), issuedAt: instant, ruleSet: z.object({ id: z.string(), version: z.number().int() }).optional(),
  service: service.optional(), pages: z.number().int(), sha256Prefix: z.string(), withdrawnAt: instant.optional(), changedSince: z.boolean(),
})
export type Verification = z.infer<typeof verification>

export const documentEndpoints = {
  issueDocument: endpoint({
    method: 'POST', path: '/v1/people/{personId}/documents', summary: 'Issue a volunteer transcript or a progress report as PDF, with a code that anyone can check', access, reads: 'document',
    params: z.object({ personId }), body: z.object({ id: clientId, kind: z.enum(reportKinds) }), answer: document, status: 201,
  }),
  issueAdmissionPaper: endpoint({
    // `meetingId`: of minutes, a meeting that the person is a candidate of, planned ones too; without it that of the latest vote.
    method: 'POST', path: '/v1/people/{personId}/application/papers', summary: 'Make a paper of the admission procedure as PDF, with a code that anyone can check; the e-file becomes a file of the application', access, reads: 'document',
    params: z.object({ personId }), body: z.object({ id: clientId, kind: z.enum(paperKinds), meetingId: clientId.optional() }), answer: document.extend({ fileId: clientId.optional() }), status: 201,
  }),
  listDocuments: endpoint({
    method: 'GET', path: '/v1/people/{personId}/documents', summary: 'A person’s documents, newest first', access, reads: 'document',
    params: z.object({ personId }), answer: z.object({ documents: z.array(document) }),
  }),
  showDocument: endpoint({
    method: 'GET', path: '/v1/people/{personId}/documents/{documentId}', summary: 'A link to a document’s PDF that ends after five minutes', access, reads: 'document',
    params: z.object({ personId, documentId: clientId }), answer: z.object({ url: z.string(), fileName: z.string() }),
  }),
  withdrawDocument: endpoint({
    method: 'POST', path: '/v1/people/{personId}/documents/{documentId}/withdraw', summary: 'Withdraw a document: whoever checks it is told so', access, reads: 'document',
    params: z.object({ personId, documentId: clientId }), answer: document,
  }),
  verifyDocument: endpoint({
    method: 'GET', path: '/v1/documents/{code}', summary: 'Check a document by its code; /verify/{code} is the same as a page', access: { who: 'anyone' },
    params: z.object({ code: z.string().min(1).max(64) }), answer: verification,
  }),
}

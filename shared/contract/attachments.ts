import * as z from 'zod'
import { clientId, instant, personId } from './common'
import { endpoint } from './endpoint'
import { reviewers } from './progress'

const overPerson = { who: 'roles', roles: reviewers, scope: 'person' } as const
const attachment = z.object({
  fileId: clientId, kind: z.enum(['scan', 'e-file']), state: z.enum(['waiting', 'ready', 'refused']), at: instant, bytes: z.number().int(), pages: z.number().int().optional(), refusedBecause: z.string().optional(), sha256: z.string().optional(),
  /** A link that ends after five minutes. */
  url: z.string().optional(), fileName: z.string().optional(),
})
export type AttachmentView = z.infer<typeof attachment>

export const attachmentEndpoints = {
  startAttachment: endpoint({
    method: 'POST', path: '/v1/people/{personId}/attachments', summary: 'A place to upload the scan of a member’s stamped form to, as PDF: multipart POST the fields, then the file as `file`', access: overPerson, reads: 'application',
    params: z.object({ personId }), body: z.object({ id: clientId, contentType: z.literal('application/pdf'), bytes: z.number().int().min(1).max(1024 * 1024 * 1024) }),
    answer: z.object({ fileId: clientId, url: z.string(), fields: z.record(z.string(), z.string()), expiresAt: instant }), status: 201,
  }),
  showAttachment: endpoint({
    method: 'GET', path: '/v1/people/{personId}/attachments/{fileId}', summary: 'How far the file is, and a link to it once it is there', access: { ...overPerson, own: true }, reads: 'application',
    params: z.object({ personId, fileId: clientId }), answer: attachment,
  }),
  listAttachments: endpoint({
    method: 'GET', path: '/v1/people/{personId}/attachments', summary: 'Files of a person’s applications, newest first', access: { ...overPerson, own: true }, reads: 'application',
    params: z.object({ personId }), answer: z.object({ files: z.array(attachment) }),
  }),
}

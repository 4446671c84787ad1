import * as z from 'zod'
import { reviewReasons } from '../model/ledger'
import { category, clientId, instant, orgId, pageOf, paging, person, personId, shortText } from './common'
import { endpoint } from './endpoint'
import { course } from './exams'
import { reviewers } from './progress'

export const photo = z.object({
  photoId: clientId, state: z.enum(['waiting', 'ready', 'refused']), refusedBecause: z.string().optional(), sha256: z.string().optional(),
  /** Links that end after five minutes. */
  url: z.string().optional(), thumbnailUrl: z.string().optional(), usedBefore: z.boolean().optional(),
})
export const covering = z.object({ recordId: z.string(), title: z.string(), startedAt: instant, endedAt: instant })
/** What of a record counts, as a correction found it and left it. */
const content = z.object({ category: z.string(), startedAt: instant, endedAt: instant, quantity: z.number().int(), distinctKey: z.string().optional(), title: z.string(), place: z.string().optional() })
export type RecordContentView = z.infer<typeof content>
const decision = z.object({
  decisionId: z.string(), verdict: z.enum(['approved', 'rejected', 'appealed', 'withdrawn', 'revoked', 'corrected', 'kept']), reason: z.string().optional(), words: z.string().optional(),
  correction: z.object({ from: content, to: content }).optional(), at: instant, byName: z.string(),
})
export const record = z.object({
  recordId: z.string(), personId, source: z.enum(['self-reported', 'on-behalf', 'attendance', 'imported', 'granted']), category: z.string(),
  status: z.enum(['pending', 'approved', 'rejected', 'withdrawn', 'revoked']), startedAt: instant, endedAt: instant, quantity: z.number().int(), distinctKey: z.string().optional(),
  title: z.string(), place: z.string().optional(), description: z.string().optional(), eventId: z.string().optional(), submittedAt: instant, photos: z.array(photo), decisions: z.array(decision),
  /** Hours of a roll or an import that yielded: to which records, and what they were as given. */
  coveredBy: z.array(covering).optional(), asGiven: z.object({ startedAt: instant, endedAt: instant, quantity: z.number().int() }).optional(),
  /** With `on-behalf`: who entered it for the person, and why. */
  enteredBy: z.object({ personId, name: z.string(), why: z.string() }).optional(),
  /** Where an imported one came from: the platform by name. `timesChosen`: its sheet names a day and hours only. */
  origin: z.object({ platform: z.string(), externalId: z.string().optional(), certificate: z.string().optional(), timesChosen: z.boolean().optional() }).optional(),
})
export type RecordView = z.infer<typeof record>

const upload = z.object({ id: clientId, contentType: z.enum(['image/jpeg', 'image/png']), bytes: z.number().int().min(1).max(5 * 1024 * 1024) })
const place = z.object({ photoId: clientId, url: z.string(), fields: z.record(z.string(), z.string()), expiresAt: instant })
const submitted = z.object({
  id: clientId, category, startedAt: instant, endedAt: instant, quantity: z.number().int().min(1).max(100_000),
  distinctKey: shortText(64).optional(), title: shortText(60), place: shortText(60).optional(), description: shortText(500).optional(), photoIds: z.array(clientId).max(6).default([]),
})
const overPerson = { who: 'roles', roles: reviewers, scope: 'person' } as const

export const recordEndpoints = {
  startUpload: endpoint({
    method: 'POST', path: '/v1/uploads', summary: 'A place to upload one photo to: multipart POST the fields, then the file as `file`', access: { who: 'signed-in' },
    body: upload, answer: place, status: 201,
  }),
  startUploadFor: endpoint({
    method: 'POST', path: '/v1/people/{personId}/uploads', summary: 'A place to upload one photo for a member to: it becomes the member’s', access: overPerson,
    params: z.object({ personId }), body: upload, answer: place, status: 201,
  }),
  showUpload: endpoint({ method: 'GET', path: '/v1/uploads/{photoId}', summary: 'How far the photo is', access: { who: 'signed-in' }, params: z.object({ photoId: clientId }), answer: photo }),
  submitRecord: endpoint({
    method: 'POST', path: '/v1/records', summary: 'Record activity with evidence; it waits for review',
    access: { who: 'roles', roles: ['student'], scope: 'self' },
    body: submitted, answer: record, status: 201,
  }),
  submitRecordFor: endpoint({
    method: 'POST', path: '/v1/people/{personId}/records', summary: 'Record activity for a member who cannot, with why; it waits for somebody else’s review', access: overPerson, reads: 'records',
    params: z.object({ personId }), body: submitted.extend({ why: shortText(300) }), answer: record, status: 201,
  }),
  listRecords: endpoint({
    method: 'GET', path: '/v1/people/{personId}/records', summary: 'A person’s records, newest first', access: { who: 'roles', roles: reviewers, scope: 'person', own: true }, reads: 'records',
    params: z.object({ personId }), query: z.object({ ...paging, status: record.shape.status.optional(), category: category.optional() }), answer: pageOf(record),
  }),
  showRecord: endpoint({
    method: 'GET', path: '/v1/people/{personId}/records/{recordId}', summary: 'One record with its photos and decisions', access: { who: 'roles', roles: reviewers, scope: 'person', own: true }, reads: 'records',
    params: z.object({ personId, recordId: z.string().max(200) }), answer: record,
  }),
  withdrawRecord: endpoint({
    method: 'POST', path: '/v1/records/{recordId}/withdraw', summary: 'Take back one’s own pending record', access: { who: 'roles', roles: ['student'], scope: 'self' },
    params: z.object({ recordId: clientId }), body: z.object({ id: clientId }), answer: record,
  }),
  withdrawRecordFor: endpoint({
    method: 'POST', path: '/v1/people/{personId}/records/{recordId}/withdraw', summary: 'Take back a pending record that the caller entered for a member', access: overPerson, reads: 'records',
    params: z.object({ personId, recordId: clientId }), body: z.object({ id: clientId }), answer: record,
  }),
  correctRecord: endpoint({
    method: 'POST', path: '/v1/people/{personId}/records/{recordId}/corrections', summary: 'What an approved record says from now on, and why; what it said stays on record', access: overPerson, reads: 'records',
    params: z.object({ personId, recordId: z.string().max(200) }),
    body: submitted.omit({ description: true, photoIds: true }).extend({
      /** How many decisions the record had when it was read. */
      version: z.number().int().min(0), words: shortText(300),
    }),
    answer: record,
  }),
  appealRecord: endpoint({
    method: 'POST', path: '/v1/records/{recordId}/appeal', summary: 'Appeal one’s own rejected record: once, within 30 days; it waits for review again', access: { who: 'roles', roles: ['student'], scope: 'self' },
    params: z.object({ recordId: clientId }), body: z.object({ id: clientId, words: shortText(500) }), answer: record,
  }),
  keepRecord: endpoint({
    method: 'POST', path: '/v1/people/{personId}/records/{recordId}/keep', summary: 'That an approved report and the attendance which covers time of it are both true: the report stands, the time counts once', access: overPerson, reads: 'records',
    params: z.object({ personId, recordId: z.string().max(200) }), body: z.object({ id: clientId, words: shortText(300).optional() }), answer: record,
  }),
  listCollisions: endpoint({
    method: 'GET', path: '/v1/reviews/collisions', summary: 'Approved reports that cover time of verified attendance, each beside it', access: { who: 'roles', roles: reviewers, scope: 'org' },
    query: z.object({ ...paging, org: orgId }), answer: pageOf(z.object({ person, record, attendance: z.array(record), own: z.boolean() })),
  }),
  listReviews: endpoint({
    method: 'GET', path: '/v1/reviews', summary: 'Records waiting for review, oldest first, with what approving each would change', access: { who: 'roles', roles: reviewers, scope: 'org' },
    query: z.object({ ...paging, org: orgId, category: category.optional() }),
    answer: pageOf(z.object({
      record, person,
      /** What approving this one would change now, by requirement. */
      wouldChange: z.array(z.object({ key: z.string(), from: z.number(), to: z.number(), required: z.number(), met: z.boolean() })),
      collisions: z.array(covering),
      own: z.boolean(),
    })),
  }),
  reviewRecords: endpoint({
    method: 'POST', path: '/v1/reviews', summary: 'Approve, reject or revoke up to 50 records; each has its own outcome', access: { who: 'roles', roles: reviewers, scope: 'self' },
    body: z.object({ decisions: z.array(z.object({
      id: clientId, personId, recordId: z.string().max(200), verdict: z.enum(['approved', 'rejected', 'revoked']), reason: z.enum(reviewReasons).optional(), words: shortText(300).optional(),
    })).min(1).max(50) }),
    answer: z.object({ outcomes: z.array(z.object({
      id: clientId, personId, recordId: z.string(), ok: z.boolean(), status: record.shape.status.optional(), code: z.string().optional(), detail: z.record(z.string(), z.unknown()).optional(),
    })) }),
  }),
  grantRoll: endpoint({
    method: 'POST', path: '/v1/rolls', summary: 'A class roll: lessons, issues, activities or an exam’s scores for the members who were there', access: { who: 'roles', roles: reviewers, scope: 'org' },
    body: z.object({
      id: clientId, org: orgId, category, title: shortText(60), startedAt: instant, endedAt: instant, quantity: z.number().int().min(1).max(1000), distinctKey: shortText(64).optional(),
      exam: z.object({ course, takenAt: instant }).optional(),
      people: z.array(z.object({ personId, score: z.number().min(0).max(100).multipleOf(0.01).optional() })).min(1).max(200),
    }),
    /** Where hours met others: how many minutes are left of them, and which ones they are. */
    answer: z.object({ outcomes: z.array(z.object({ personId, ok: z.boolean(), code: z.string().optional(), left: z.number().int().optional(), coveredBy: z.array(covering).optional() })) }),
  }),
}

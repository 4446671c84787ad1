import * as z from 'zod'

/** An id made by the client: 8–64 letters, digits, `-` and `_`. The same id again gives the same answer. */
export const clientId = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/)
export const personId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)
/** Hierarchical: `county.school.branch`. */
export const orgId = z.string().max(80).regex(/^[a-z0-9-]+(\.[a-z0-9-]+){0,3}$/)
/** `<hostId>~<client's id>` */
export const eventId = z.string().max(160).regex(/^[a-z0-9.-]+~[A-Za-z0-9_-]{8,64}$/)
/** RFC 3339 with an offset, of this age: earlier years are mistakes that no calculation here is made for. */
export const instant = z.iso.datetime({ offset: true }).refine((text) => Date.parse(text) >= Date.UTC(1900, 0, 1), 'too long ago')
export const localDate = z.iso.date()
export const cursor = z.string().max(1024)
export const category = z.enum(['volunteering', 'civics-class', 'league-class', 'youth-study', 'quality-activity', 'youth-home'])
export const paging = { cursor: cursor.optional(), limit: z.coerce.number().int().min(1).max(100).default(20) }
export const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: cursor.optional() })
export const shortText = (most: number) => z.string().trim().min(1).max(most)
export const person = z.object({ personId, name: z.string(), branch: orgId.optional(), branchName: z.string().optional(), birthDate: localDate.optional() })
/** `byHand`: entered from a file on paper or a sheet, and not by an admission here; nothing stands on it yet. */
export const leagueMember = z.object({ since: localDate, number: z.string().optional(), byHand: z.boolean().optional() })
export const role = z.object({ name: z.enum(['student', 'home-manager', 'branch-secretary', 'committee', 'county-committee']), scope: orgId, scopeName: z.string() })

/** RFC 9457, with the closed code and the faulty fields by path. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  errors: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).optional(),
  detail: z.record(z.string(), z.unknown()).optional(),
})
export type Problem = z.infer<typeof problem>

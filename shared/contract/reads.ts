import { fileParts } from '@shared/model/read'
import * as z from 'zod'
import { instant, localDate, pageOf, paging, role } from './common'
import { endpoint } from './endpoint'

/** One reader on one day (Asia/Shanghai). `lastAt` is at most ten minutes behind. */
const read = z.object({ date: localDate, name: z.string(), role: role.shape.name, scopeName: z.string(), firstAt: instant, lastAt: instant, parts: z.array(z.enum(fileParts)) })
export type ReadView = z.infer<typeof read>

export const readEndpoints = {
  listReads: endpoint({
    method: 'GET', path: '/v1/reads', summary: 'Who of the staff looked at the caller’s own file, by day, newest first; kept for two years', access: { who: 'signed-in' },
    query: z.object(paging), answer: pageOf(read),
  }),
}

import * as z from 'zod'
import { hosts } from './check-in'
import { eventId, orgId, personId, shortText } from './common'
import { endpoint } from './endpoint'

/** Who may be listed at an event though they did not sign up: to find the person whom a manager noted by name. */
export const eventPeopleEndpoints = {
  listEventPeople: endpoint({
    method: 'GET', path: '/v1/events/{eventId}/people', summary: 'Members who may come to the event, by a part of the name or its pinyin initials; the first 20, of one branch where it is given', access: { who: 'roles', roles: hosts, scope: 'event' },
    params: z.object({ eventId }), query: z.object({ name: shortText(40), branch: orgId.optional() }),
    answer: z.object({
      people: z.array(z.object({ personId, name: z.string(), className: z.string().optional(), branchName: z.string() })),
      /** There are others of that name: more of it, or the branch, is to be said. */
      more: z.boolean(),
    }),
  }),
}

import * as z from 'zod'
import { clientId, orgId, personId } from './common'
import { endpoint } from './endpoint'
import { reviewers } from './progress'

/** Printed cards, for members without a phone of their own. */
export const cardEndpoints = {
  issueCards: endpoint({
    method: 'POST', path: '/v1/cards', summary: 'Printed cards for a branch, a class or some of its members, a hundred members of the roster a call; whoever has one keeps it, unless `renew` replaces it', access: { who: 'roles', roles: reviewers, scope: 'org' },
    body: z.object({ id: clientId, org: orgId, className: z.string().max(40).optional(), personIds: z.array(personId).min(1).max(100).optional(), renew: z.boolean().default(false), after: personId.optional() }),
    answer: z.object({
      /** `visitsOnly`: under 14 without a guardian’s consent; good for visits of a Youth Home alone, until there is one. */
      cards: z.array(z.object({ personId, name: z.string(), className: z.string().optional(), code: z.string(), visitsOnly: z.boolean().optional() })),
      branchName: z.string(),
      /** How many have a card already; and whose card of this request has ended since. */
      held: z.number().int(), ended: z.array(z.string()),
      /** The next call goes on after this person. */
      next: personId.optional(),
    }),
    status: 201,
  }),
  cutOffCard: endpoint({
    method: 'POST', path: '/v1/people/{personId}/card/cut-off', summary: 'End a person’s card: it was lost. What was scanned before counts', access: { who: 'roles', roles: reviewers, scope: 'person' },
    params: z.object({ personId }), body: z.object({ id: clientId }),
    /** False: the person has no card that is good. */
    answer: z.object({ cutOff: z.boolean() }),
  }),
}

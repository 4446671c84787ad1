import { applicationStates } from '../model/application'
import * as z from 'zod'
import { instant, localDate, person } from './common'
import { endpoint } from './endpoint'

/** One bar or ring. `key`, `kind`, `unit` come from the rule set, the figures equal `evaluate`. */
export const figure = z.object({
  key: z.string(), kind: z.enum(['quantity', 'coverage', 'age', 'points']), enforcement: z.enum(['required', 'advisory']),
  category: z.string().optional(), unit: z.string().optional(), achieved: z.number(), required: z.number(), met: z.boolean(),
})
export type Figure = z.infer<typeof figure>

/** The first screen (see check-in.ts). */
export const homeEndpoints = {
  home: endpoint({
    method: 'GET', path: '/v1/home', summary: 'Everything a student’s first screen needs', access: { who: 'signed-in' },
    answer: z.object({
      person, asOf: instant, ruleSet: z.object({ id: z.string(), version: z.number().int() }), eligible: z.boolean(), figures: z.array(figure),
      /** The requirement to look at next: the unmet required one nearest to done. */
      next: z.object({ key: z.string(), missing: z.number() }).optional(),
      /** The earliest local date the person could be ready if the missing activity were done; absent when it cannot be said (exam, age ≥ 28). */
      earliestReady: localDate.optional(),
      pending: z.number().int(), rejected: z.number().int(),
      application: z.object({ state: z.enum(applicationStates), at: instant }).optional(),
    }),
  }),
}

import type { Application, ApplicationStep } from '@shared/model/application'
import { isRefusal, type Refusal } from '@shared/model/refusal'
import type { Case } from '@shared/model/rules'
import { foldApplication } from '../core/fold-application'
import { appendApplicationStep, readApplicationSteps } from '../store/applications'
import type { Me } from '../store/people'
import type { Context } from './context'
import { readPersonCase } from './read-person'
import { untilDecided } from './until-decided'

export type AppendStep = typeof appendApplicationStep

/**
 * Reads the ledger and the application with consistent reads, decides, and appends the next numbered step on the condition that there is none. Where
 * another step came first it decides again on what is there now, which tells the second one. `append` is a parameter so that a test can take the guard away.
 */
export const advanceApplication = async (
  context: Context,
  me: Me,
  decide: (application: Application | undefined, aCase: Case) => { step: ApplicationStep } | { stands: true } | Refusal,
  append: AppendStep = appendApplicationStep,
): Promise<Refusal | undefined> => {
  const outcome = await untilDecided<Refusal | 'done'>(context, async () => {
    const [{ case: aCase }, steps] = await Promise.all([readPersonCase(context, me), readApplicationSteps(context.table, me.personId)])
    const application = foldApplication(steps)
    const decided = decide(application, aCase)
    if (isRefusal(decided)) return decided
    if ('stands' in decided) return 'done'
    // Steps are numbered over all of a person's applications.
    const step = { ...decided.step, n: steps.length + 1 }
    return (await append(context.table, me.personId, step)).put ? 'done' : undefined
  })
  return outcome === 'done' ? undefined : outcome
}

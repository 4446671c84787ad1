import { isDeepStrictEqual } from 'node:util'
import type { Application, ApplicationStep } from '@shared/model/application'
import { isRefusal, type Refusal, refuse } from '@shared/model/refusal'
import type { Case } from '@shared/model/rules'
import { evaluationOf } from '../core/evaluation-of'
import { foldApplication } from '../core/fold-application'
import { appendApplicationStep, readApplicationSteps } from '../store/applications'
import type { Me } from '../store/people'
import type { Context } from './context'
import { nameEntries } from './known-entries'
import { readPersonCase } from './read-person'
import { withFreshPolicy } from './read-policy'
import { untilDecided } from './until-decided'

export type AppendStep = typeof appendApplicationStep

/** What a request says of the step it wants: its id and its content. */
type Wanted = Pick<ApplicationStep, 'stepId' | 'to' | 'letter' | 'paper' | 'reason'>

const saysTheSame = (step: ApplicationStep, wanted: Wanted): boolean => step.to === wanted.to && step.letter === wanted.letter && isDeepStrictEqual(step.paper, wanted.paper) && (step.to !== 'returned' || step.reason === wanted.reason)

/**
 * Reads the ledger and the applications with consistent reads, decides, and appends the next numbered step on the condition that there is none, and that
 * no record was decided on since the read. Where somebody else was first it decides again on what is there now, which tells the second one. A step with
 * this id, in whichever application, stands. The step keeps what was evaluated, on the policy as it is and not as a process remembers it. `append` is a parameter so that a test can take the guard away.
 */
export const advanceApplication = async (
  context: Context,
  me: Me,
  wanted: Wanted,
  decide: (application: Application | undefined, aCase: Case) => { step: ApplicationStep } | Refusal,
  append: AppendStep = appendApplicationStep,
): Promise<Refusal | undefined> => {
  const fresh = withFreshPolicy(context)
  const outcome = await untilDecided<Refusal | 'done'>(context, async () => {
    const [{ entries, folded, case: aCase, policy }, steps] = await Promise.all([readPersonCase(fresh, me), readApplicationSteps(context.table, me.personId)])
    const again = steps.find(({ stepId }) => stepId === wanted.stepId)
    if (again) return saysTheSame(again, wanted) ? 'done' : refuse('id-reused')
    const decided = decide(foldApplication(steps), aCase)
    if (isRefusal(decided)) return decided
    // Steps are numbered over all of a person's applications.
    const evaluated = decided.step.to === 'withdrawn' ? undefined : evaluationOf(aCase, policy.issues, nameEntries(entries))
    const step = { ...decided.step, n: steps.length + 1, evaluated }
    return (await append(context.table, me.personId, step, folded.decisions, folded.exams.slice(-20))) ? 'done' : undefined
  })
  return outcome === 'done' ? undefined : outcome
}

import { earliestReady } from '../core/earliest-ready'
import { nextFigure, showFigures } from '../core/show-figures'
import type { UseCase } from '../http/app'
import { instantOf } from './context'
import { currentProgress } from './current-progress'
import { showPerson } from './show-person'

/** Everything a student's first screen needs, from the account that was read to check the session: one read, 0.5 read units. */
export const home: UseCase<'home'> = async (context, _input, { actor }) => {
  const { progress, ruleSet } = await currentProgress(context, actor)
  const figures = showFigures(ruleSet, progress)
  return {
    person: await showPerson(context, actor),
    asOf: instantOf(context.now()),
    ruleSet: { id: ruleSet.id, version: ruleSet.version },
    eligible: progress.eligible,
    figures,
    next: nextFigure(figures),
    earliestReady: earliestReady(ruleSet, actor.birthDate, context.now()),
    pending: progress.pending,
    rejected: progress.rejected,
    application: progress.application && { state: progress.application.state, at: progress.application.at },
  }
}

import type { Answer } from '@shared/contract'
import { refuse } from '@shared/model/refusal'
import { foldApplication } from '../core/fold-application'
import { preflight } from '../core/preflight'
import type { UseCase } from '../http/app'
import { readApplicationSteps } from '../store/applications'
import { keys } from '../store/keys'
import { type Me, readMe } from '../store/people'
import { getItems } from '../store/table'
import type { Context } from './context'
import { readPersonCase } from './read-person'
import { showPerson } from './show-person'

/** A person's application, who moved it when, and what the decision still waits for. Decides nothing, but reads what decides: the ledger. */
export const applicationView = async (context: Context, me: Me): Promise<Answer<'showApplication'>> => {
  const [{ case: aCase }, steps] = await Promise.all([readPersonCase(context, me), readApplicationSteps(context.table, me.personId)])
  const application = foldApplication(steps)
  const open = application && application.state !== 'withdrawn' ? application : undefined
  const { conditions, ready, earliestReady } = preflight(aCase, open?.letter, context.now())
  const people = await getItems<Me>(context.table, (application?.steps ?? []).map(({ by }) => keys.me(by)))
  return {
    person: await showPerson(context, me),
    application: application && {
      applicationId: application.applicationId, state: application.state, version: application.version, appliedAt: application.appliedAt, letter: application.letter,
      steps: application.steps.map(({ n, to, at, reason, meeting, evaluated }, i) => ({ n, to, at, byName: people[i]?.name ?? '', reason, meeting, ...(evaluated?.known !== undefined && { rules: evaluated.ruleSet.version }) })),
    },
    conditions, ready, earliestReady,
  }
}

export const showApplication: UseCase<'showApplication'> = async (context, { personId }) => {
  const me = await readMe(context.table, personId)
  return me ? applicationView(context, me) : refuse('not-found')
}

import type { Answer } from '@shared/contract'
import { refuse } from '@shared/model/refusal'
import { foldApplication } from '../core/fold-application'
import { preflight } from '../core/preflight'
import type { UseCase } from '../http/app'
import { readApplicationSteps } from '../store/applications'
import { type Me, readMe } from '../store/people'
import type { Context } from './context'
import { namesOf } from './names-of'
import { readPersonCase } from './read-person'
import { showPerson } from './show-person'
import { showPhotos } from './show-upload'

/** A person's application, who moved it when, and what the decision still waits for. Decides nothing, but reads what decides: the ledger. */
export const applicationView = async (context: Context, me: Me): Promise<Answer<'showApplication'>> => {
  const [{ case: aCase }, steps] = await Promise.all([readPersonCase(context, me), readApplicationSteps(context.table, me.personId)])
  const application = foldApplication(steps)
  const open = application && application.state !== 'withdrawn' ? application : undefined
  const { conditions, ready, earliestReady } = preflight(aCase, open?.letter, context.now())
  const names = await namesOf(context, (application?.steps ?? []).map(({ by }) => by))
  const nameOf = (by: string) => names.get(by) ?? ''
  return {
    person: await showPerson(context, me),
    application: application && {
      applicationId: application.applicationId, state: application.state, version: application.version, appliedAt: application.appliedAt, letter: application.letter,
      paper: application.paper && { date: application.paper.date, byName: nameOf(application.paper.by), photos: await showPhotos(context, me.personId, application.paper.photos.map(({ photoId }) => photoId)) },
      steps: application.steps.map(({ n, to, at, by, onBehalf, reason, meeting, evaluated }) => ({ n, to, at, byName: nameOf(by), onBehalf, reason, meeting, ...(evaluated?.known !== undefined && { rules: evaluated.ruleSet.version }) })),
    },
    conditions, ready, earliestReady,
  }
}

export const showApplication: UseCase<'showApplication'> = async (context, { personId }) => {
  const me = await readMe(context.table, personId)
  return me ? applicationView(context, me) : refuse('not-found')
}

import type { Application, ApplicationState } from '@shared/model/application'
import { foldApplication } from '../core/fold-application'
import { readApplicationSteps } from '../store/applications'
import { keys } from '../store/keys'
import { readMembers } from '../store/members'
import type { Me } from '../store/people'
import { getItems } from '../store/table'
import type { Context } from './context'
import { eachOf } from './each-of'

/** Branches, and applicants of one, read at a time. */
const width = 8

export interface Applicant {
  me: Me & { branch: string }
  application: Application
}

/** The latest applications of the members of branches, which the projection says are in one of these states, as the ledger has them. */
export const applicantsIn = async (context: Context, branches: readonly string[], states: readonly ApplicationState[]): Promise<Applicant[]> => {
  const people = await eachOf(branches, width, async (branch) => {
    const members = await readMembers(context.table, branch)
    const accounts = await getItems<Me>(context.table, members.map(({ personId }) => keys.me(personId)))
    return accounts.flatMap((me) => (me?.progress?.application && states.includes(me.progress.application.state) ? [{ ...me, branch }] : []))
  })
  const found = await eachOf(people.flat(), width, async (me) => ({ me, application: foldApplication(await readApplicationSteps(context.table, me.personId)) }))
  return found.flatMap(({ me, application }) => (application && states.includes(application.state) ? [{ me, application }] : []))
}

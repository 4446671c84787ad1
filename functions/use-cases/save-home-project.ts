import type { UseCase } from '../http/app'
import { readYouthHome, replaceHomeProject } from '../store/youth-homes'
import { homeAfter } from './home-answer'
import { faultsOfTerm } from './home-terms'
import { saveRevision } from './save-revision'

/** Adds, changes or ends a project; an end that is left out is taken back. */
export const saveHomeProject: UseCase<'saveHomeProject'> = (context, { org, projectId, id, revision, title, about, since, endedOn }, { actor }) =>
  homeAfter(context, org, actor, () => {
    const read = async () => (await readYouthHome(context.table, org, true)).projects.find((one) => one.projectId === projectId)
    const said = { projectId, title, since, ...(about !== undefined && { about }), ...(endedOn !== undefined && { endedOn }) }
    return saveRevision(context, actor, { id, revision }, said, read, () => faultsOfTerm(context, { since, endedOn }), (next) => replaceHomeProject(context.table, org, next))
  })

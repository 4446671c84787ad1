import { refuse } from '@shared/model/refusal'
import type { UseCase } from '../http/app'
import { everyoneWhoMayHold } from './post-holders'
import { orgName } from './show-person'
import { isHome } from './show-youth-home'

const most = 20

/** People who may hold a post of the home, by a part of their name. */
export const findPostHolders: UseCase<'findPostHolders'> = async (context, { org, name }, { actor }) => {
  if (!(await isHome(context, org))) return refuse('not-found')
  const found = (await everyoneWhoMayHold(context, org, actor)).filter((one) => one.name.includes(name))
  const people = await Promise.all(found.slice(0, most).map(async (one) => ({ personId: one.personId, name: one.name, ...(one.branch !== undefined && { branchName: await orgName(context, one.branch) }) })))
  return { people, more: found.length > most }
}

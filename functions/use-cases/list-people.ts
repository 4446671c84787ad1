import type { UseCase } from '../http/app'
import { peopleOf, readIdentity } from '../store/identities'
import { keys } from '../store/keys'
import type { Me } from '../store/people'
import { getItems } from '../store/table'
import { showPerson } from './show-person'

/** Everyone of the caller's WeChat identity, in the order of binding; the caller alone where they have none. */
export const listPeople: UseCase<'listPeople'> = async (context, _input, { actor }) => {
  const { identity } = actor
  const held = identity === undefined ? undefined : await readIdentity(context.table, identity, false)
  const people = held ? (await getItems<Me>(context.table, peopleOf(held).map(keys.me))).filter((me) => me?.identity === identity) : []
  const shown = await Promise.all((people.length ? people : [actor]).map((me) => showPerson(context, me as Me)))
  return { people: shown.map(({ personId, name, branchName }) => ({ personId, name, ...(branchName !== undefined && { branchName }) })), bound: held !== undefined, joined: held?.joined?.length ?? 0 }
}

import { above, countyOf, inScope } from '@shared/model/org'
import type { UseCase } from '../http/app'

/** The organisations within the caller's scopes, and those above their own branch, in id order. */
export const listOrgs: UseCase<'listOrgs'> = async (context, _input, { actor }) => {
  const scopes = actor.roles.filter(({ name }) => name !== 'student').map(({ scope }) => scope)
  const chain = actor.branch === undefined ? [] : [actor.branch, ...above(actor.branch)]
  const counties = [...new Set([...scopes, ...chain].map(countyOf))].sort()
  const orgs = (await Promise.all(counties.map((county) => context.orgs(county)))).flatMap((byId) => [...byId.values()])
  return orgs.filter(({ id }) => chain.includes(id) || scopes.some((scope) => inScope(scope, id))).map(({ id, kind, name }) => ({ id, kind, name }))
}

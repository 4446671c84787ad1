import { countyOf } from '@shared/model/org'
import type { Role } from '@shared/model/role'
import type { Me } from '../store/people'
import type { Context } from './context'

type Named = Pick<Me, 'personId' | 'name' | 'branch' | 'birthDate'>

/** A person as every answer shows one: the branch by name. */
export const showPerson = async (context: Context, { personId, name, branch, birthDate }: Named) => ({
  personId,
  name,
  ...(birthDate !== undefined && { birthDate }),
  ...(branch !== undefined && { branch, branchName: await orgName(context, branch) }),
})

/** An organisation's name, with its school's before it for a branch; its id where it is unknown. */
export const orgName = async (context: Context, orgId: string): Promise<string> => {
  const orgs = await context.orgs(countyOf(orgId))
  const org = orgs.get(orgId)
  const above = org?.kind === 'branch' ? orgs.get(orgId.slice(0, orgId.lastIndexOf('.'))) : undefined
  return org ? `${above?.name ?? ''}${org.name}` : orgId
}

export const showRoles = (context: Context, roles: readonly Role[]) => Promise.all(roles.map(async (role) => ({ ...role, scopeName: await orgName(context, role.scope) })))

import { countyOf, inScope } from '@shared/model/org'
import type { Context } from './context'

/** The branches within an organisation, itself included where it is one, in id order. */
export const branchesBelow = async (context: Context, orgId: string): Promise<string[]> =>
  [...(await context.orgs(countyOf(orgId))).values()].filter(({ id, kind }) => kind === 'branch' && inScope(orgId, id)).map(({ id }) => id)

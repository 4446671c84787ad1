import { countyOf, inScope, type Org } from '@shared/model/org'
import type { Context } from './context'

/** The Youth Homes within an organisation, by id. */
export const homesIn = async (context: Context, orgId: string): Promise<Org[]> => [...(await context.orgs(countyOf(orgId))).values()].filter(({ id, kind }) => kind === 'home' && inScope(orgId, id))

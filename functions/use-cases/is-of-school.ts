import type { PublishedEvent } from '@shared/model/event'
import { countyOf } from '@shared/model/org'
import type { Context } from './context'

/** Whether an event's host is a school or a branch. */
export const isOfSchool = async (context: Context, { host }: Pick<PublishedEvent, 'host'>): Promise<boolean> => ['school', 'branch'].includes((await context.orgs(countyOf(host))).get(host)?.kind ?? '')

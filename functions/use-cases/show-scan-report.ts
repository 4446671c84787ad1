import { countyOf, inScope } from '@shared/model/org'
import { sumScans } from '../core/scan-report'
import type { UseCase } from '../http/app'
import { readSummariesBetween } from '../store/summaries'
import { instantOf } from './context'
import { eachOf } from './each-of'
import { namesOf } from './names-of'

const day = 86_400_000

/** Who checked people in at an organisation's events, and at those of all below it, in the last days: made of what finished events came to, most by the list first. */
export const showScanReport: UseCase<'showScanReport'> = async (context, { org, days }) => {
  const now = context.now()
  const hosts = [...(await context.orgs(countyOf(org))).keys()].filter((id) => inScope(org, id))
  const summaries = (await eachOf(hosts, 10, (host) => readSummariesBetween(context.table, host, instantOf(now - days * day), instantOf(now)))).flat()
  const managers = Object.entries(sumScans(summaries.map(({ managers: those = {} }) => those)))
  const nameOf = await namesOf(context, managers.map(([by]) => by))
  return {
    events: summaries.length,
    managers: managers.map(([personId, figures]) => ({ personId, name: nameOf.get(personId) ?? '', ...figures })).sort((a, b) => b.byList - a.byList || b.scans - a.scans || (a.personId < b.personId ? -1 : 1)),
  }
}

import { countyOf, inScope } from '@shared/model/org'
import type { PublishedEvent } from '@shared/model/event'
import type { UseCase } from '../http/app'
import { keys } from '../store/keys'
import type { Me } from '../store/people'
import { readScans } from '../store/scans'
import { readChecked, readSamplesPage, type Sample } from '../store/spot-checks'
import { getItems } from '../store/table'
import { eachOf } from './each-of'
import { namesOf } from './names-of'
import { pageAcross } from './page-across'
import { orgName } from './show-person'
import { namedIn, scanViews } from './show-scans'

/** Check-ins by the list that an organisation, or one below it, is to look at, the longest waiting first; one decided a moment ago is left out. A list: it shows what the task needs, and opens nobody's file. */
export const listSpotChecks: UseCase<'listSpotChecks'> = async (context, { org, cursor, limit }, { actor }) => {
  const show = async (rows: Sample[]) => {
    const read = await getItems<unknown>(context.table, rows.flatMap(({ personId, eventId }) => [keys.me(personId), keys.event(eventId)]))
    return eachOf(rows, 10, async (row, i) => {
      const [me, event] = [read[2 * i] as Me | undefined, read[2 * i + 1] as PublishedEvent | undefined]
      const entries = (await readScans(context.table, row.personId, row.eventId, true)).filter(({ scanId }) => scanId === row.scanId)
      if (!me || !event || entries.some(({ type }) => type === 'scan-undone') || (await readChecked(context.table, row))) return undefined
      const [scan] = scanViews(entries, await namesOf(context, namedIn(entries)))
      if (!scan) return undefined
      const { personId, name, branch } = me
      return {
        personId, name, ...(branch !== undefined && { branchName: await orgName(context, branch) }), eventId: event.eventId, title: event.title, startsAt: event.startsAt, endsAt: event.endsAt, hostName: await orgName(context, event.host), scan,
        mayDecide: personId !== actor.personId && !namedIn(entries).includes(actor.personId),
      }
    })
  }
  const orgs = [...(await context.orgs(countyOf(org))).values()].filter(({ id, kind }) => kind !== 'branch' && kind !== 'home' && inScope(org, id)).map(({ id }) => id)
  return pageAcross(orgs, cursor, limit, (one, most, after) => readSamplesPage(context.table, one, most, after), show)
}

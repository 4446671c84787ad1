import { countyOf, inScope } from '@shared/model/org'
import type { PublishedEvent } from '@shared/model/event'
import type { ScanCheckedEntry, ScanEntry, ScanUndoneEntry } from '@shared/model/ledger'
import type { UseCase } from '../http/app'
import { keys } from '../store/keys'
import type { Me } from '../store/people'
import { readSamplesPage, type Sample } from '../store/spot-checks'
import { getItems } from '../store/table'
import { namesOf } from './names-of'
import { pageAcross } from './page-across'
import { orgName } from './show-person'
import { namedIn, scanViews } from './show-scans'

/** Check-ins by the list that an organisation, or one below it, is to look at, the longest waiting first; one decided a moment ago is left out. A list: it shows what the task needs, and opens nobody's file. */
export const listSpotChecks: UseCase<'listSpotChecks'> = async (context, { org, cursor, limit }, { actor }) => {
  const show = async (rows: Sample[]) => {
    const keysOf = ({ personId, eventId, scanId }: Sample) => [keys.me(personId), keys.event(eventId), keys.scan(personId, eventId, scanId), keys.scanUndone(personId, eventId, scanId), keys.scanChecked(personId, eventId, scanId)]
    const read = await getItems<unknown>(context.table, rows.flatMap(keysOf), true)
    const found = rows.map((_, i) => read.slice(5 * i, 5 * i + 5) as [Me?, PublishedEvent?, ScanEntry?, ScanUndoneEntry?, ScanCheckedEntry?])
    const nameOf = await namesOf(context, found.flatMap(([, , entry]) => (entry ? namedIn([entry]) : [])))
    return Promise.all(found.map(async ([me, event, entry, undone, checked]) => {
      const [scan] = entry ? scanViews([entry], nameOf) : []
      if (!me || !event || !entry || !scan || undone || checked) return undefined
      const { personId, name, branch } = me
      return {
        personId, name, ...(branch !== undefined && { branchName: await orgName(context, branch) }), eventId: event.eventId, title: event.title, startsAt: event.startsAt, endsAt: event.endsAt, hostName: await orgName(context, event.host), scan,
        mayDecide: personId !== actor.personId && !namedIn([entry]).includes(actor.personId),
      }
    }))
  }
  const orgs = [...(await context.orgs(countyOf(org))).values()].filter(({ id, kind }) => kind !== 'branch' && kind !== 'home' && inScope(org, id)).map(({ id }) => id)
  return pageAcross(orgs, cursor, limit, (one, most, after) => readSamplesPage(context.table, one, most, after), show)
}

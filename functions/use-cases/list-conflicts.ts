import type { ConflictView } from '@shared/contract/conflicts'
import type { PublishedEvent, ScanVerdict, SignUp } from '@shared/model/event'
import type { ScanEntry, ScanUndoneEntry } from '@shared/model/ledger'
import { refuse } from '@shared/model/refusal'
import { entryOf, fitsEvent } from '../core/decide-conflict'
import { foldAttendance, standingScans } from '../core/fold-attendance'
import type { UseCase } from '../http/app'
import { countConflicts, readConflictsPage } from '../store/conflicts'
import { readEvent } from '../store/events'
import { keys } from '../store/keys'
import type { Me } from '../store/people'
import { readScans } from '../store/scans'
import { getItems } from '../store/table'
import { instantOf } from './context'
import { eachOf } from './each-of'
import { namesOf } from './names-of'
import { pageAcross } from './page-across'
import { orgName } from './show-person'
import { namedIn, scanViews } from './show-scans'

type Scans = (ScanEntry | ScanUndoneEntry)[]
const creditedBy = (entries: Scans): number => foldAttendance(entries).reduce((sum, { quantity }) => sum + quantity, 0)

/** What the event credits, without the scan and with it as its conflict says it was. */
const worthOf = (verdict: ScanVerdict, event: PublishedEvent, entries: Scans): ConflictView['worth'] => {
  const { by, at } = verdict
  return { before: creditedBy(entries), after: creditedBy([...entries, entryOf(verdict, event, standingScans(entries), { by, at })]) }
}

/** An event's scans that wait, each beside the person's other scans there, as they are now. */
export const listConflicts: UseCase<'listConflicts'> = async (context, { eventId, cursor, limit }, { actor }) => {
  const event = await readEvent(context.table, eventId)
  if (!event) return refuse('not-found')
  const now = instantOf(context.now())
  const show = async (rows: { scanId: string }[]): Promise<(ConflictView | undefined)[]> => {
    const verdicts = await getItems<ScanVerdict>(context.table, rows.map(({ scanId }) => keys.scanVerdict(scanId)), true)
    const people = [...new Set(verdicts.flatMap((one) => one?.personId ?? []))]
    const [accounts, signUps, scans] = await Promise.all([
      getItems<Me>(context.table, people.map(keys.me)), getItems<SignUp>(context.table, people.map((personId) => keys.signUp(event, personId))),
      eachOf(people, 20, (personId) => readScans(context.table, personId, eventId, true)),
    ])
    const nameOf = await namesOf(context, [...verdicts.map((one) => one?.by), ...scans.flatMap(namedIn)])
    return Promise.all(verdicts.map(async (verdict) => {
      if (!verdict || verdict.decided) return undefined
      const { scanId, direction, way, code, time, deviceTime, skewMs, at, by, personId, name } = verdict
      const i = personId === undefined ? -1 : people.indexOf(personId)
      const entries = scans[i] ?? []
      const branch = accounts[i]?.branch
      const needsTime = !fitsEvent(event, time, now)
      return {
        scanId, direction, way, code, time, deviceTime, skewMs, at, byName: nameOf.get(by) ?? '', personId, name: accounts[i]?.name ?? name, ...(branch !== undefined && { branchName: await orgName(context, branch) }),
        signUp: signUps[i]?.state, own: personId === actor.personId, needsTime, scans: scanViews(entries, nameOf), ...(personId !== undefined && !needsTime && { worth: worthOf(verdict, event, entries) }),
      }
    }))
  }
  const [page, open] = await Promise.all([pageAcross([eventId], cursor, limit, (one, most, after) => readConflictsPage(context.table, one, most, after), show), countConflicts(context.table, eventId)])
  return { ...page, open }
}

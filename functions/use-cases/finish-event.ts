import type { PublishedEvent, SignUp } from '@shared/model/event'
import type { ScanEntry, ScanUndoneEntry } from '@shared/model/ledger'
import { countyOf } from '@shared/model/org'
import { formatDay, parseDay } from '@shared/rules/local-date'
import { shanghaiMidnight } from '@shared/rules/shanghai'
import { attendanceOf, cameInMonth, monthOf } from '../core/attendance-of'
import { homeMonth } from '../core/home-month'
import { dueMs } from '../core/check-in'
import { isSample } from '../core/spot-check'
import { addAttendee, type EventSum, nobodyYet } from '../core/summarize-event'
import { type DueEvent, type FinishPart, notePart, takeAwayDue } from '../store/due-events'
import { closeOpenEvent, readEvent } from '../store/events'
import { readScans, readScansOf } from '../store/scans'
import { readSignUpsPage, signUpPartitions } from '../store/sign-ups'
import { readChecks } from '../store/spot-checks'
import { countHomeVisitors, putHomeMonth, putSummary, readSummariesBetween, setHomeVisitors } from '../store/summaries'
import { type Context, instantOf } from './context'
import { eachOf } from './each-of'

/** How many people one run still looks at; what is left over is the next one's. */
export interface Budget {
  people: number
}

const midnight = (localDate: string): string => instantOf(shanghaiMidnight(localDate))

/** The first instants of a month and of the next (Asia/Shanghai). */
const boundsOf = (month: string): [string, string] => {
  const first = parseDay(`${month}-01`) as number
  return [midnight(formatDay(first)), midnight(`${formatDay(first + 31).slice(0, 7)}-01`)]
}

type Looked = Pick<SignUp, 'personId'> & { entries: (ScanEntry | ScanUndoneEntry)[] }

/** Who of these were visitors of the event's home. Whose scans were taken back is none any more, unless they came to another of its events that month. */
const noteVisitors = async (context: Context, event: PublishedEvent, looked: Looked[]): Promise<void> => {
  const came = looked.filter(({ entries }) => attendanceOf(entries).entryAt !== undefined)
  const doubtful = looked.filter((one) => one.entries.length > 0 && !came.includes(one))
  const gone = await eachOf(doubtful, 20, async ({ personId }) => (cameInMonth(await readScansOf(context.table, personId, event.host, true), monthOf(event)) ? [] : [personId]))
  await setHomeVisitors(context.table, event.host, monthOf(event), came.map(({ personId }) => personId), gone.flat())
}

/** Looks at a page of sign-ups: what they add, and, of a home's event, who of them were visitors. */
const addPage = async (context: Context, event: PublishedEvent, ofHome: boolean, signUps: SignUp[], sum: EventSum): Promise<EventSum> => {
  const looked = await eachOf(signUps, 20, async (signUp) => {
    const entries = await readScans(context.table, signUp.personId, event.eventId, true)
    const sampled = entries.some((one) => one.type === 'scan' && isSample(one))
    return { personId: signUp.personId, signUp, entries, checks: sampled ? await readChecks(context.table, signUp.personId, event.eventId) : [] }
  })
  if (ofHome) await noteVisitors(context, event, looked)
  return looked.reduce((before, { signUp, entries, checks }) => addAttendee(before, signUp, entries, checks), sum)
}

/** The sum over all sign-ups from where an earlier run left off; undefined where the budget ended first, which is noted with the due item. */
const sumUp = async (context: Context, due: DueEvent, event: PublishedEvent, ofHome: boolean, budget: Budget): Promise<EventSum | undefined> => {
  const partitions = signUpPartitions(event)
  let { sum = nobodyYet, after, partition = partitions[0] ?? '' }: Partial<FinishPart> = due.part ?? {}
  for (let i = partitions.indexOf(partition); i < partitions.length; i++) {
    partition = partitions[i] as string
    do {
      if (budget.people <= 0) {
        await notePart(context.table, due, { partition, sum, ...(after !== undefined && { after }) })
        return undefined
      }
      const page = await readSignUpsPage(context.table, partition, 200, after)
      sum = await addPage(context, event, ofHome, page.items, sum)
      budget.people -= page.items.length
      after = page.next
    } while (after !== undefined)
  }
  return sum
}

/** A home's figures of a month, made of what its events came to. */
const refreshMonth = async (context: Context, homeId: string, month: string): Promise<void> => {
  const [distinct, summaries] = await Promise.all([countHomeVisitors(context.table, homeId, month), readSummariesBetween(context.table, homeId, ...boundsOf(month))])
  await putHomeMonth(context.table, homeId, month, homeMonth(distinct, summaries))
}

/**
 * Finishes an event whose doors are closed: closes it where nobody did (which checks nobody out: a missing exit gives the declared minimum), and writes
 * what it came to. All of it is state, made of sign-ups and scans: a run that was cut off, or two at once, end in the same. Gives whether it is finished.
 */
export const finishEvent = async (context: Context, due: DueEvent, budget: Budget): Promise<boolean> => {
  const found = await readEvent(context.table, due.eventId, true)
  // One closed early, and scanned at since: its own day is to come.
  if (!found || dueMs(found) > context.now()) return takeAwayDue(context.table, due)
  const closed = instantOf(dueMs(found))
  if (found.state === 'open') await closeOpenEvent(context.table, found.eventId, { id: 'doors-closed', checkOutAll: false, at: closed, by: 'system', checkedOut: 0 })
  const ofHome = (await context.orgs(countyOf(found.host))).get(found.host)?.kind === 'home'
  const sum = await sumUp(context, due, found, ofHome, budget)
  if (!sum) return false
  await putSummary(context.table, found.eventId, { ...sum, ...(found.capacity !== undefined && { capacity: found.capacity }), at: instantOf(context.now()) })
  if (ofHome) await refreshMonth(context, found.host, monthOf(found))
  return takeAwayDue(context.table, due)
}

import type { PublishedEvent } from '@shared/model/event'
import { localDateIn } from '@shared/rules/local-date-in'
import { foldLedger } from '../../functions/core/fold-ledger'
import { standingScans, staysOf } from '../../functions/core/fold-attendance'
import type { Entry, Told } from './door'
import type { History } from './history'

/** What a ledger says of attendance, and nothing of who sent it and when. */
export const attendanceIn = (entries: readonly Entry[]) => ({
  stays: [...new Set(entries.map(({ eventId }) => eventId))].sort().map((eventId) => staysOf(standingScans(entries.filter((entry) => entry.eventId === eventId))).map(({ entry, exit }) => [eventId, entry.time, exit?.time])),
  records: foldLedger(entries).records.map(({ submittedAt, submittedBy, ...record }) => record),
})

const minute = 60_000
/** Minutes of one person at one event as somebody with a watch and a list of who went through the door would reckon them (spec/check-in.md, 7): not by the fold. */
const watched = ({ startsAt, endsAt, breaks, minimumMinutes, quantity }: PublishedEvent, passages: { direction: string; ms: number }[]): number => {
  const [start, end] = [Date.parse(startsAt), Date.parse(endsAt)]
  let inside: { since: number; counts: boolean } | undefined
  const pairs = new Map<string, number>()
  let [minutes, cameAtAll] = [0, false]
  const overlap = (from: number, to: number, a: number, b: number) => Math.max(0, Math.min(to, b) - Math.max(from, a))
  // No break lies outside its event, and no two overlap.
  const presence = (from: number, to: number) => Math.floor((overlap(from, to, start, end) - breaks.reduce((ms, pause) => ms + overlap(from, to, Date.parse(pause.from), Date.parse(pause.to)), 0)) / minute)
  for (const { direction, ms } of passages) {
    if (direction === 'entry' && !inside) {
      const day = localDateIn('Asia/Shanghai', ms)
      pairs.set(day, (pairs.get(day) ?? 0) + 1)
      inside = { since: ms, counts: (pairs.get(day) ?? 0) <= 3 }
      cameAtAll ||= inside.counts
    } else if (direction === 'exit' && inside) {
      if (inside.counts) minutes += presence(inside.since, ms)
      inside = undefined
    }
  }
  if (inside?.counts) minutes += Math.min(minimumMinutes, presence(inside.since, Number.POSITIVE_INFINITY))
  return quantity === undefined ? minutes : cameAtAll ? quantity : 0
}

/** What each person should have from each event: by the true times of what was taken and not taken back. */
export const watchedIn = ({ people, events, done }: History, told: Map<string, Told[]>) =>
  people.map((_, person) => events.map((event, index) => {
    const passages = done.filter((one) => one.person === person && one.event === index && !one.undone && ['accepted', 'duplicate'].includes(told.get(one.scan.scanId)?.[0]?.verdict ?? ''))
    return watched(event, passages.map(({ direction, ms, scan }) => ({ direction, ms, scanId: scan.scanId })).sort((a, b) => a.ms - b.ms || (a.scanId < b.scanId ? -1 : 1)))
  }))

export const creditedIn = ({ people, events }: History, ledger: Map<string, Entry[]>) =>
  people.map(({ personId }) => events.map(({ eventId }) => foldLedger((ledger.get(personId) ?? []).filter((entry) => entry.eventId === eventId)).records.reduce((sum, { quantity }) => sum + quantity, 0)))

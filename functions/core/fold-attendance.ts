import type { EventCredit, FoldedRecord, ScanEntry, ScanNote, ScanUndoneEntry } from '@shared/model/ledger'
import { localDateIn } from '@shared/rules/local-date-in'

const minute = 60_000
/** At most 3 pairs a day (spec/check-in.md, 7): of one event, by the local date of the entry. */
const pairsAtMost = 3
const dayOf = (time: string): string => localDateIn('Asia/Shanghai', Date.parse(time))

export interface Stay {
  entry: ScanEntry
  exit?: ScanEntry
}

/** The scans that nobody took back, each once. */
export const standingScans = (entries: readonly (ScanEntry | ScanUndoneEntry)[]): ScanEntry[] => {
  const idOf = ({ eventId, scanId }: ScanEntry | ScanUndoneEntry) => `${eventId} ${scanId}`
  const undone = new Set(entries.flatMap((one) => (one.type === 'scan-undone' ? [idOf(one)] : [])))
  return [...new Map(entries.flatMap((one) => (one.type === 'scan' && !undone.has(idOf(one)) ? [[idOf(one), one] as const] : []))).values()]
}

/** All stays, also those beyond what a day counts. Entries with their exits in the order of time; a second entry without an exit between is the same stay. */
const allStaysOf = (scans: readonly ScanEntry[]): Stay[] => {
  const stays: Stay[] = []
  const inOrder = [...scans].sort((a, b) => Date.parse(a.time) - Date.parse(b.time) || (a.scanId < b.scanId ? -1 : 1))
  for (const scan of inOrder) {
    const open = stays.at(-1)?.exit ? undefined : stays.at(-1)
    if (scan.direction === 'entry' && !open) stays.push({ entry: scan })
    else if (scan.direction === 'exit' && open) open.exit = scan
  }
  return stays
}

/** The stays that count. */
export const staysOf = (scans: readonly ScanEntry[]): Stay[] => {
  const ofDay = new Map<string, number>()
  return allStaysOf(scans).filter(({ entry }) => {
    const nth = (ofDay.get(dayOf(entry.time)) ?? 0) + 1
    ofDay.set(dayOf(entry.time), nth)
    return nth <= pairsAtMost
  })
}

/** What is to be told of one more scan: an exit whose entry is not here yet (another phone may have it), an entry to a stay beyond what the day counts. */
export const noteOf = (known: readonly ScanEntry[], { direction, time }: Pick<ScanEntry, 'direction' | 'time'>): ScanNote | undefined => {
  if (direction === 'exit') return known.some((one) => one.direction === 'entry' && Date.parse(one.time) <= Date.parse(time)) ? undefined : 'no-entry-yet'
  const before = allStaysOf(known).filter(({ entry }) => dayOf(entry.time) === dayOf(time))
  return before.length >= pairsAtMost && before.every(({ exit }) => exit && Date.parse(exit.time) <= Date.parse(time)) ? 'beyond-three-stays' : undefined
}

/** Whether one more scan changes no stay: somebody scanned it already. */
export const addsNothing = (known: readonly ScanEntry[], scan: ScanEntry): boolean => {
  const timesOf = (scans: readonly ScanEntry[]) => JSON.stringify(allStaysOf(scans).map(({ entry, exit }) => [entry.time, exit?.time]))
  return timesOf(known) === timesOf([...known, scan])
}

/** Milliseconds of `from`–`to` that lie in the event's declared breaks. */
const inBreaks = (credit: EventCredit, from: number, to: number): number =>
  credit.breaks.reduce((sum, pause) => sum + Math.max(0, Math.min(to, Date.parse(pause.to)) - Math.max(from, Date.parse(pause.from))), 0)

/** Entry to exit within the event, less breaks, in whole minutes; a missing exit gives the declared minimum (spec/check-in.md, 7). */
const worthOf = ({ entry, exit }: Stay): { startedAt: string; endedAt: string; quantity: number } | undefined => {
  const { credit } = entry
  const from = Math.max(Date.parse(entry.time), Date.parse(credit.startsAt))
  const to = exit ? Math.min(Date.parse(exit.time), Date.parse(credit.endsAt)) : Date.parse(credit.endsAt)
  if (credit.quantity !== undefined) {
    // Lessons, activities and visits are credited by having been there; the record spans the event.
    return { startedAt: credit.startsAt, endedAt: credit.endsAt, quantity: credit.quantity }
  }
  const present = Math.floor((to - from - inBreaks(credit, from, to)) / minute)
  const minutes = exit ? present : Math.min(credit.minimumMinutes, present)
  return minutes > 0 ? { startedAt: new Date(from).toISOString(), endedAt: new Date(to).toISOString(), quantity: minutes } : undefined
}

/** The records that a person's scans add up to: any order, repetition or split of the same scans gives the same. */
export const foldAttendance = (entries: readonly (ScanEntry | ScanUndoneEntry)[]): FoldedRecord[] => {
  const byEvent = new Map<string, ScanEntry[]>()
  for (const scan of standingScans(entries)) byEvent.set(scan.eventId, [...(byEvent.get(scan.eventId) ?? []), scan])
  return [...byEvent].flatMap(([eventId, scans]) => {
    const stays = staysOf(scans)
    const credited = stays[0]?.entry.credit.quantity === undefined ? stays : stays.slice(0, 1)
    return credited.flatMap((stay, i): FoldedRecord[] => {
      const worth = worthOf(stay)
      if (!worth) return []
      const { title, place, category, distinctKey } = stay.entry.credit
      const { at, by } = stay.entry
      return [{ id: `${eventId}:${i + 1}`, source: 'attendance', category, status: 'approved', ...worth, distinctKey, title, place, eventId, photoIds: [], submittedAt: at, submittedBy: by, decisions: [] }]
    })
  })
}

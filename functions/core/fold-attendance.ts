import type { EventCredit, FoldedRecord, ScanEntry } from '@shared/model/ledger'

const minute = 60_000
/** At most 3 pairs a day (spec/check-in.md, 7). */
const pairsAtMost = 3

export interface Stay {
  entry: ScanEntry
  exit?: ScanEntry
}

/** Entries with their exits in the order of time; a second entry without an exit between is the same stay. */
export const staysOf = (scans: readonly ScanEntry[]): Stay[] => {
  const stays: Stay[] = []
  const inOrder = [...scans].sort((a, b) => Date.parse(a.time) - Date.parse(b.time) || (a.scanId < b.scanId ? -1 : 1))
  for (const scan of inOrder) {
    const open = stays.at(-1)?.exit ? undefined : stays.at(-1)
    if (scan.direction === 'entry' && !open) stays.push({ entry: scan })
    else if (scan.direction === 'exit' && open) open.exit = scan
  }
  return stays.slice(0, pairsAtMost)
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
export const foldAttendance = (scans: readonly ScanEntry[]): FoldedRecord[] => {
  const byEvent = new Map<string, Map<string, ScanEntry>>()
  for (const scan of scans) {
    const ofEvent = byEvent.get(scan.eventId) ?? new Map<string, ScanEntry>()
    byEvent.set(scan.eventId, ofEvent.set(scan.scanId, scan))
  }
  return [...byEvent].flatMap(([eventId, ofEvent]) => {
    const stays = staysOf([...ofEvent.values()])
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

import type { Answer } from '@shared/contract/index'
import type { PassKey } from '@shared/contract/scanners'
import type { KeptScan } from '../parts/scan-queue'

export type Attendee = Answer<'listAttendees'>['items'][number] & { initials?: string | undefined }
export type Direction = 'entry' | 'exit'
export interface Move { direction: Direction; time: string }
export type Where = 'expected' | 'here' | 'left' | 'waiting'

/** An attendee after a scan made here; what the server said later than that stands. */
export const moved = (one: Attendee, { direction, time }: Move): Attendee => {
  const known = one.exitAt ?? one.entryAt
  if (known !== undefined && Date.parse(known) >= Date.parse(time)) return one
  const { exitAt: _, minutes: __, ...rest } = one
  return direction === 'entry' ? { ...rest, entryAt: one.exitAt === undefined && one.entryAt !== undefined ? one.entryAt : time } : { ...rest, exitAt: time }
}

/** The moves of people that this phone made: of scans that were taken, or that nothing speaks against yet. */
export const movesOf = (scans: readonly KeptScan[]): [personId: string, move: Move][] =>
  [...scans].reverse().flatMap(({ scan, said, verdict, undo, at }) => {
    const personId = verdict?.personId ?? said.personId
    const taken = verdict ? verdict.verdict === 'accepted' : said.kind === 'valid' || said.kind === 'listed'
    return taken && personId !== undefined && (!undo || undo.refused !== undefined) ? [[personId, { direction: scan.direction, time: verdict?.time ?? scan.statedTime ?? new Date(at).toISOString() }]] : []
  })

/** Everybody of the event: as the server lists them, with whoever it has not listed yet from what this phone holds, and where they are by the scans made here. */
export const everybody = (listed: readonly Attendee[] | undefined, complete: boolean, held: readonly PassKey[] | undefined, scans: readonly KeptScan[]): Attendee[] | undefined => {
  if (!listed && !held) return undefined
  const people = new Map<string, Attendee>()
  for (const { personId, name, branchName, initials, state } of held ?? []) {
    if (state === 'signed-up' || state === 'walk-in') people.set(personId, { personId, name, ...(branchName !== undefined && { branchName }), initials, signedUp: state === 'signed-up' })
  }
  const initialsOf = new Map((held ?? []).map(({ personId, initials }) => [personId, initials]))
  if (complete && listed) people.clear()
  for (const one of listed ?? []) people.set(one.personId, { ...one, initials: one.initials ?? initialsOf.get(one.personId) })
  for (const [personId, move] of movesOf(scans)) {
    const one = people.get(personId)
    if (one) people.set(personId, moved(one, move))
  }
  return [...people.values()]
}

/** By a part of the name, or the beginning of its pinyin initials. */
export const fits = ({ name, initials }: Attendee, sought: string): boolean => {
  const text = sought.trim().toLowerCase()
  return name.toLowerCase().includes(text) || (initials?.startsWith(text) ?? false)
}

/** `waiting`: on the waitlist and not come; whoever was let in counts as any other. */
export const whereIs = ({ entryAt, exitAt, waiting }: Attendee): Where => (exitAt ? 'left' : entryAt ? 'here' : waiting ? 'waiting' : 'expected')

export const countsOf = (people: readonly Attendee[]): Record<Where, number> => {
  const counts = { expected: 0, here: 0, left: 0, waiting: 0 }
  for (const one of people) counts[whereIs(one)]++
  return counts
}

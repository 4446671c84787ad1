import type { Answer } from '@shared/contract/index'

export type Attendee = Answer<'listAttendees'>['items'][number]
export type Direction = 'entry' | 'exit'
export interface Move { direction: Direction; time: string }
export type Where = 'expected' | 'here' | 'left'

/** An attendee after a scan made here; what the server said later than that stands. */
export const moved = (one: Attendee, { direction, time }: Move): Attendee => {
  const known = one.exitAt ?? one.entryAt
  if (known !== undefined && Date.parse(known) >= Date.parse(time)) return one
  const { exitAt: _, minutes: __, ...rest } = one
  return direction === 'entry' ? { ...rest, entryAt: one.exitAt === undefined && one.entryAt !== undefined ? one.entryAt : time } : { ...rest, exitAt: time }
}

export const whereIs = ({ entryAt, exitAt }: Attendee): Where => (exitAt ? 'left' : entryAt ? 'here' : 'expected')

export const countsOf = (people: readonly Attendee[]): Record<Where, number> => {
  const counts = { expected: 0, here: 0, left: 0 }
  for (const one of people) counts[whereIs(one)]++
  return counts
}

import { useCallback, useMemo, useRef, useState } from 'react'
import { usePages } from '@/api/use-pages'
import { buzz } from '@/platform/haptic'
import { useAll } from '../parts/use-all'
import { type Scan, useScans, type Verdict } from '../parts/use-scans'
import { type Direction, type Move, moved } from './attendance'
import type { Told } from './verdict'

const toldAtMost = 6

/**
 * Everybody of an event and the scans made here. The whole list is read once, so that the counts are right; an accepted scan moves its row where it
 * stands, so that it costs no new list. Only somebody who is not in it yet is looked up.
 */
export const useCheckIn = (eventId: string | undefined) => {
  const people = useAll(usePages('listAttendees', eventId ? { eventId, limit: 100 } : undefined))
  const [moves, setMoves] = useState<Record<string, Move>>({})
  const [told, setTold] = useState<Told[]>([])
  const say = (one: Told) => {
    buzz(one.verdict === 'accepted' || one.verdict === 'kept')
    setTold((before) => [one, ...before].slice(0, toldAtMost))
  }
  const { add, ...scans } = useScans(eventId, ({ verdict, personId, time, ...words }: Verdict, { direction }: Scan) => {
    say({ ...words, verdict, direction })
    if (verdict !== 'accepted' || personId === undefined || time === undefined) return
    setMoves((before) => ({ ...before, [personId]: { direction, time } }))
    if (!people.items?.some((one) => one.personId === personId)) void people.refresh()
  })
  const check = async (who: { code?: string; personId?: string }, direction: Direction) => {
    if (!(await add({ ...who, direction }))) say({ verdict: 'kept', direction })
  }
  const now = useRef(check)
  now.current = check
  /** The same function for ever, so that rows are not drawn anew. */
  const tapped = useCallback((personId: string, direction: Direction) => void now.current({ personId }, direction), [])
  const items = useMemo(() => people.items?.map((one) => (moves[one.personId] ? moved(one, moves[one.personId] as Move) : one)), [people.items, moves])
  return { people, items, check, tapped, told, ...scans }
}

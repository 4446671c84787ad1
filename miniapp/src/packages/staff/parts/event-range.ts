import type { EventView } from '@shared/contract/events'
import { instantOf, localDate } from '@/text/local-time'

export type When = 'today' | 'coming' | 'past'
const day = 86_400_000

/** What to ask for: instants, from midnight to midnight in Beijing. `now` in epoch ms; the past goes back `days`. */
export const rangeOf = (when: When, now: number, days: number): { from: string; to?: string } => {
  const today = Date.parse(instantOf(localDate(now), '00:00'))
  const at = (n: number) => new Date(today + n * day).toISOString()
  return { today: { from: at(0), to: at(1) }, coming: { from: at(1) }, past: { from: at(-days), to: at(0) } }[when]
}

/** The API gives what is not over by `from` and begins by `to`: an event over midnight shows today, and not again in the past or tomorrow. The past has the latest first. */
export const shownIn = (when: When, events: readonly EventView[], { from, to }: { from: string; to?: string }): EventView[] => {
  const [since, until] = [Date.parse(from), Date.parse(to ?? '9999-01-01T00:00:00Z')]
  const fits = { today: ({ startsAt }: EventView) => Date.parse(startsAt) < until, coming: ({ startsAt }: EventView) => Date.parse(startsAt) >= since, past: ({ endsAt }: EventView) => Date.parse(endsAt) <= until }[when]
  const shown = events.filter(fits)
  return when === 'past' ? shown.reverse() : shown
}

export type EventStage = 'closed' | 'notBegun' | 'open' | 'toClose'
/** Where an event is. What is over and still open waits to be closed. `now` in epoch ms. */
export const stageOf = ({ state, startsAt, endsAt }: EventView, now: number): EventStage =>
  state === 'closed' ? 'closed' : now < Date.parse(startsAt) ? 'notBegun' : now < Date.parse(endsAt) ? 'open' : 'toClose'

import type { EventCredit } from '@shared/model/ledger'

/** What an event credits, as each of its scans carries it. */
export const creditOf = ({ title, place, category, startsAt, endsAt, quantity, distinctKey, minimumMinutes, breaks }: EventCredit): EventCredit => ({
  title, place, category, startsAt, endsAt, quantity, distinctKey, minimumMinutes, breaks,
})

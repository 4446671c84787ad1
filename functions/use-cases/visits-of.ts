import { localDateIn } from '@shared/rules/local-date-in'
import { foldLedger } from '../core/fold-ledger'
import { readLedger } from '../store/ledger'
import { hostOf } from '../store/keys'
import type { Actor, Context } from './context'

export const zone = 'Asia/Shanghai'

/** The local dates on which a person was at each host's events, as far as they stand: the same records that count. `month` (YYYY-MM) narrows them. Staff without a branch have none. */
export const visitsOf = async (context: Context, actor: Actor, month = ''): Promise<Map<string, Set<string>>> => {
  const visits = new Map<string, Set<string>>()
  if (actor.branch === undefined) return visits
  for (const { eventId, status, startedAt } of foldLedger(await readLedger(context.table, actor.personId)).records) {
    const date = localDateIn(zone, Date.parse(startedAt))
    if (eventId === undefined || status !== 'approved' || !date.startsWith(month)) continue
    visits.set(hostOf(eventId), (visits.get(hostOf(eventId)) ?? new Set()).add(date))
  }
  return visits
}

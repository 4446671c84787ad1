import type { Answer } from '@shared/contract'
import { isRefusal, type Refusal, refuse } from '@shared/model/refusal'
import { may } from '../core/may'
import { checkedBy, spotCheck as decide } from '../core/spot-check'
import type { UseCase } from '../http/app'
import { hostOf } from '../store/keys'
import { readScans } from '../store/scans'
import { addChecked, readChecked } from '../store/spot-checks'
import { instantOf } from './context'
import { withName } from './names-of'
import { untilDecided } from './until-decided'

/** The level above the host confirms or doubts one check-in by the list; of two at once one wins, the other is told. `add` is a parameter so that a test can take the guard away. */
export const spotCheckBy = (add: typeof addChecked = addChecked): UseCase<'spotCheck'> => async (context, { eventId, scanId, personId, ...said }, { actor }) => {
  if (!may(actor.roles, ['committee', 'county-committee'], checkedBy(hostOf(eventId)))) return refuse('not-allowed')
  const done = ({ id, confirmed, words, at }: { id: string; confirmed: boolean; words?: string; at: string }): Answer<'spotCheck'> => ({ scanId, id, confirmed, words, at })
  return untilDecided<Answer<'spotCheck'> | Refusal>(context, async () => {
    const [entries, checked] = await Promise.all([readScans(context.table, personId, eventId, true), readChecked(context.table, { personId, eventId, scanId })])
    const scan = entries.flatMap((one) => (one.type === 'scan' && one.scanId === scanId ? [one] : []))[0]
    const undone = entries.flatMap((one) => (one.type === 'scan-undone' && one.scanId === scanId ? [one] : []))[0]
    const decision = decide(scan, undone, checked, { ...said, personId, by: actor.personId, at: instantOf(context.now()) })
    if (isRefusal(decision)) return withName(context, decision)
    if ('stands' in decision) return done(decision.stands)
    return (await add(context.table, personId, decision.append, decision.undo)) ? done(decision.append) : undefined
  })
}

export const spotCheck = spotCheckBy()

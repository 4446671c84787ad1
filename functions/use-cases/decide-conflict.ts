import type { Answer } from '@shared/contract'
import type { ScanVerdict, SignUp } from '@shared/model/event'
import { isRefusal, type Refusal, refuse } from '@shared/model/refusal'
import { decideConflict as decide } from '../core/decide-conflict'
import { standingScans } from '../core/fold-attendance'
import type { UseCase } from '../http/app'
import { readVerdict, settleConflict } from '../store/conflicts'
import { readEvent } from '../store/events'
import { keys } from '../store/keys'
import { type Me, readMe } from '../store/people'
import { readScans } from '../store/scans'
import { addWalkIn } from '../store/sign-ups'
import { getItem } from '../store/table'
import { type Context, instantOf } from './context'
import { isOfSchool } from './is-of-school'
import { lacksConsentAt } from './lacks-guardian'
import { namesOf, withName } from './names-of'
import { untilDecided } from './until-decided'

const shown = async (context: Context, { scanId, name, time, decided }: ScanVerdict & { decided: NonNullable<ScanVerdict['decided']> }): Promise<Answer<'decideConflict'>> => {
  const { accepted, personId, words, at, by } = decided
  const nameOf = await namesOf(context, [by, personId])
  return { scanId, accepted, personId, name: nameOf.get(personId ?? '') ?? name, time: decided.time ?? time, words, at, byName: nameOf.get(by) ?? '' }
}

/**
 * Accepts or dismisses a scan that waits. Two managers at once: one wins, the other is told. `settle` is a parameter so that a test can take the
 * guard away.
 */
export const decideConflictBy = (settle: typeof settleConflict = settleConflict): UseCase<'decideConflict'> => async (context, { eventId, scanId, ...said }, { actor }) => {
  const event = await readEvent(context.table, eventId)
  if (!event) return refuse('not-found')
  const ofSchool = await isOfSchool(context, event)
  const outcome = await untilDecided<Answer<'decideConflict'> | Refusal>(context, async () => {
    const verdict = await readVerdict(context.table, scanId)
    const personId = verdict?.personId ?? said.personId
    const [me, signUp, entries]: [Me | undefined, SignUp | undefined, Awaited<ReturnType<typeof readScans>>] = personId === undefined ? [undefined, undefined, []] : await Promise.all([
      readMe(context.table, personId), getItem<SignUp>(context.table, keys.signUp(event, personId), true), readScans(context.table, personId, eventId, true),
    ])
    const lacksConsent = said.accept && me !== undefined && (await lacksConsentAt(context, event, me))
    const decision = decide(verdict, { ...said, by: actor.personId, at: instantOf(context.now()) }, { event, ofSchool, me, signUp, lacksConsent, known: standingScans(entries) })
    if (!verdict || isRefusal(decision)) return isRefusal(decision) ? withName(context, decision) : refuse('not-found')
    if ('stands' in decision) return shown(context, { ...verdict, decided: decision.stands })
    const { decided, entry, walkIn } = decision
    // Two phones may have uploaded it at once with different clocks: then one upload was taken, and only the other waits.
    const held = entries.some((one) => one.type === 'scan' && one.scanId === scanId)
    if (walkIn) await addWalkIn(context.table, event, walkIn)
    return (await settle(context.table, { ...verdict, decided }, personId, held ? undefined : entry)) ? shown(context, { ...verdict, decided }) : undefined
  })
  return outcome
}

export const decideConflict = decideConflictBy()

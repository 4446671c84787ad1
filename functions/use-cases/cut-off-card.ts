import type { UseCase } from '../http/app'
import { endCard, readPersonCard } from '../store/cards'
import { instantOf } from './context'
import { untilDecided } from './until-decided'

/** Ends a person's card from now on. Cut off before, the same answer again, whoever asked. */
export const cutOffCard: UseCase<'cutOffCard'> = (context, { personId }, { actor }) =>
  untilDecided(context, async () => {
    const card = await readPersonCard(context.table, personId)
    if (!card) return { cutOff: false }
    return card.cutOff || (await endCard(context.table, personId, card, { at: instantOf(context.now()), by: actor.personId })) ? { cutOff: true } : undefined
  })

import { isRefusal, type Refusal } from '@shared/model/refusal'
import { assessHome as decide } from '../core/youth-home'
import { may } from '../core/may'
import type { UseCase } from '../http/app'
import { appendAssessment, readYouthHome } from '../store/youth-homes'
import { instantOf } from './context'
import { homeAfter } from './home-answer'
import { withName } from './names-of'
import { untilDecided } from './until-decided'

/** Adds the home's next assessment; its number is the lock. `append` is a parameter so that a test can take the guard away. */
export const assessHomeBy = (append: typeof appendAssessment = appendAssessment): UseCase<'assessHome'> => (context, { org, standard, id, state, words, ofRevision, after }, { actor }) =>
  homeAfter(context, org, actor, async () => {
    const decided = await untilDecided<Refusal | 'written'>(context, async () => {
      const home = await readYouthHome(context.table, org, true)
      const said = { assessId: id, standard, state, words, ofRevision, after, at: instantOf(context.now()), by: actor.personId }
      const decision = decide(home, said, may(actor.roles, ['home-manager'], org))
      if (isRefusal(decision)) return withName(context, decision)
      return 'stands' in decision || (await append(context.table, org, decision.add)) ? 'written' : undefined
    })
    return decided === 'written' ? undefined : decided
  })

export const assessHome = assessHomeBy()

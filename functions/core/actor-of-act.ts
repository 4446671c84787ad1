import type { ActName } from '@shared/model/application'
import type { StaffAct } from '@shared/model/procedure'
import { type Refusal, refuse } from '@shared/model/refusal'
import { lastOf } from '@shared/rules/application-order'
import type { ActFacts } from './act-conditions'
import type { ActInput, ActRequest, Company } from './act-input'
import { may } from './may'

/** Who the act belongs to, where it is not a staff role's. */
const belongsTo = (input: ActInput, { application, personId }: ActFacts): readonly (string | undefined)[] => {
  if (input.act === 'mentor-talk') return [application && lastOf(application, 'name-activist')?.facts.mentors[input.mentor]?.personId]
  if (input.act === 'introduce') return [input.introducer]
  return [personId]
}

const own: readonly ActName[] = ['apply', 'fill-form', 'withdraw', 'mentor-talk', 'introduce']
/** Acts of others that a branch secretary may enter from paper. */
const onPaper: readonly ActName[] = ['apply', 'fill-form', 'mentor-talk', 'introduce']

/** Nobody acts on their own application but with what is the applicant's; staff by the policy's roles over the applicant's branch. */
export const faultOfActor = (facts: ActFacts, { actor, input }: ActRequest, { branch }: Company): { refusal?: Refusal; onBehalf?: true } => {
  const mine = belongsTo(input, facts).includes(actor.personId)
  if (own.includes(input.act)) {
    if (mine) return {}
    if (actor.personId === facts.personId) return { refusal: refuse('own-application') }
    return onPaper.includes(input.act) && may(actor.roles, ['branch-secretary', 'committee', 'county-committee'], branch) ? { onBehalf: true } : { refusal: refuse('not-allowed') }
  }
  if (actor.personId === facts.personId) return { refusal: refuse('own-application') }
  return may(actor.roles, facts.procedure.content.actors[input.act as StaffAct], branch) ? {} : { refusal: refuse('not-allowed') }
}

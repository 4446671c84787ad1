import type { Tally } from '@shared/model/application'
import type { FieldError, Refusal } from '@shared/model/refusal'
import { localDateIn } from '@shared/rules/local-date-in'
import type { ActFacts } from './act-conditions'
import type { Company } from './act-input'

export const field = (path: string, code: string, message: string): FieldError => ({ path, code, message })
export const wrong = (...errors: (FieldError | undefined)[]): Refusal | undefined => {
  const faults = errors.filter((one) => one !== undefined)
  return faults.length ? { refused: 'invalid-input', errors: faults } : undefined
}

export const today = ({ timeZone, now }: ActFacts): string => localDateIn(timeZone, now)
/** A date that an act states: not to come, and not before (or, where days must grow, not on) the one it follows. */
export const dated = (facts: ActFacts, path: string, date: string, after?: string, strictly = false): FieldError | undefined => {
  if (date > today(facts)) return field(path, 'in-future', 'It has not been yet')
  if (after !== undefined && date < after) return field(path, 'too-early', `It was before what it follows, ${after}`)
  return after !== undefined && strictly && date === after ? field(path, 'same-day', `It was on the same day as what it follows, ${after}`) : undefined
}

/** Counts that do not add up. */
export const tallyFaults = ({ present, for: yes, against, abstain }: Tally, path: string): FieldError | undefined =>
  yes + against + abstain === present ? undefined : field(path, 'does-not-add-up', 'For, against and abstain must add up to those present')

/** Who cannot introduce this applicant, each by their place in the list. */
export const introducerFaults = ({ personId, procedure }: ActFacts, introducers: readonly string[], { people, branch }: Company): (FieldError | undefined)[] => [
  introducers.length !== procedure.content.introducers || new Set(introducers).size !== introducers.length ? field('introducers', 'how-many', `Exactly ${procedure.content.introducers} introducers`) : undefined,
  introducers.includes(personId) ? field('introducers', 'applicant', 'Nobody introduces themselves') : undefined,
  ...introducers.map((id, i) => (people.get(id)?.branch === branch && people.get(id)?.isMember ? undefined : field(`introducers[${i}]`, 'not-a-member', 'An introducer is a member of the League in the same branch'))),
]

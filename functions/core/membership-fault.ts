import { ageOn } from '@shared/rules/age-on'

/** Nobody joins before thirteen: a month without a day stands for its first, which may lie before the fourteenth birthday. */
const youngest = 13

/** What is wrong with the local date since when somebody is a member, as of `today`. */
export const membershipFault = (since: string, birthDate: string | undefined, today: string): 'in-the-future' | 'unlikely-date' | undefined => {
  if (since > today) return 'in-the-future'
  return birthDate !== undefined && (since < birthDate || ageOn(birthDate, since) < youngest) ? 'unlikely-date' : undefined
}

import type { RuleSet } from '@shared/model/rules'
import { localDateIn } from '@shared/rules/local-date-in'

/**
 * The earliest local date on which a person could be ready if all missing activity were done: today, or the birthday on which every age
 * requirement begins to hold. Undefined where one can no longer hold, or no birth date is known. A leap day's birthday falls on 1 March in other years.
 */
export const earliestReady = (ruleSet: RuleSet, birthDate: string | undefined, now: number): string | undefined => {
  const today = localDateIn(ruleSet.timeZone, now)
  const ages = ruleSet.requirements.flatMap((r) => (r.kind === 'age' && (r.enforcement ?? 'required') === 'required' ? [r] : []))
  if (ages.length === 0) return today
  if (birthDate === undefined) return undefined
  const birthday = (years: number): string => {
    const year = Number(birthDate.slice(0, 4)) + years
    const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
    return `${String(year).padStart(4, '0')}${birthDate.slice(4) === '-02-29' && !leap ? '-03-01' : birthDate.slice(4)}`
  }
  const from = ages.map(({ atLeast }) => birthday(atLeast)).concat(today).sort().at(-1) as string
  return ages.every(({ below }) => from < birthday(below)) ? from : undefined
}

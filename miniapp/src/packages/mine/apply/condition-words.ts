import type { Answer } from '@shared/contract/index'
import { requirementName } from '@/text/figure-words'
import { type ConditionKey, c } from './condition-text'

export type Condition = NonNullable<Answer<'showApplication'>['next']>['conditions'][number]

/** The procedure's own conditions; any other key is a requirement of the rules. */
const own = ['procedure-age', 'not-a-member', 'routes', 'months-as-activist', 'mentor-talks', 'number-left', 'quota-left', 'notice-days', 'calendar-known', 'objections-answered', 'no-objection-upheld', 'notice-over', 'introducers-spoken', 'quorum', 'not-reviewer', 'not-introducer']

export const conditionWords = ({ key, required }: Condition): string => (own.includes(key) ? c(`condition-${key}` as ConditionKey, { n: required ?? '' }) : requirementName(key))
export const mendWords = ({ mend, earliest }: Condition): string => `${c(`mend-${mend ?? 'none'}` as ConditionKey)}${earliest ? ` · ${c('earliest', { date: earliest })}` : ''}`
/** How far it is, of the procedure's own that are counted; requirements are told with their units on the first screen. */
export const farWords = ({ key, achieved, required }: Condition): string => (['routes', 'mentor-talks', 'notice-days', 'quorum'].includes(key) && achieved !== undefined && required !== undefined ? c('so', { a: achieved, n: required }) : '')

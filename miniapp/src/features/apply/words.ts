import type { ApplicationState } from '@shared/model/application'
import type { Answer } from '@shared/contract/index'
import { requirementName } from '@/text/figure-words'
import { type ApplyKey, a } from './text'

export type Condition = NonNullable<Answer<'showApplication'>['next']>['conditions'][number]

/** The procedure's own conditions; any other key is a requirement of the rules. */
const own = ['procedure-age', 'not-a-member', 'routes', 'months-as-activist', 'mentor-talks', 'number-left', 'quota-left', 'notice-days', 'calendar-known', 'objections-answered', 'no-objection-upheld', 'notice-over', 'introducers-spoken', 'quorum', 'not-reviewer', 'not-introducer']

export const stateWords = (state: ApplicationState): string => a(`state-${state}`)
export const actWords = (act: string): string => a(`act-${act}` as ApplyKey)
/** The roles that an act is recorded by, as one phrase. */
export const byWords = (by: readonly string[]): string => by.map((one) => a(`by-${one}` as ApplyKey)).join(a('byOr'))
export const conditionWords = ({ key, required }: Condition): string => (own.includes(key) ? a(`condition-${key}` as ApplyKey, { n: required ?? '' }) : requirementName(key))
export const mendWords = ({ mend, earliest }: Condition): string => `${a(`mend-${mend ?? 'none'}` as ApplyKey)}${earliest ? ` · ${a('earliest', { date: earliest })}` : ''}`

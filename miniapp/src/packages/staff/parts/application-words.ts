import type { Answer } from '@shared/contract/index'
import { requirementName } from '@/text/figure-words'
import { ad, type AdmissionKey } from '../text/admission'

export type View = Answer<'showApplication'>
export type Condition = NonNullable<View['next']>['conditions'][number]

export const stateName = (state: string): string => ad(`state-${state}` as AdmissionKey)
export const actName = (act: string): string => ad(`act-${act}` as AdmissionKey)
/** Who something waits for, by the names of those who may do it. */
export const whoWaits = (by: readonly string[]): string => by.map((one) => ad(`by-${one}` as AdmissionKey)).join(ad('or'))

/** The procedure's own conditions; the others are requirements of the rules. */
const own = new Set(['letter', 'procedure-age', 'not-a-member', 'routes', 'months-as-activist', 'mentor-talks', 'number-left', 'quota-left', 'calendar-known', 'notice-days', 'objections-answered', 'no-objection-upheld', 'notice-over', 'introducers-spoken', 'not-reviewer', 'not-introducer', 'quorum'])
export const conditionName = ({ key, required }: Pick<Condition, 'key' | 'required'>): string => (own.has(key) ? ad(`condition-${key}` as AdmissionKey, { n: required ?? '' }) : requirementName(key))
/** How an unmet one is mended, and from when it can hold. */
export const mendWords = ({ mend, earliest }: Condition): string => [ad(`mend-${mend ?? 'none'}` as AdmissionKey), earliest && ad('earliest', { date: earliest })].filter(Boolean).join(' · ')

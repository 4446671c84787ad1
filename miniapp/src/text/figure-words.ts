import type { Figure } from '@shared/contract/home'
import { amount } from './format'
import { tOr } from './index'

/** The unit of a figure: its category's, or its kind's own. */
export const unitOf = (f: Pick<Figure, 'kind' | 'unit'>): string | undefined => ({ age: 'year', points: 'point', coverage: 'issue', quantity: f.unit })[f.kind]

export const requirementName = (key: string): string => tOr(`req-${key}`, key)
export const categoryName = (category: string): string => tOr(`cat-${category}`, category)

/** "18 小时 / 20 小时" */
export const achievedWords = (f: Figure): string => `${amount(f.achieved, unitOf(f))} / ${amount(f.required, unitOf(f))}`
export const missingWords = (f: Figure): string => amount(Math.max(0, f.required - f.achieved), unitOf(f))

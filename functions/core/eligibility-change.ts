import type { RequirementResult, Result } from '@shared/model/rules'

interface Figures {
  enforcement: 'required' | 'advisory'
  achieved: number
  required: number
  met: boolean
}

/** A requirement that makes the difference, as each of two rule sets sees it; absent where that one does not have it. */
export interface Reason {
  key: string
  before?: Figures
  after?: Figures
}

const figuresOf = ({ enforcement, achieved, required, met }: RequirementResult): Figures => ({ enforcement, achieved, required, met })
const gates = ({ enforcement, met }: RequirementResult): boolean => enforcement === 'required' && !met

/** Whether somebody becomes eligible or no longer is, and by which requirements: those that kept them out before, or do so now. Undefined: nothing changes. */
export const eligibilityChange = (before: Result, after: Result): { eligible: boolean; because: Reason[] } | undefined => {
  if (before.eligible === after.eligible) return undefined
  const of = (result: Result) => new Map(result.requirements.map((one) => [one.key, figuresOf(one)]))
  const [was, is] = [of(before), of(after)]
  const keys = (after.eligible ? before : after).requirements.filter(gates).map(({ key }) => key)
  return { eligible: after.eligible, because: keys.map((key) => ({ key, before: was.get(key), after: is.get(key) })) }
}

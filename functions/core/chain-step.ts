import type { ApplicationStep, Evaluation } from '@shared/model/application'
import type { NewStep } from './act-input'
import { chained, firstPrev, hashOf, sealOf } from './audit-chain'

/** Where a step has its place: behind the last step of its application, and as number `n` of all of the person's. */
export interface Place {
  n: number
  stepId: string
  applicationId: string
  at: string
  by: string
  procedure: number
  last: ApplicationStep | undefined
  /** Hex of 16 random bytes. */
  salt: string
  evaluated?: Evaluation | undefined
}

/** A decided step with its place in the chain: what may one day be erased is sealed, the rest is hashed with the hash of the step before. */
export const chainStep = (decided: NewStep, { n, stepId, applicationId, at, by, procedure, last, salt, evaluated }: Place): ApplicationStep => {
  const { texts, ...said } = decided as NewStep & { texts?: ApplicationStep['texts'] }
  const beside = { ...(texts && { texts }), ...(evaluated && { evaluated }) } as Pick<ApplicationStep, 'texts' | 'evaluated'>
  const sealed = texts || evaluated ? sealOf(salt, beside) : undefined
  const step = chained({ ...said, n, seq: (last?.seq ?? 0) + 1, stepId, applicationId, at, by, procedure, ...(sealed !== undefined && { sealed }), prev: last?.hash ?? firstPrev } as Omit<ApplicationStep, 'hash'>)
  return { ...step, ...beside, hash: hashOf(step as Omit<ApplicationStep, 'hash'>) } as ApplicationStep
}

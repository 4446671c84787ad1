import type { ApplicationStep, ChainHead } from '@shared/model/application'
import { sha256Hex } from '@shared/pass/sha256'

export const firstPrev = '0'.repeat(64)

/** JSON in one form only: keys sorted, absent values left out, no white space. What it gives is what was hashed, byte for byte. */
export const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map((one) => canonical(one ?? null)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).filter(([, one]) => one !== undefined).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`
}

/** What of a step its hash covers: all but the hash itself, and what may one day have to be erased, which is there as `sealed`. */
export const chained = ({ hash, texts, evaluated, salt, ...rest }: Omit<ApplicationStep, 'hash'> & { hash?: string; salt?: string }) => rest

/** SHA-256 of what stands beside the chain, with a salt that is erased with it: without both nobody can guess it from its hash. */
export const sealOf = (salt: string, { texts, evaluated }: Pick<ApplicationStep, 'texts' | 'evaluated'>): string => sha256Hex(`${salt}\n${canonical({ texts, evaluated })}`)

export const hashOf = (step: Omit<ApplicationStep, 'hash'> & { hash?: string }): string => sha256Hex(canonical(chained(step)))

/** What a head's signature is over. */
export const headMessage = ({ applicationId, count, hash }: Pick<ChainHead, 'applicationId' | 'count' | 'hash'>): string => `qingcheng audit head 1\n${applicationId}\n${count}\n${hash}\n`

/** The first entry of one application's chain that does not fit, in their order; undefined where all do. Whether the head fits is asked elsewhere. */
export const faultOfChain = (steps: readonly Omit<ApplicationStep, 'texts' | 'evaluated'>[]): { seq: number; why: 'hash' | 'prev' | 'seq' | 'application' } | undefined => {
  let prev = firstPrev
  for (const [i, step] of steps.entries()) {
    const seq = i + 1
    if (step.seq !== seq) return { seq, why: 'seq' }
    if (step.applicationId !== steps[0]?.applicationId) return { seq, why: 'application' }
    if (step.prev !== prev) return { seq, why: 'prev' }
    if (hashOf(step as ApplicationStep) !== step.hash) return { seq, why: 'hash' }
    prev = step.hash
  }
  return undefined
}

import type { Figure } from '../model/rules'

/** Exact sums and products of whole numbers: plain numbers up to 2^53 - 1, and bigints only beyond (spec: nothing depends on floating point). */

const isSafe = (value: number): boolean => value <= Number.MAX_SAFE_INTEGER

export const add = (a: Figure, b: Figure): Figure => {
  if (typeof a === 'number' && typeof b === 'number' && isSafe(a + b)) return a + b
  return BigInt(a) + BigInt(b)
}

export const multiply = (a: Figure, b: number): Figure => {
  if (typeof a === 'number' && isSafe(a * b)) return a * b
  return narrow(BigInt(a) * BigInt(b))
}

/** ⌊a / b⌋. `b` is positive. */
export const divide = (a: Figure, b: number): Figure => (typeof a === 'number' ? (a - (a % b)) / b : narrow(a / BigInt(b)))

const narrow = (value: bigint): Figure => (value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value)

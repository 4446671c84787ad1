import { readableCode } from './readable-code'

/** A code of 65 random bits, as `K7M4-2QXD-9TPA-R`. Takes 13 random bytes. */
export const bindingCodeOf = (random: Uint8Array): string => readableCode(random, 13)

export const bindingCodeDays = 7

import { readableCode } from './readable-code'

/** The code of a document: 80 random bits, as `K7M4-2QXD-9TPA-RW3H`. Takes 16 random bytes. */
export const documentCodeOf = (random: Uint8Array): string => readableCode(random, 16)

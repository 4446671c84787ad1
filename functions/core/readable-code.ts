/** No letters or digits that are mistaken for each other. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** In groups that can be read out: K7M4-2QXD-9TPA. */
export const inFours = (text: string): string => text.replaceAll(/(.{4})(?=.)/g, '$1-')

/** A code of `length` characters, 5 random bits each; takes as many random bytes. 256 is a multiple of 32: each character is as likely as any. */
export const readableCode = (random: Uint8Array, length: number): string => inFours([...random.slice(0, length)].map((byte) => alphabet[byte % 32]).join(''))

/** What people type or paste: lower case, spaces, full-width letters, no dashes. */
export const tidyCode = (typed: string): string => typed.normalize('NFKC').toUpperCase().replaceAll(/[^0-9A-Z]/g, '')

/** No letters or digits that are mistaken for each other. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const length = 16

/** The code of a document: 80 random bits in groups that can be read out, as `K7M4-2QXD-9TPA-RW3H`. Takes 16 random bytes; 256 is a multiple of 32, so each character is as likely as any. */
export const documentCodeOf = (random: Uint8Array): string =>
  [...random.slice(0, length)].map((byte) => alphabet[byte % 32]).join('').replace(/(.{4})(?=.)/g, '$1-')

/** What people type or paste: lower case, spaces, full-width letters, no dashes. */
export const tidyDocumentCode = (typed: string): string => typed.normalize('NFKC').toUpperCase().replaceAll(/[^0-9A-Z]/g, '')

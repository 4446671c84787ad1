/** No letters or digits that are mistaken for each other. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** A code of 65 random bits in groups that can be read out, as `K7M4-2QXD-9TPA-R`: 13 characters of 5 bits. Takes 13 random bytes. */
export const bindingCodeOf = (random: Uint8Array): string =>
  [...random.slice(0, 13)].map((byte) => alphabet[byte % 32]).join('').replace(/(.{4})(?=.)/g, '$1-')

/** What people type: lower case, spaces, no dashes. */
export const tidyBindingCode = (typed: string): string => typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')

export const bindingCodeDays = 7

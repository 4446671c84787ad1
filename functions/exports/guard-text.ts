/** What a spreadsheet program skips before a cell: white space, also wide, and marks that are not seen. */
const skipped = /^[\s\u200b-\u200f\u2060\ufeff]+/u
const begins = /^[=+\-@\u2212]/u

/**
 * Whether a program could take a text for a formula: it begins with = + - @ (full-width, small and mathematical ones too), be it after spaces or unseen
 * marks, or with a tab or a line end.
 */
export const looksLikeFormula = (text: string): boolean => /^[\t\r\n]/.test(text) || begins.test(text.replace(skipped, '').normalize('NFKC').replace(skipped, ''))

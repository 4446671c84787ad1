import { sheetFaults } from '@shared/model/roster'
import type { Trouble } from '@/api/reply'
import { s } from '../text'

export const sheetBytesAtMost = 3_000_000

/** The columns that a sheet lacks, of those there are, in words. */
export const missingIn = <F extends string>(detail: Trouble['detail'], fields: readonly F[], nameOf: (field: F) => string): string =>
  fields.filter((field) => Array.isArray(detail.missing) && detail.missing.includes(field)).map(nameOf).join(s('and'))

/** Why a file came to nothing, and what to do about it; undefined where that is not the file's fault. */
export const sheetTrouble = <F extends string>({ code, detail }: Trouble, fields: readonly F[], nameOf: (field: F) => string): string | undefined => {
  const why = sheetFaults.find((one) => code === 'sheet-unreadable' && one === detail.why)
  if (why) return s(`why-${why}`)
  if (code === 'sheet-columns-missing') return s('columnsUnknown', { what: missingIn(detail, fields, nameOf) })
  return code === 'too-large' ? s('fileTooLarge') : undefined
}

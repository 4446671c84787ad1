import type { ExportedFile } from '@shared/contract/exports'
import { localDateIn } from '@shared/rules/local-date-in'
import { contentTypes, type OutSheet, type SheetFormat, type writeSheet } from '../exports/write-sheet'
import type { Context } from './context'

/** By class, then number, then name, as a class register is kept. */
export const byClassAndNumber = (a: Listed, b: Listed): number => {
  const key = ({ className = '', studentNumber = '', name }: Listed) => [className, studentNumber, name]
  const [mine, other] = [key(a), key(b)]
  for (const [i, one] of mine.entries()) {
    const order = one.localeCompare(other[i] ?? '', 'zh-CN', { numeric: true })
    if (order !== 0) return order
  }
  return 0
}
interface Listed {
  className?: string | undefined
  studentNumber?: string | undefined
  name: string
}

/** A sheet as the file that is answered; named by what it is, whose, and the date in Asia/Shanghai. */
export const asFile = async (context: Context, name: string, sheet: OutSheet, format: SheetFormat, write: typeof writeSheet): Promise<ExportedFile> => ({
  fileName: `${name.replaceAll(/[\\/:*?"<>|\s]+/g, ' ')}-${localDateIn('Asia/Shanghai', context.now())}.${format}`,
  contentType: contentTypes[format],
  content: (await write(sheet, format)).toString('base64'),
  rows: sheet.rows.length,
})

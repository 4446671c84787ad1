import { s } from '../text'
import type { SheetColumn } from './sheet-columns'

/** Which sheet and columns were read, and which were not. */
export const readingLines = ({ sheet, columns }: { sheet?: string | undefined; columns: readonly SheetColumn[] }, fields: readonly string[]): string[] => {
  const line = (key: 'columnsRead' | 'identityIgnored' | 'columnsIgnored', uses: readonly string[]) => {
    const what = columns.filter(({ use }) => uses.includes(use)).flatMap(({ header }) => header || []).join(s('and'))
    return what ? [s(key, { what })] : []
  }
  return [...(sheet === undefined ? [] : [s('sheetRead', { name: sheet })]), ...line('columnsRead', fields), ...line('identityIgnored', ['ignored-identity']), ...line('columnsIgnored', ['ignored'])]
}

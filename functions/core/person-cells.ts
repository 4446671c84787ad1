import { type Cell, hasIdentity, shown, textOf, tightOf } from './sheet-cell'

/** What schools and platforms call the columns that say who a row is about, the best first. */
export const nameColumns = ['姓名', '学生姓名', '团员姓名', '青年姓名', '志愿者姓名', '学员姓名', '名字', '学生', '志愿者', 'name', 'studentname', 'fullname']
export const classColumns = ['班级', '所在班级', '班级名称', '行政班', '行政班级', '年级班级', '班别', '班', 'class', 'classname']
export const numberColumns = ['学号', '学生学号', '学生编号', '学籍号', '全国学籍号', '学籍辅号', 'studentnumber', 'studentno', 'studentid']

/** A name without the spaces that line it up; '' where there is none. */
export const readName = (cell: Cell | undefined): { name: string; fault?: 'required' | 'too-long' | 'not-a-name' } => {
  const written = textOf(cell)
  // 张　三 is lined up with longer names; between foreign names a space means something.
  const name = written.replaceAll(/\s+/g, /[A-Za-z]/.test(written) ? ' ' : '')
  if (name === '') return { name, fault: 'required' }
  if (name.length > 40) return { name: shown(name), fault: 'too-long' }
  return /^[\p{L}\p{M}〇·•‧.' ()-]+$/u.test(name) ? { name: shown(name) } : { name: shown(name), fault: 'not-a-name' }
}

/** A number that tells somebody or something apart, as it was typed: not what a spreadsheet program made of it. */
export const readNumber = (cell: Cell | undefined): { number?: string; fault?: 'number-lost-digits' | 'identity-number' | 'too-long' } => {
  const text = tightOf(cell).toUpperCase()
  if (text === '') return {}
  if (hasIdentity(text)) return { fault: 'identity-number' }
  // Spreadsheet programs keep 15 digits of a number; what they show after that is not what was typed.
  if (cell instanceof Date || (typeof cell === 'number' && !(Number.isSafeInteger(cell) && Math.abs(cell) < 1e15)) || /^\d(\.\d+)?E\+?\d+$/.test(text)) return { fault: 'number-lost-digits' }
  return text.length > 40 ? { fault: 'too-long' } : { number: text }
}

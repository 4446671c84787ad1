/** Grades that follow one another, as classes are called in schools. The last of a line graduates. */
const grades = [
  ['七年级', '八年级', '九年级'],
  ['初一', '初二', '初三'],
  ['高一', '高二', '高三'],
  ['职高一', '职高二', '职高三'],
  ['中职一', '中职二', '中职三'],
  ['职一', '职二', '职三'],
  // Of vocational schools: who is younger is in no branch.
  ['一年级', '二年级', '三年级'],
] as const

/**
 * What a class is called a school year later: `高一（1）班` → `高二（1）班`; `graduates` after the last grade. A class named by the year in which it began (`2024级3班`)
 * keeps its name and graduates in its third summer; undefined where nothing can be told. `year`: of the summer.
 */
export const nextClass = (className: string, year: number): string | 'graduates' | undefined => {
  for (const line of grades) {
    const at = line.findIndex((grade) => className.startsWith(grade))
    if (at < 0) continue
    const next = line[at + 1]
    return next === undefined ? 'graduates' : next + className.slice((line[at] as string).length)
  }
  const began = className.match(/^(20\d\d)级/)?.[1]
  if (began === undefined) return undefined
  return year - Number(began) >= 3 ? 'graduates' : className
}

/** A branch's name with the grades of its classes moved up, where it names one and all of its classes agree: `高一（1）班团支部` → `高二（1）班团支部`. */
export const nextBranchName = (name: string, year: number): string => {
  const next = nextClass(name, year)
  return next === undefined || next === 'graduates' ? name : next
}

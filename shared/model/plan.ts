/** Development numbers of a year that a county gave to a committee: serials `from` to `to`, both included; `next` is the first that nobody has. */
export interface NumberRange {
  year: number
  from: number
  to: number
  next: number
  committee: string
}

/** How many of a branch's young people of a grade (`*`: of all of them) may be admitted in a year. `taken` counts those reserved and used; never more than `quota`. */
export interface QuotaLine {
  branch: string
  grade: string
  quota: number
  taken: number
  used: number
}

/** The name of a line within its committee and year. */
export const quotaLineOf = ({ branch, grade }: Pick<QuotaLine, 'branch' | 'grade'>): string => `${branch}#${grade}`

/** 12 digits: the year, the province, a serial of six (spec/admission-procedure.md, "pre-reviewed"). */
export const developmentNumber = (year: number, province: string, serial: number): string => `${year}${province}${String(serial).padStart(6, '0')}`

/** The grade in a class's name: `高一1班` → `高一`, `2024级3班` → `2024级`, `九年级（2）班` → `九年级`; undefined where none is found. */
export const gradeOf = (className: string | undefined): string | undefined => className?.match(/^(.+?)(?:[(（]?\d+[)）]?|[一二三四五六七八九十]+)班$/)?.[1]

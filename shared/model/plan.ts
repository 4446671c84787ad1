/** Development numbers of a year that a county gave to a committee: serials `from` to `to`, both included; `next` is the first that nobody has. */
export interface NumberRange {
  year: number
  from: number
  to: number
  next: number
  committee: string
  /** The client's id of the gift, when it was made and by whom; absent in a seed. */
  id?: string
  at?: string
  by?: string
}

/** What a county lets a committee admit in a year. `revision` counts every change of it and of the committee's lines. */
export interface CommitteePlan {
  committee: string
  quota?: number
  revision: number
  saveId: string
  /** What the last save asked for: the same id with other words is a mistake. */
  said: string
  at: string
  by: string
}

/** How many of a branch's young people of a grade (`*`: of all of them) may be admitted in a year. `taken` counts those reserved and used; never more than `quota`. */
export interface QuotaLine {
  branch: string
  grade: string
  quota: number
  taken: number
  used: number
}

/** A line as it shall be; taken out where there is no quota. */
export interface LineChange {
  branch: string
  grade: string
  quota: number | null
}

/** One write of the plan. `untaken`: only while nobody has a place of the line. */
export interface LineWrite {
  key: string
  change: 'add' | 'set' | 'remove' | 'keep'
  untaken: boolean
  line: LineChange
}

/** The name of a line within its committee and year. */
export const quotaLineOf = ({ branch, grade }: Pick<QuotaLine, 'branch' | 'grade'>): string => `${branch}#${grade}`

/** All of a branch, whatever the grade. */
export const everyGrade = '*'

/** What a branch's lines come to: its line for all where it has one, of which those by grade are parts; else their sum. */
export const branchTotal = (lines: readonly Pick<QuotaLine, 'grade' | 'quota'>[]): number => lines.find(({ grade }) => grade === everyGrade)?.quota ?? lines.reduce((sum, { quota }) => sum + quota, 0)

/** What a committee's lines come to. */
export const spreadOf = (lines: readonly QuotaLine[]): number => [...new Set(lines.map(({ branch }) => branch))].reduce((sum, branch) => sum + branchTotal(lines.filter((line) => line.branch === branch)), 0)

/** Places taken of a committee, each once: a line for all counts those of its grades too. */
export const placesOf = (lines: readonly QuotaLine[], field: 'taken' | 'used'): number =>
  [...new Set(lines.map(({ branch }) => branch))].reduce((sum, branch) => {
    const own = lines.filter((line) => line.branch === branch)
    return sum + (own.find(({ grade }) => grade === everyGrade)?.[field] ?? own.reduce((all, line) => all + line[field], 0))
  }, 0)

/** 12 digits: the year, the province, a serial of six (spec/admission-procedure.md, "pre-reviewed"). */
export const developmentNumber = (year: number, province: string, serial: number): string => `${year}${province}${String(serial).padStart(6, '0')}`

/** The grade in a class's name: `高一1班` → `高一`, `2024级3班` → `2024级`, `九年级（2）班` → `九年级`; undefined where none is found. */
export const gradeOf = (className: string | undefined): string | undefined => className?.match(/^(.+?)(?:[(（]?\d+[)）]?|[一二三四五六七八九十]+)班$/)?.[1]

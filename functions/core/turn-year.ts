import type { Org } from '@shared/model/org'
import type { FieldError } from '@shared/model/refusal'
import type { BranchTurn, ClassTurn, Place, YearTurn } from '@shared/model/turn'
import { nextBranchName, nextClass } from '@shared/rules/next-class'

type Listed = { className?: string | undefined; leagueMember?: unknown; graduated?: number | undefined }

export interface ClassCount {
  branch: string
  className: string
  members: number
  leagueMembers: number
}

/** Every class of a school's branches, with how many are in it: those that a branch serves and those that somebody is in. Whoever is in none stays where they are. */
export const classesOf = (branches: readonly Pick<Org, 'id' | 'classes'>[], roster: ReadonlyMap<string, readonly Listed[]>): ClassCount[] =>
  branches.flatMap(({ id, classes = [] }) => {
    const here = (roster.get(id) ?? []).filter(({ graduated }) => graduated === undefined)
    const names = [...new Set([...classes, ...here.flatMap(({ className }) => className ?? [])])].sort((a, b) => a.localeCompare(b, 'zh-CN', { numeric: true }))
    return names.map((className) => {
      const own = here.filter((member) => member.className === className)
      return { branch: id, className, members: own.length, leagueMembers: own.filter(({ leagueMember }) => leagueMember).length }
    })
  })

/** What most schools do: each class is called by its next grade within its branch, the last grade graduates. A class of which nothing can be told keeps its name until somebody says otherwise. */
export const suggestTurn = (classes: readonly ClassCount[], year: number): ClassTurn[] =>
  classes.map(({ branch, className }) => {
    const next = nextClass(className, year)
    return next === 'graduates' ? { branch, className } : { branch, className, to: { branch, className: next ?? className } }
  })

const fault = (path: string, code: string, message: string): FieldError => ({ path, code, message })

/** What is wrong with the lines of a turn, by field. */
export const faultsOfTurn = (lines: readonly ClassTurn[], classes: readonly ClassCount[], branches: readonly Pick<Org, 'id'>[]): FieldError[] => {
  const known = new Set(classes.map(({ branch, className }) => `${branch}\n${className}`))
  const seen = new Set<string>()
  const here = new Set(branches.map(({ id }) => id))
  return lines.flatMap(({ branch, className, to }, i) => {
    const key = `${branch}\n${className}`
    const twice = seen.has(key)
    seen.add(key)
    if (twice) return [fault(`lines[${i}].className`, 'twice', 'The class has a line already')]
    if (!known.has(key)) return [fault(`lines[${i}].className`, 'unknown-class', 'The school has no such class')]
    return to && !here.has(to.branch) ? [fault(`lines[${i}].to.branch`, 'not-a-branch', 'A branch of the school')] : []
  })
}

/** What each branch is called and serves afterwards: classes that came to it, and those of its own that no line is about. Branches that stay as they are are left out. */
export const branchesAfter = (lines: readonly ClassTurn[], branches: readonly Pick<Org, 'id' | 'name' | 'classes'>[], names: ReadonlyMap<string, string>): BranchTurn[] =>
  branches.flatMap(({ id, name, classes }) => {
    const gone = new Set(lines.filter((line) => line.branch === id).map(({ className }) => className))
    const came = lines.flatMap(({ to }) => (to?.branch === id ? [to.className] : []))
    const next = classes && [...new Set([...classes.filter((one) => !gone.has(one)), ...came])]
    const now = { name: names.get(id) ?? name, ...(next && { classes: next }) }
    return now.name === name && JSON.stringify(now.classes) === JSON.stringify(classes) ? [] : [{ branch: id, was: { name, ...(classes && { classes }) }, now }]
  })

/** Names that branches would have, where their own tells a grade. A branch whose classes all graduate keeps its name for those who come. */
export const suggestNames = (branches: readonly Pick<Org, 'id' | 'name'>[], year: number): Map<string, string> => new Map(branches.map(({ id, name }) => [id, nextBranchName(name, year)]))

/** The line that a person's class goes by; undefined where they have been taken along already, are in no class, or have left school. */
export const lineFor = (turn: Pick<YearTurn, 'turnId' | 'lines'>, at: Place, member: { turn?: { id: string } | undefined; graduated?: number | undefined }): ClassTurn | undefined =>
  member.turn?.id === turn.turnId || member.graduated !== undefined ? undefined : turn.lines.find(({ branch, className }) => branch === at.branch && className === at.className)

/** Whether a line changes where its people are. */
export const changes = ({ branch, className, to }: ClassTurn): boolean => to === undefined || to.branch !== branch || to.className !== className

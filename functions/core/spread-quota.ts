import { branchTotal, everyGrade, type LineChange, type LineWrite, type QuotaLine, quotaLineOf, spreadOf } from '@shared/model/plan'
import type { FieldError } from '@shared/model/refusal'

/**
 * What a committee's changes come to: each write with what must hold for it, or the faults of its fields (`lines[i]…`). Lines of a branch begin and end so
 * that no place is counted twice or not at all: one for all, or one beside it, only while nobody has a place of the others.
 */
export const spreadQuota = (lines: readonly QuotaLine[], changes: readonly LineChange[], total: number | undefined, branches: readonly string[]): { writes: LineWrite[] } | { errors: FieldError[] } => {
  const errors: FieldError[] = []
  const fault = (i: number, field: keyof LineChange, code: string, message: string) => errors.push({ path: `lines[${i}].${field}`, code, message })
  const held = new Map(lines.map((line) => [quotaLineOf(line), line]))
  const after = new Map(held)
  const writes = new Map<string, LineWrite>()
  const untaken = (line: QuotaLine) => {
    const key = quotaLineOf(line)
    writes.set(key, { ...(writes.get(key) ?? { key, change: 'keep', line }), untaken: true })
  }
  for (const [i, change] of changes.entries()) {
    const key = quotaLineOf(change)
    const line = held.get(key)
    if (!branches.includes(change.branch)) fault(i, 'branch', 'not-a-branch', 'No branch of this committee')
    if (writes.get(key)?.line === change || changes.findIndex((one) => quotaLineOf(one) === key) !== i) fault(i, 'grade', 'twice', 'This line was named before')
    if (change.quota === null) {
      after.delete(key)
      if (line && line.taken > 0) fault(i, 'quota', 'taken', `${line.taken} places are taken`)
      if (line) writes.set(key, { key, change: 'remove', untaken: true, line: change })
      continue
    }
    if (line && change.quota < line.taken) fault(i, 'quota', 'below-taken', `${line.taken} places are taken`)
    after.set(key, { branch: change.branch, grade: change.grade, quota: change.quota, taken: line?.taken ?? 0, used: line?.used ?? 0 })
    writes.set(key, { key, change: line ? 'set' : 'add', untaken: writes.get(key)?.untaken ?? false, line: change })
    if (line) continue
    const met = lines.filter((other) => other.branch === change.branch && (change.grade === everyGrade || other.grade === everyGrade))
    if (met.some(({ taken }) => taken > 0)) fault(i, 'grade', 'places-taken', 'Places of the branch’s other lines are taken')
    for (const other of met) untaken(other)
  }
  for (const [i, { branch, grade, quota }] of changes.entries()) {
    const own = [...after.values()].filter((line) => line.branch === branch)
    const all = own.find((line) => line.grade === everyGrade)
    if (quota !== null && all && grade !== everyGrade && quota > all.quota) fault(i, 'quota', 'above-all', `More than the branch’s ${all.quota}`)
    const over = grade === everyGrade && quota !== null ? own.find((line) => line.grade !== everyGrade && line.quota > quota && !changes.some((one) => quotaLineOf(one) === quotaLineOf(line))) : undefined
    if (over) fault(i, 'quota', 'below-grade', `${over.grade} has ${over.quota}`)
  }
  const before = new Map([...new Set(lines.map(({ branch }) => branch))].map((branch) => [branch, branchTotal(lines.filter((line) => line.branch === branch))]))
  const spread = spreadOf([...after.values()])
  if (spread > (total ?? 0) && spread > [...before.values()].reduce((sum, n) => sum + n, 0)) errors.push({ path: 'lines', code: total === undefined ? 'no-total' : 'over-total', message: `${spread} of ${total ?? 0}` })
  return errors.length ? { errors } : { writes: [...writes.values()] }
}

import { developmentNumber, type NumberRange, type QuotaLine, quotaLineOf } from '@shared/model/plan'

/** A branch's places of a year. */
export type DemoQuota = QuotaLine & { committee: string; year: number }

const aRange = 40

/** The county's development plan as its applications use it: a range of numbers for each committee and year, and a quota for each branch and year. */
export class CountyPlan {
  private readonly ranges = new Map<string, NumberRange>()
  private readonly quotas = new Map<string, DemoQuota>()
  readonly numbers: { number: string; personId: string; to: number }[] = []

  /** `committees` in their order: the county gives each forty numbers a year. `quotaOf`: a branch's places in a year. */
  constructor(private readonly committees: readonly string[], private readonly province: string, private readonly quotaOf: (branch: string, year: number) => number) {}

  range(committee: string, year: number): NumberRange {
    const key = `${committee} ${year}`
    const from = this.committees.indexOf(committee) * aRange + 1
    const range = this.ranges.get(key) ?? { year, from, to: from + aRange - 1, next: from, committee }
    this.ranges.set(key, range)
    return range
  }

  quota(committee: string, branch: string, year: number): DemoQuota {
    const key = `${branch} ${year}`
    const quota = this.quotas.get(key) ?? { committee, year, branch, grade: '*', quota: this.quotaOf(branch, year), taken: 0, used: 0 }
    this.quotas.set(key, quota)
    return quota
  }

  /** What an applicant of the branch finds (use-cases/application-facts.ts). */
  left(committee: string, branch: string, year: number): { number: string | undefined; lines: { key: string; left: number }[] } {
    const range = this.range(committee, year)
    const quota = this.quota(committee, branch, year)
    return { number: range.next <= range.to ? developmentNumber(year, this.province, range.next) : undefined, lines: [{ key: quotaLineOf(quota), left: quota.quota - quota.taken }] }
  }

  reserve(committee: string, branch: string, year: number, number: string, personId: string): void {
    const range = this.range(committee, year)
    if (number === developmentNumber(year, this.province, range.next)) range.next++
    this.numbers.push({ number, personId, to: range.to })
    this.quota(committee, branch, year).taken++
  }

  giveBack(committee: string, branch: string, year: number): void {
    this.quota(committee, branch, year).taken--
  }

  use(committee: string, branch: string, year: number): void {
    this.quota(committee, branch, year).used++
  }

  allRanges = (): NumberRange[] => [...this.ranges.values()]
  allQuotas = (): DemoQuota[] => [...this.quotas.values()]
}

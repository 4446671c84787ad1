import type { Org } from '@shared/model/org'

/** The demo county's organisations: names that sound right and belong to nobody. */
export const countyId = 'wangcang'

const townships = [
  '青溪镇', '云岭镇', '石桥镇', '柏林镇', '白鹤镇', '松坪镇', '梨园镇', '双河镇', '望江镇', '红岩镇', '竹园镇', '龙潭镇',
  '鹿鸣镇', '茶坪镇', '月湾镇', '金沙镇', '枫林镇', '杨柳镇', '花溪镇', '马鞍镇', '铁炉乡', '核桃乡', '雁门乡',
]

/** Name, township (from 1), classes with their grade (9: graduating year of junior middle school, 10–12: senior or vocational). */
const schools: [string, number, [string, number][]][] = [
  ['清江中学', 1, [['高一1班', 10], ['高一2班', 10], ['高二1班', 11], ['高三1班', 12]]],
  ['云岭高级中学', 2, [['高一1班', 10], ['高一3班', 10], ['高二2班', 11], ['高三2班', 12]]],
  ['凤仪高级中学', 1, [['高一1班', 10], ['高二1班', 11], ['高二4班', 11], ['高三1班', 12]]],
  ['石桥初级中学', 3, [['九年级1班', 9], ['九年级2班', 9], ['九年级3班', 9]]],
  ['柏林初级中学', 4, [['九年级1班', 9], ['九年级2班', 9], ['九年级4班', 9]]],
  ['松坪初级中学', 6, [['九年级1班', 9], ['九年级2班', 9], ['九年级3班', 9]]],
  ['双河九年制学校', 8, [['九年级1班', 9], ['九年级2班', 9]]],
  ['龙潭九年制学校', 12, [['九年级1班', 9], ['九年级2班', 9]]],
  ['竹园初级中学', 11, [['九年级1班', 9], ['九年级2班', 9], ['九年级3班', 9]]],
  ['职业高级中学', 5, [['一年级电子班', 10], ['二年级旅游班', 11], ['三年级汽修班', 12]]],
  ['花溪九年制学校', 19, [['九年级1班', 9], ['九年级2班', 9]]],
  ['月湾初级中学', 15, [['九年级1班', 9], ['九年级2班', 9], ['九年级3班', 9]]],
]
/** Townships with a branch of young people who have left school. */
const withBranch = [1, 5, 9, 14]

const two = (n: number) => String(n).padStart(2, '0')
export const townshipId = (n: number): string => `${countyId}.t${two(n)}`
export const homeId = (township: number): string => `${townshipId(township)}.home`
export const townshipNumbers: readonly number[] = townships.map((_, i) => i + 1)
export const townshipName = (n: number): string => townships[n - 1] ?? ''

/** A branch, with what its members' ages and places follow from. `grade` is absent for those who have left school. */
export interface BranchPlan {
  id: string
  /** The school or township above it. */
  above: string
  aboveName: string
  className: string
  grade?: number
  township: number
}

export const branchPlans: readonly BranchPlan[] = [
  ...schools.flatMap(([name, township, classes], s) =>
    classes.map(([className, grade], b): BranchPlan => ({ id: `${countyId}.s${two(s + 1)}.b${two(b + 1)}`, above: `${countyId}.s${two(s + 1)}`, aboveName: name, className, grade, township })),
  ),
  ...withBranch.map((n): BranchPlan => ({ id: `${townshipId(n)}.b01`, above: townshipId(n), aboveName: townshipName(n), className: '青年', township: n })),
]

const branchOrg = ({ id, className }: BranchPlan): Org => ({ id, kind: 'branch', name: `${className}团支部`, classes: [className] })

export const countyOrgs = (): Org[] => [
  { id: countyId, kind: 'county', name: '旺苍县' },
  ...schools.map(([name, , classes], s): Org => ({ id: `${countyId}.s${two(s + 1)}`, kind: 'school', name, stage: name.includes('职业') ? 'vocational' : classes.some(([, grade]) => grade > 9) ? 'senior' : 'junior-middle' })),
  ...townships.flatMap((name, t): Org[] => [
    { id: townshipId(t + 1), kind: 'township', name },
    { id: homeId(t + 1), kind: 'home', name: `${name}青年之家` },
  ]),
  ...branchPlans.map(branchOrg),
]

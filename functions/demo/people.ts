import type { Role } from '@shared/model/role'
import { addDays, schoolYearOf, yearsBefore } from './calendar'
import { namesFrom } from './names'
import { type BranchPlan, branchPlans, countyId, homeId, townshipId, townshipName, townshipNumbers } from './orgs'
import { type Random, randomOf } from './random'

/** Anyone with an account. Students have a birth date and a branch; staff have neither. */
export interface DemoPerson {
  personId: string
  name: string
  roles: Role[]
  /** Local date. */
  birthDate?: string
  branch?: string
  className?: string
  studentNumber?: string
  /** The WeChat identity's open id where the person is bound. */
  openId?: string
}

export interface DemoStudent extends DemoPerson {
  birthDate: string
  branch: string
  className: string
  studentNumber: string
  plan: BranchPlan
  /** The Youth Home that is nearest. */
  home: string
  /** The person who reviews: the branch's secretary. */
  secretary: string
  /** A member of the League since when (local date), and by which number where the system gave it. */
  leagueMember?: { since: string; number?: string }
}

export interface DemoPeople {
  students: DemoStudent[]
  staff: DemoPerson[]
  /** Person ids of the staff by what they look after. */
  secretaryOf: Map<string, string>
  managerOf: Map<string, string>
  committeeOf: Map<string, string>
  /** The county committee's other secretary: roles are given by two. */
  secondSecretary: string
}

const aBranch = 15
export const newPersonId = (random: Random): string => `p-${random.token(10)}`

const birthDateOf = (random: Random, plan: BranchPlan, today: string): string => {
  if (plan.grade === undefined) return addDays(yearsBefore(today, random.int(18, 26)), -random.int(0, 364))
  // Children start school in the year in which they turn six by 31 August; a few a year early.
  const early = random.chance(plan.grade === 9 ? 0.12 : 0.04) ? 1 : 0
  const born = addDays(`${schoolYearOf(today) - plan.grade - 6 + early}-09-01`, random.int(0, 364))
  return born > yearsBefore(today, 13) ? yearsBefore(born, 1) : born
}

/** Everyone of the demo county: 600 students in 40 branches, and whoever looks after them. */
export const countyPeople = (today: string): DemoPeople => {
  const random = randomOf('people')
  const nextName = namesFrom(randomOf('names'))
  const staffOf = (role: Role): DemoPerson => ({ personId: newPersonId(random), name: nextName(), roles: [role], openId: `o-${random.token(20)}` })
  const staff: DemoPerson[] = []
  const hold = (map: Map<string, string>, role: Role) => {
    const person = staffOf(role)
    staff.push(person)
    map.set(role.scope, person.personId)
  }
  const [secretaryOf, managerOf, committeeOf] = [new Map<string, string>(), new Map<string, string>(), new Map<string, string>()]
  hold(committeeOf, { name: 'county-committee', scope: countyId })
  for (const school of new Set(branchPlans.filter(({ grade }) => grade !== undefined).map(({ above }) => above))) hold(committeeOf, { name: 'committee', scope: school })
  for (const n of townshipNumbers) hold(committeeOf, { name: 'committee', scope: townshipId(n) })
  for (const n of townshipNumbers) hold(managerOf, { name: 'home-manager', scope: homeId(n) })
  for (const { id } of branchPlans) hold(secretaryOf, { name: 'branch-secretary', scope: id })

  const year = schoolYearOf(today)
  const students = branchPlans.flatMap((plan, p) =>
    Array.from({ length: aBranch }, (_, i): DemoStudent => {
      const near = random.chance(0.6) ? plan.township : random.pick(townshipNumbers)
      const enrolled = plan.grade === undefined ? year : year - ((plan.grade - 1) % 3)
      return {
        personId: newPersonId(random),
        name: nextName(),
        roles: [{ name: 'student', scope: plan.id }],
        birthDate: birthDateOf(random, plan, today),
        branch: plan.id,
        className: plan.grade === undefined ? `${townshipName(plan.township)}青年` : plan.className,
        studentNumber: `${enrolled}${String(p + 1).padStart(2, '0')}${String(i + 1).padStart(3, '0')}`,
        ...(random.chance(0.85) && { openId: `o-${random.token(20)}` }),
        plan,
        home: homeId(near),
        secretary: secretaryOf.get(plan.id) as string,
      }
    }),
  )
  // Last, so that nobody else's name or id depends on it.
  const second = staffOf({ name: 'county-committee', scope: countyId })
  staff.push(second)
  return { students, staff, secretaryOf, managerOf, committeeOf, secondSecretary: second.personId }
}

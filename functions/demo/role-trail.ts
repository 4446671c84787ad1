import type { Role } from '@shared/model/role'
import type { RoleStep, StaffRole } from '@shared/model/role-trail'
import { addDays, at } from './calendar'
import { countyId } from './orgs'
import type { DemoPeople, DemoPerson } from './people'

/** How the county came by its two secretaries, and two proposals that wait: one for either of them to approve, one by the first for the second to. */
export const roleTrailOf = (people: DemoPeople, today: string): RoleStep[] => {
  const everyone = new Map<string, DemoPerson>([...people.staff, ...people.students].map((person) => [person.personId, person]))
  const of = (personId: string | undefined): { personId: string; name: string } => {
    const person = everyone.get(personId ?? '')
    if (!person) throw new Error('Nobody for the trail of roles')
    return { personId: person.personId, name: person.name }
  }
  const by = ({ personId, name }: { personId: string; name: string }) => ({ by: personId, byName: name })
  const [first, second] = [of(people.committeeOf.get(countyId)), of(people.secondSecretary)]
  const successor = of(people.students.find(({ branch }) => branch === `${countyId}.s01.b02`)?.personId)
  const county = { role: 'county-committee', scope: countyId } as const
  const steps: Omit<RoleStep, 'n'>[] = [
    { kind: 'appointed', at: at(addDays(today, -60), 9 * 60), ...first, ...county, why: '县里第一位，由管理员指定' },
    { kind: 'proposed', at: at(addDays(today, -58), 10 * 60), ...by(first), ...second, ...county, why: '团县委分工，两人互相审批' },
    { kind: 'approved', at: at(addDays(today, -57), 9 * 60), ...second, ...county, why: '当时只有一位团县委成员', proposal: 2 },
    { kind: 'proposed', at: at(addDays(today, -3), 16 * 60), ...by(of(people.committeeOf.get(`${countyId}.s01`))), ...successor, role: 'branch-secretary', scope: `${countyId}.s01.b02`, why: '原书记任期已满，支部大会推选' },
    { kind: 'proposed', at: at(addDays(today, -2), 11 * 60), ...by(first), personId: 'p-demo-new-manager', name: '温书禾', newPerson: true, role: 'home-manager', scope: `${countyId}.t02.home`, why: '青年之家增加一位值班老师' },
  ]
  return steps.map((step, i) => ({ n: i + 1, ...step }))
}

/** Everyone's staff roles, for the list of holders; `since` where the trail has it. */
export const holdersOf = (people: readonly DemoPerson[], trail: readonly RoleStep[]) =>
  people.flatMap(({ personId, roles }) =>
    roles.filter((role): role is Role & { name: StaffRole } => role.name !== 'student').map(({ name: role, scope }) => {
      const given = trail.find((step) => step.personId === personId && step.role === role && step.scope === scope && step.kind !== 'proposed')
      return { personId, role, scope, ...(given && { since: given.at }) }
    }),
  )

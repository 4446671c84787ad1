import type { SignUp } from '@shared/model/event'
import type { LedgerEntry } from '@shared/model/ledger'
import type { Org } from '@shared/model/org'
import type { RoleStep } from '@shared/model/role-trail'
import { demoAccounts, type DemoAccount } from './accounts'
import { liveTheYear } from './activity'
import { applicationOf, type DemoStep } from './applications'
import { type Awkward, type AwkwardKey, awkwardStudents } from './awkward'
import { addDays } from './calendar'
import { StudentLedger } from './entries'
import { countyEvents, type DemoEvent } from './events'
import { type DemoHomeMonth, homeMonthsOf } from './home-months'
import { countyHomes, type DemoHome } from './homes'
import { countyId, countyOrgs } from './orgs'
import { countyPeople, type DemoPerson, type DemoStudent } from './people'
import { type DemoPhoto, photosFrom } from './photos'
import type { Picture } from './pictures'
import { type DemoPolicy, policyOf } from './policy'
import { bankOf, type DemoBank } from './question-bank'
import { aimsOf, pickProfile } from './profiles'
import { randomOf } from './random'
import { roleTrailOf } from './role-trail'
import { secondCounty } from './second-county'
import { signUpsOf } from './sign-ups'
import { addUntidiness } from './untidiness'

/** The demo county (and its small neighbour), whole: everything but projections, which are folded from it. */
export interface DemoCounty {
  orgs: Org[]
  policies: DemoPolicy[]
  bank: DemoBank
  staff: DemoPerson[]
  students: DemoStudent[]
  /** By person id. */
  ledgers: Map<string, LedgerEntry[]>
  applications: Map<string, DemoStep[]>
  events: DemoEvent[]
  signUps: SignUp[]
  homes: DemoHome[]
  homeMonths: DemoHomeMonth[]
  photos: DemoPhoto[]
  accounts: DemoAccount[]
  /** The demo county's trail of roles. */
  roleTrail: RoleStep[]
  /** Person ids of the students written by hand. */
  awkward: Map<AwkwardKey, string>
}

/** Gives the hand-written students their seats, birth dates and second roles. */
const seat = (students: DemoStudent[], today: string): Map<DemoStudent, [AwkwardKey, Awkward]> =>
  new Map(
    (Object.entries(awkwardStudents) as [AwkwardKey, Awkward][]).map(([key, awkward]) => {
      const [branch, place] = awkward.seat
      const student = students.filter((one) => one.branch === branch)[place]
      if (!student) throw new Error(`No seat ${place} in ${branch}`)
      if (awkward.birthDate) student.birthDate = awkward.birthDate(today)
      if (branch === 'wangcang.s01.b01' || key === 'manager-too') student.home = 'wangcang.t01.home'
      if (key === 'manager-too') student.roles.push({ name: 'home-manager', scope: student.home })
      if (key === 'secretary-too') student.roles.push({ name: 'branch-secretary', scope: branch })
      return [student, [key, awkward]]
    }),
  )

/**
 * The demo county as of a local date: the same date and pictures give the same county, to the byte, on every machine. Nothing in it is later
 * than yesterday, but for events that are still to come.
 */
export const generateCounty = (today: string, pictures: readonly Picture[]): DemoCounty => {
  const people = countyPeople(today)
  const policy = policyOf(countyId, today, people.committeeOf.get(countyId))
  const events = countyEvents(today, people.managerOf, people.committeeOf.get(countyId) ?? '')
  const seated = seat(people.students, today)
  const photos = photosFrom(pictures)
  const pastOf = new Map<string, DemoEvent[]>()
  for (const event of events) if (event.state === 'closed') pastOf.set(event.host, [event, ...(pastOf.get(event.host) ?? [])])
  for (const past of pastOf.values()) past.sort((a, b) => (a.startsAt > b.startsAt ? -1 : 1))

  const ledgers = new Map<string, LedgerEntry[]>()
  const applications = new Map<string, DemoStep[]>()
  const cameTo = new Map<string, string[]>()
  for (const student of people.students) {
    const ledger = new StudentLedger(student, randomOf(`ledger ${student.personId}`), photos, today)
    const around = { today, past: pastOf.get(student.home) ?? [], studyIssues: policy.studyIssues }
    const [key, awkward] = seated.get(student) ?? []
    if (awkward) awkward.live(ledger, around)
    else {
      liveTheYear(ledger, aimsOf(pickProfile(ledger.random), ledger.random), around)
      addUntidiness(ledger, around)
    }
    const entries = ledger.entries()
    ledgers.set(student.personId, entries)
    for (const entry of entries) if (entry.type === 'scan' && entry.direction === 'entry') cameTo.set(entry.eventId, [...(cameTo.get(entry.eventId) ?? []), student.personId])
    const steps = applicationOf(student, entries, policy, today, key)
    if (steps.length > 0) applications.set(student.personId, steps)
  }
  const other = secondCounty(today, photos)
  for (const [personId, entries] of other.ledgers) ledgers.set(personId, entries)
  const homeMonths = homeMonthsOf(events, cameTo)
  const lately = new Map<string, Set<string>>()
  for (const { homeId, month, visitors } of homeMonths) if (month >= addDays(today, -30).slice(0, 7)) lately.set(homeId, new Set([...(lately.get(homeId) ?? []), ...visitors]))
  // Last, so that no other photo's id depends on theirs.
  const homes = countyHomes(people, people.committeeOf.get(countyId) ?? '', lately, photos, today)
  const awkward = new Map([...seated].map(([student, [key]]) => [key, student.personId]))
  return {
    orgs: [...countyOrgs(), ...other.orgs],
    policies: [policy, other.policy],
    bank: bankOf(countyId, people.committeeOf.get(countyId) ?? '', today),
    staff: [...people.staff, ...other.staff],
    students: [...people.students, ...other.students],
    ledgers,
    applications,
    events,
    signUps: signUpsOf(events, people.students, cameTo, today),
    homes,
    homeMonths,
    photos: photos.all(),
    accounts: demoAccounts(awkward, people, other),
    roleTrail: roleTrailOf(people, today),
    awkward,
  }
}

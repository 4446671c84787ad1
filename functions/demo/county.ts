import type { SignUp } from '@shared/model/event'
import type { LedgerEntry } from '@shared/model/ledger'
import type { Org } from '@shared/model/org'
import type { ProcedureVersion } from '@shared/model/procedure'
import type { RoleStep } from '@shared/model/role-trail'
import { demoAccounts, type DemoAccount } from './accounts'
import { liveTheYear, type Surroundings } from './activity'
import type { DemoStep } from './applications'
import { admit, type DemoPaper } from './admissions'
import { type Awkward, type AwkwardKey, awkwardStudents } from './awkward'
import { addDays, localDate } from './calendar'
import { castCounty, type Part, shownBranch } from './cast'
import type { CountyPlan } from './county-plan'
import { StudentLedger } from './entries'
import { countyEvents, type DemoEvent } from './events'
import { countyGraduates, type DemoGraduate } from './graduates'
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
import { qualityThemes } from './themes'
import { addUntidiness } from './untidiness'
import { plants } from './violations'
import { demoProcedure } from './workdays'

/** The demo county (and its small neighbour), whole: everything but projections, which are folded from it. */
export interface DemoCounty {
  /** The local date as of which it is. */
  today: string
  orgs: Org[]
  policies: DemoPolicy[]
  /** The demo county's admission procedure, and its plan as the applications used it. */
  procedure: ProcedureVersion
  plan: CountyPlan
  /** Where each student stands in it. */
  cast: Map<string, Part>
  /** Stamped forms and e-files of applications. */
  papers: DemoPaper[]
  bank: DemoBank
  staff: DemoPerson[]
  students: DemoStudent[]
  /** Last summer's, who are to be transferred: none of the students. */
  graduates: DemoGraduate[]
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

/** The surroundings as they were on a day: what came after it has not been yet. */
const asOf = (today: string, past: readonly DemoEvent[], issues: DemoPolicy['studyIssues']): Surroundings => ({ today, past: past.filter(({ date }) => date < today), studyIssues: issues.filter(({ publishedAt }) => localDate(publishedAt) < today) })

/** A year in which everything that the rules ask for is done, and more: it still holds at the branch's meeting some weeks later. */
const liveForAdmission = (ledger: StudentLedger, { planted, dates }: Part, around: Surroundings): void => {
  const { random } = ledger
  const plant = planted && plants[planted]
  liveTheYear(ledger, { minutes: random.int(165, 230) * 10, civics: random.int(10, 12), league: random.int(8, 10), scores: [random.int(62, 98)], study: random.int(50, 90) / 100, activities: random.int(0, 1), visits: random.int(0, 5), ...plant?.aims }, around)
  ledger.activity(random.pick(qualityThemes), addDays(around.today, -random.int(15, 60)))
  const issue = around.studyIssues.at(-3)
  if (issue && !ledger.entries().some((entry) => entry.type === 'record' && entry.distinctKey === issue.id)) ledger.study(issue, 2)
  if (dates) plant?.live?.(ledger, dates)
}

/**
 * The demo county as of a local date: the same date and pictures give the same county, to the byte, on every machine. Nothing in it is later
 * than yesterday, but for events that are still to come.
 */
export const generateCounty = (today: string, pictures: readonly Picture[]): DemoCounty => {
  const people = countyPeople(today)
  const policy = policyOf(countyId, today, people.committeeOf.get(countyId))
  const events = countyEvents(today, people.managerOf, people.committeeOf.get(countyId) ?? '')
  const seated = seat(people.students, today)
  const content = demoProcedure(today)
  const cast = castCounty(people.students, seated, today, content)
  const photos = photosFrom(pictures)
  const pastOf = new Map<string, DemoEvent[]>()
  for (const event of events) if (event.state === 'closed') pastOf.set(event.host, [event, ...(pastOf.get(event.host) ?? [])])
  for (const past of pastOf.values()) past.sort((a, b) => (a.startsAt > b.startsAt ? -1 : 1))

  const ledgers = new Map<string, LedgerEntry[]>()
  const cameTo = new Map<string, string[]>()
  for (const student of people.students) {
    const ledger = new StudentLedger(student, randomOf(`ledger ${student.personId}`), photos, today)
    const part = cast.get(student)
    const around = asOf(part?.anchor ?? today, pastOf.get(student.home) ?? [], policy.studyIssues)
    const [, awkward] = seated.get(student) ?? []
    if (awkward) awkward.live(ledger, around)
    else if (part?.anchor !== undefined) liveForAdmission(ledger, part, around)
    else {
      liveTheYear(ledger, aimsOf(pickProfile(ledger.random), ledger.random), around)
      addUntidiness(ledger, around)
    }
    const plant = part?.planted && plants[part.planted]
    const lived = ledger.entries()
    const entries = plant?.entries?.(lived, people.committeeOf.get(student.plan.above) ?? '') ?? lived
    ledgers.set(student.personId, entries)
    for (const entry of entries) if (entry.type === 'scan' && entry.direction === 'entry') cameTo.set(entry.eventId, [...(cameTo.get(entry.eventId) ?? []), student.personId])
  }
  const other = secondCounty(today, photos)
  for (const [personId, entries] of other.ledgers) ledgers.set(personId, entries)
  const homeMonths = homeMonthsOf(events, cameTo)
  const lately = new Map<string, Set<string>>()
  for (const { homeId, month, visitors } of homeMonths) if (month >= addDays(today, -30).slice(0, 7)) lately.set(homeId, new Set([...(lately.get(homeId) ?? []), ...visitors]))
  // Last, so that no other photo's id depends on theirs.
  const homes = countyHomes(people, people.committeeOf.get(countyId) ?? '', lately, photos, today)
  const { applications, plan, papers } = admit(people, ledgers, cast, policy, content, photos, today)
  const graduates = countyGraduates(people, photos, today)
  const awkward = new Map([...seated].map(([student, [key]]) => [key, student.personId]))
  return {
    today,
    orgs: [...countyOrgs(), ...other.orgs],
    policies: [policy, other.policy],
    procedure: { version: 1, content, effectiveFrom: '2023-01-01' },
    plan,
    cast: new Map([...cast].map(([student, part]) => [student.personId, part])),
    papers,
    bank: bankOf(countyId, people.committeeOf.get(countyId) ?? '', today),
    staff: [...people.staff, ...other.staff],
    students: [...people.students, ...other.students],
    graduates,
    ledgers,
    applications,
    events,
    signUps: signUpsOf(events, people.students, cameTo, today),
    homes,
    homeMonths,
    photos: photos.all(),
    accounts: demoAccounts(awkward, people, other, new Map([...cast].flatMap(([{ branch, personId }, { course }]) => (branch === shownBranch ? [[course, personId] as const] : [])))),
    roleTrail: roleTrailOf(people, today),
    awkward,
  }
}

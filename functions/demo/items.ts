import type { PublishedEvent, Seats } from '@shared/model/event'
import { countyOf } from '@shared/model/org'
import { quotaLineOf } from '@shared/model/plan'
import { initialsOf } from '../pinyin/initials-of'
import type { Item } from '../store/table'
import { addAttendee, nobodyYet } from '../core/summarize-event'
import { eventItems } from '../store/events'
import { keys } from '../store/keys'
import { entryKey } from '../store/ledger'
import { roleHolderItem } from '../store/role-trail'
import { stepItems } from '../store/applications'
import { signUpItems } from '../store/sign-ups'
import { later } from './calendar'
import type { DemoCounty } from './county'
import type { DemoEvent } from './events'
import { homeItems, homeMonthItems } from './home-items'
import { inboxItems } from './inboxes'
import { leagueSchoolItems } from './league-school'
import { meetingsOf } from './meetings'
import type { DemoPerson, DemoStudent } from './people'
import { countyId } from './orgs'
import { photoItems } from './photo-items'
import { holdersOf } from './role-trail'
import { bankItems } from './question-bank'
import { yearTurnItems } from './year-turn'

/** The app id of the local stage, under which demo people are bound. */
const localAppId = 'wx-local'
const as = (key: { pk: string; sk: string }, value: object): Item => ({ ...key, ...value })

const account = ({ personId, name, roles, openId, ...person }: DemoPerson & Pick<DemoStudent, 'leagueMember'> & { graduated?: number }): Item[] => [
  as(keys.me(personId), {
    personId, name, roles, epoch: 1,
    ...(person.branch !== undefined && { branch: person.branch, initials: initialsOf(name), birthDate: person.birthDate }),
    ...(person.className !== undefined && { className: person.className }),
    ...(person.leagueMember && { leagueMember: person.leagueMember }),
    ...(person.graduated !== undefined && { graduated: person.graduated }),
    ...(openId !== undefined && { identity: `${localAppId}#${openId}` }),
  }),
  ...(openId === undefined ? [] : [as(keys.identity(localAppId, openId), { personId })]),
]

const member = ({ personId, name, birthDate, className, studentNumber, branch, leagueMember, graduated }: Pick<DemoStudent, 'personId' | 'name' | 'birthDate' | 'studentNumber' | 'branch' | 'leagueMember'> & { className?: string; graduated?: number }): Item =>
  as(keys.member(branch, personId), { personId, name, initials: initialsOf(name), birthDate, ...(className !== undefined && { className }), studentNumber, ...(leagueMember && { leagueMember }), ...(graduated !== undefined && { graduated }) })

/** An event as the table has it; one that is over was closed an hour after its end by who published it. */
const published = ({ date, state, waiting, ...of }: DemoEvent): PublishedEvent =>
  ({ ...of, state, shards: 1, ...(state === 'closed' && { closing: { id: `close-${of.eventId.slice(-12)}`, checkOutAll: false, at: later(of.endsAt, 60), by: of.publishedBy, checkedOut: 0 } }) })

/** The seats of each event that somebody signed up for, counted. */
const seatItems = ({ signUps }: DemoCounty): Item[] => {
  const counted = new Map<string, Seats>()
  for (const { eventId, state, number } of signUps) {
    const seats = counted.get(eventId) ?? { taken: 0, waiting: 0, next: 1 }
    if (state === 'signed-up') counted.set(eventId, { ...seats, taken: seats.taken + 1 })
    if (state === 'waiting') counted.set(eventId, { ...seats, waiting: seats.waiting + 1, next: (number ?? 0) + 1 })
  }
  return [...counted].map(([eventId, seats]) => as(keys.seats(eventId, 0), { ...seats }))
}

/** What each event that is over came to, of its sign-ups and their ledgers, as the product makes it. */
const summaryItems = ({ signUps, ledgers }: DemoCounty, events: ReadonlyMap<string, PublishedEvent>): Item[] => {
  const sums = new Map([...events.values()].flatMap(({ eventId, state }) => (state === 'closed' ? [[eventId, nobodyYet] as const] : [])))
  const scans = new Map([...ledgers].map(([personId, entries]) => [personId, entries.filter((entry) => entry.type === 'scan')]))
  for (const signUp of signUps) {
    const sum = sums.get(signUp.eventId)
    if (sum) sums.set(signUp.eventId, addAttendee(sum, signUp, (scans.get(signUp.personId) ?? []).filter(({ eventId }) => eventId === signUp.eventId)))
  }
  return [...sums].map(([eventId, sum]) => {
    const { capacity, endsAt } = events.get(eventId) as PublishedEvent
    return as(keys.summary(eventId), { eventId, ...sum, ...(capacity !== undefined && { capacity }), at: later(endsAt, 60) })
  })
}

/** What the county lets each committee admit in a year: as much as its branches' places come to. */
const committeePlans = ({ plan, roleTrail }: DemoCounty): Item[] => {
  const sums = new Map<string, { committee: string; year: number; quota: number }>()
  for (const { committee, year, quota } of plan.allQuotas()) sums.set(`${committee} ${year}`, { committee, year, quota: (sums.get(`${committee} ${year}`)?.quota ?? 0) + quota })
  const [first] = roleTrail
  return [...sums.values()].map(({ committee, year, quota }) => as(keys.committeePlan(countyId, year, committee), { committee, quota, revision: 1, saveId: `plan-${committee.replaceAll('.', '-')}-${year}`, said: '', at: `${year}-01-04T02:00:00.000Z`, by: first?.personId ?? '' }))
}

/** Every item of the demo county's table, projections left out: organisations and policy first, then person by person. */
export const itemsOf = (county: DemoCounty): Item[] => {
  const events = new Map(county.events.map((one) => [one.eventId, published(one)]))
  return [
    ...county.orgs.map((org) => as(keys.org(org.id), org)),
    ...county.policies.flatMap(({ countyId, versions, issueEntries }) => [
      ...versions.map((version) => as(keys.ruleSet(countyId, version.ruleSet.version), version)),
      ...issueEntries.map((entry, i) => as(keys.studyIssue(countyId, i + 1), entry)),
    ]),
    as(keys.procedure(countyId, county.procedure.version), county.procedure),
    ...county.plan.allRanges().map((range) => as(keys.numberRange(countyId, range.year, range.from), range)),
    ...county.plan.allQuotas().map(({ committee, year, ...line }) => as(keys.quota(committee, year, quotaLineOf(line)), line)),
    ...committeePlans(county),
    ...county.plan.numbers.map((one) => as(keys.developmentNumber(one.number), one)),
    ...county.papers.map(({ personId, content, ...paper }) => as(keys.attachment(personId, paper.fileId), paper)),
    ...bankItems(county.bank),
    ...county.staff.flatMap(account),
    ...county.students.flatMap((student) => [
      ...account(student),
      member(student),
      ...(county.ledgers.get(student.personId) ?? []).map((entry) => as(entryKey(student.personId, entry), entry)),
      ...(county.applications.get(student.personId) ?? []).flatMap((step) => stepItems(student.personId, step)),
    ]),
    ...county.graduates.flatMap((one) => [...account(one), member(one)]),
    ...yearTurnItems(county),
    ...inboxItems(county),
    ...meetingsOf(county).map((meeting) => as(keys.meeting(meeting.branch, meeting.meetingId), meeting)),
    ...leagueSchoolItems(county),
    ...[...events.values()].flatMap((event) => eventItems(event, event.state === 'open' ? later(event.endsAt, 60) : undefined)),
    ...seatItems(county),
    ...summaryItems(county, events),
    ...county.signUps.flatMap((signUp) => signUpItems(events.get(signUp.eventId) as PublishedEvent, { ...signUp, initials: initialsOf(signUp.name) })),
    ...county.homes.flatMap(homeItems),
    ...county.homeMonths.flatMap(homeMonthItems),
    ...county.photos.flatMap(photoItems),
    ...holdersOf([...county.staff, ...county.students], county.roleTrail).map(roleHolderItem),
    ...county.roleTrail.map((step) => as(keys.roleStep(countyOf(step.scope), step.n), step)),
    ...county.accounts.map(({ code, ...known }) => as(keys.demoAccount(code), known)),
  ]
}

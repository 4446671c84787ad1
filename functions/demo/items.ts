import type { Item } from '../store/table'
import { keys } from '../store/keys'
import { entryKey } from '../store/ledger'
import type { DemoCounty } from './county'
import type { DemoPerson, DemoStudent } from './people'
import { photoItems } from './photo-items'

/** The app id of the local stage, under which demo people are bound. */
const localAppId = 'wx-local'
const as = (key: { pk: string; sk: string }, value: object): Item => ({ ...key, ...value })

const account = ({ personId, name, roles, openId, ...person }: DemoPerson): Item[] => [
  as(keys.me(personId), {
    personId, name, roles, epoch: 1,
    ...(person.branch !== undefined && { branch: person.branch, birthDate: person.birthDate, className: person.className }),
    ...(openId !== undefined && { identity: `${localAppId}#${openId}` }),
  }),
  ...(openId === undefined ? [] : [as(keys.identity(localAppId, openId), { personId })]),
]

const member = ({ personId, name, birthDate, className, studentNumber, branch }: DemoStudent): Item => as(keys.member(branch, personId), { personId, name, birthDate, className, studentNumber })

/** Every item of the demo county's table, projections left out: organisations and policy first, then person by person. */
export const itemsOf = (county: DemoCounty): Item[] => [
  ...county.orgs.map((org) => as(keys.org(org.id), org)),
  ...county.policies.flatMap(({ countyId, effectiveFrom, ruleSet, studyIssues }) => [
    as(keys.ruleSet(countyId, effectiveFrom, ruleSet.version), { effectiveFrom, ruleSet }),
    ...studyIssues.map((issue) => as(keys.studyIssue(countyId, issue.id), issue)),
  ]),
  ...county.staff.flatMap(account),
  ...county.students.flatMap((student) => [
    ...account(student),
    member(student),
    ...(county.ledgers.get(student.personId) ?? []).map((entry) => as(entryKey(student.personId, entry), entry)),
    ...(county.applications.get(student.personId) ?? []).map((step) => as(keys.applicationStep(student.personId, step.n), step)),
  ]),
  ...county.photos.flatMap(photoItems),
  ...county.accounts.map(({ code, ...known }) => as(keys.demoAccount(code), known)),
]

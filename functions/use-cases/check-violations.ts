import { createPublicKey, verify } from 'node:crypto'
import type { FoundViolations } from '@shared/contract/violations'
import type { Application, ChainHead } from '@shared/model/application'
import { countyOf } from '@shared/model/org'
import { quotaLineOf } from '@shared/model/plan'
import { refuse } from '@shared/model/refusal'
import type { Violation } from '@shared/model/violation'
import { isMemberIn, isOpen, lastOf } from '@shared/rules/application-order'
import { chineseWorkdays } from '../calendars/chinese-workdays'
import { headMessage } from '../core/audit-chain'
import { branchAt } from '../core/branch-at'
import { foldApplications } from '../core/fold-application'
import { beyondQuota, violationsOf } from '../core/violations'
import type { UseCase } from '../http/app'
import { readApplicationSteps, readChainHeads } from '../store/applications'
import { keys } from '../store/keys'
import { readLedger } from '../store/ledger'
import { readMembers } from '../store/members'
import type { Me } from '../store/people'
import { committeeOf, readQuotas, readRanges } from '../store/plan'
import { readIssueEntries, readRuleSets } from '../store/policy'
import { readProcedures } from '../store/procedure'
import { readStays } from '../store/stays'
import { getItem, getItems } from '../store/table'
import { branchesBelow } from './branches-below'
import type { Context } from './context'
import { eachOf } from './each-of'
import { entriesNamed } from './known-entries'
import { namesOf } from './names-of'
import { orgName, showPerson } from './show-person'

export type Which = 'archived' | 'filed'
type Checked = { checked: number; found: FoundViolations[] }

/** What every application of a county is checked by; quotas and ranges are read once a year and committee. */
const countyFacts = async (context: Context, countyId: string, publicKey: string | undefined) => {
  const [procedures, ruleSets, issues] = await Promise.all([readProcedures(context.table, countyId), readRuleSets(context.table, countyId), readIssueEntries(context.table, countyId)])
  const once = <T>(read: (key: string) => Promise<T>) => {
    const held = new Map<string, Promise<T>>()
    return (key: string): Promise<T> => {
      const known = held.get(key) ?? read(key)
      held.set(key, known)
      return known
    }
  }
  const key = publicKey === undefined ? undefined : createPublicKey(publicKey)
  return {
    procedures, issues, ruleSets: ruleSets.sort((a, b) => b.ruleSet.version - a.ruleSet.version), timeZone: ruleSets[0]?.ruleSet.timeZone ?? 'Asia/Shanghai',
    ranges: once((year) => readRanges(context.table, countyId, Number(year))),
    quotas: once((committeeYear) => readQuotas(context.table, committeeYear.split(' ')[0] ?? '', Number(committeeYear.split(' ')[1]))),
    signed: (head: ChainHead): boolean | undefined => key && verify('sha256', Buffer.from(headMessage(head)), key, Buffer.from(head.signature, 'base64')),
  }
}
type CountyFacts = Awaited<ReturnType<typeof countyFacts>>

interface Held {
  me: Me
  application: Application
}
const reservedOf = ({ application }: Held) => lastOf(application, 'pre-review')
const yearOf = (held: Held): string => reservedOf(held)?.facts.number.slice(0, 4) ?? ''

/** The lines of the plan that somebody of these is beyond: of those who hold a place, the last ones. */
const beyondOf = async (county: CountyFacts, branch: string, all: readonly Held[]): Promise<Map<string, string[]>> => {
  const holders = all.filter(({ application: { state } }) => isOpen(state) || isMemberIn(state)).flatMap((held) => {
    const reserved = reservedOf(held)
    return reserved ? reserved.facts.quota.map((line) => ({ line: `${line} ${yearOf(held)}`, personId: held.me.personId, at: reserved.at })) : []
  })
  const years = [...new Set(holders.map(({ line }) => line.split(' ')[1] ?? ''))]
  const lines = await Promise.all(years.map(async (year) => (await county.quotas(`${committeeOf(branch)} ${year}`)).map((line) => ({ key: `${quotaLineOf(line)} ${year}`, quota: line.quota }))))
  return beyondQuota(lines.flat(), holders)
}

const checkOne = async (context: Context, county: CountyFacts, { me, application }: Held, beyond: readonly string[]): Promise<Violation[]> => {
  const { table } = context
  const reserved = lastOf(application, 'pre-review')
  const form = lastOf(application, 'fill-form')
  const named = form?.facts.introducers ?? []
  const [entries, heads, introducers, owner, ranges] = await Promise.all([
    readLedger(table, me.personId), readChainHeads(table, me.personId), getItems<Me>(table, named.map((id) => keys.me(id))),
    reserved && getItem<{ personId: string }>(table, keys.developmentNumber(reserved.facts.number)), reserved ? county.ranges(reserved.at.slice(0, 4)) : [],
  ])
  const head = heads.find(({ applicationId }) => applicationId === application.applicationId)
  // Whoever has moved since was of another branch then; of most nobody has, and nothing more is read.
  const branchThen = reserved?.facts.quota[0]?.split('#')[0] ?? me.branch
  const someMoved = [me, ...introducers].some((one) => one?.branch !== branchThen)
  const branchOf = async (one: Me) => (someMoved && form ? branchAt(one.branch, await readStays(table, one.personId), form.at) : one.branch)
  const members = new Map((await eachOf(introducers, 2, async (one) => (one ? [[one.personId, { branch: await branchOf(one), since: one.leagueMember?.since }] as const] : []))).flat())
  return violationsOf({
    person: { personId: me.personId, birthDate: me.birthDate, branch: await branchOf(me) }, steps: application.steps, head, signed: head && county.signed(head), timeZone: county.timeZone,
    procedures: county.procedures, ruleSets: county.ruleSets, issues: county.issues, entries, entriesNamed: (known) => entriesNamed(entries, known).found, calendar: chineseWorkdays,
    members, ranges, owner: owner?.personId, beyond,
  })
}

/** Names of people and branches in the place of their ids. */
const withNames = async (context: Context, violations: Violation[]): Promise<Violation[]> => {
  const names = await namesOf(context, violations.map(({ code, found }) => (code.startsWith('introducer-') ? found : undefined)))
  return Promise.all(violations.map(async (one) => {
    const [, branch, grade = '', year = ''] = (one.code === 'quota-exceeded' && one.found?.match(/^(.+)#(.+) (\d{4})$/)) || []
    const found = branch === undefined ? (one.found === undefined ? undefined : (names.get(one.found) ?? one.found)) : `${year} ${await orgName(context, branch)}${grade === '*' ? '' : ` ${grade}`}`
    return { ...one, ...(found !== undefined && { found }) }
  }))
}

const checkBranch = async (context: Context, county: CountyFacts, branch: string, which: Which): Promise<Checked> => {
  const members = await readMembers(context.table, branch)
  const accounts = (await getItems<Me>(context.table, members.map(({ personId }) => keys.me(personId)))).filter((me) => me !== undefined)
  // Whoever has a number in the roster or an application in progress may have a trail.
  const all = (await eachOf(accounts.filter(({ leagueMember, progress }) => leagueMember !== undefined || progress?.application !== undefined), 8, async (me) =>
    foldApplications(await readApplicationSteps(context.table, me.personId)).map((application): Held => ({ me, application })))).flat()
  const beyond = await beyondOf(county, branch, all)
  const toCheck = all.filter(({ application: { state } }) => (which === 'archived' ? state === 'archived' : isMemberIn(state)))
  const found = await eachOf(toCheck, 8, async (held) => ({ held, violations: await checkOne(context, county, held, (beyond.get(held.me.personId) ?? []).filter((line) => line.endsWith(` ${yearOf(held)}`))) }))
  const shown = await Promise.all(found.filter(({ violations }) => violations.length > 0).map(async ({ held: { me, application }, violations }): Promise<FoundViolations> => {
    const [number, admittedOn] = [lastOf(application, 'pre-review')?.facts.number, lastOf(application, 'vote')?.facts.date]
    return { person: await showPerson(context, me), applicationId: application.applicationId, ...(number !== undefined && { number }), ...(admittedOn !== undefined && { admittedOn }), violations: await withNames(context, violations) }
  }))
  return { checked: toCheck.length, found: shown }
}

/** Branches checked at a time: an answer comes within a second or two, and says how far it is. */
const aPage = 5

/** Over an organisation's branches from one on; `most` of them. */
export const checkBranches = async (context: Context, org: string, which: Which, publicKey: string | undefined, from = '', most = Number.POSITIVE_INFINITY) => {
  const branches = await branchesBelow(context, org)
  const left = branches.filter((branch) => branch > from)
  const now = left.slice(0, most)
  const county = await countyFacts(context, countyOf(org), publicKey)
  const done = await eachOf(now, 2, (branch) => checkBranch(context, county, branch, which))
  const next = left.length > now.length ? now.at(-1) : undefined
  return { items: done.flatMap(({ found }) => found), checked: done.reduce((sum, { checked }) => sum + checked, 0), branches: { done: branches.length - left.length + now.length, all: branches.length }, ...(next !== undefined && { next }) }
}

/** Re-runs the procedure over applications that came to their end (core/violations.ts), some branches at a time. */
export const checkViolations: UseCase<'checkViolations'> = async (context, { org, which, cursor }) => {
  if (!(await context.orgs(countyOf(org))).has(org)) return refuse('not-found')
  return checkBranches(context, org, which, await context.signer.publicKey(), cursor, aPage)
}

import { countyOf, inScope, isBranch } from '@shared/model/org'
import { reviewers } from '@shared/contract/progress'
import { refuse } from '@shared/model/refusal'
import { type Transfer, transferRate } from '@shared/model/turn'
import { localDateIn } from '@shared/rules/local-date-in'
import { may } from '../core/may'
import { procedureInForce } from '../core/procedure-in-force'
import { countTransfers } from '../core/settle-transfer'
import type { UseCase } from '../http/app'
import { committeeOf } from '../store/plan'
import { readProcedures } from '../store/procedure'
import { readTransfers } from '../store/transfers'
import type { Actor, Context } from './context'
import { eachOf } from './each-of'
import { isCommittee } from './show-plan'
import { orgName } from './show-person'
import { showPhotos } from './show-upload'

/** Schools read at a time. */
const width = 8
const zone = 'Asia/Shanghai'

/** Graduates of an organisation's schools in a year. */
export const transfersOf = async (context: Context, org: string, year: number): Promise<Transfer[]> => {
  if (isBranch(org)) return readTransfers(context.table, committeeOf(org), year, org)
  const schools = [...(await context.orgs(countyOf(org))).values()].filter((one) => isCommittee(one) && inScope(org, one.id)).map(({ id }) => id)
  return (await eachOf(schools, width, (school) => readTransfers(context.table, school, year))).flat()
}

export const showTransfer = async (context: Context, transfer: Transfer, actor: Actor, lateDays: number) => {
  const { personId, name, school, branch, className, year, state, version, since, destination, sentOn, number, photos, reason, steps } = transfer
  const receiver = destination?.kind === 'committee' && destination.org !== undefined && may(actor.roles, reviewers, destination.org)
  const sender = may(actor.roles, reviewers, branch)
  const waits = state === 'to-do' || state === 'sent'
  return {
    personId, name, school, branch, branchName: await orgName(context, branch), ...(className !== undefined && { className }), year, state, version, since, destination, sentOn, number, reason,
    // The receipt is seen by those who keep it: the side that the graduate left.
    ...(sender && photos && { photos: await showPhotos(context, personId, photos.map(({ photoId }) => photoId)) }),
    late: waits && context.now() - Date.parse(since) > lateDays * 86_400_000,
    steps: steps.map(({ at, byName, state: to, words }) => ({ at, byName, state: to, words })),
    may: { settle: sender, except: may(actor.roles, ['committee', 'county-committee'], branch), receive: receiver && state === 'sent' },
  }
}

/** What transfers are looked at by: the share that is to be reached, and after how many days one is late. */
export const termsOf = async (context: Context, org: string) => {
  const now = context.now()
  const { transfers, waiting } = procedureInForce(await readProcedures(context.table, countyOf(org)), localDateIn(zone, now), now).content
  return { atLeastPercent: transfers.atLeastPercent, lateDays: waiting.escalateAfterDays }
}

const byPlace = (a: Transfer, b: Transfer): number => (a.branch === b.branch ? (a.className ?? '').localeCompare(b.className ?? '', 'zh-CN', { numeric: true }) || a.name.localeCompare(b.name, 'zh-CN') : a.branch < b.branch ? -1 : 1)

/**
 * The year's graduates of an organisation who are to be transferred: the rate of each school or branch against the procedure's, and who is missing. `incoming`: instead
 * those who were sent to it from elsewhere in the county.
 */
export const listTransfers: UseCase<'listTransfers'> = async (context, { org, year, state, incoming, after, limit }, { actor }) => {
  const orgs = await context.orgs(countyOf(org))
  if (!orgs.has(org)) return refuse('not-found')
  const terms = await termsOf(context, org)
  const of = year ?? Number(localDateIn(zone, context.now()).slice(0, 4))
  const found = await transfersOf(context, incoming ? countyOf(org) : org, of)
  const all = (incoming ? found.filter(({ destination }) => destination?.org !== undefined && inScope(org, destination.org)) : found).sort(byPlace)
  const groupOf = (one: Transfer) => (org.includes('.') ? one.branch : one.school)
  const groups = incoming ? [] : [...new Set(all.map(groupOf))].map((id) => {
    const counts = countTransfers(all.filter((one) => groupOf(one) === id))
    return { id, name: orgs.get(id)?.name ?? id, ...counts, ...transferRate(counts, terms.atLeastPercent) }
  })
  const counts = countTransfers(all)
  const wanted = all.filter((one) => state === undefined || (state === 'missing' ? one.state === 'to-do' || one.state === 'sent' : one.state === state))
  const page = wanted.slice(after, after + limit)
  return {
    org, year: of, thisYear: Number(localDateIn(zone, context.now()).slice(0, 4)), atLeastPercent: terms.atLeastPercent, lateDays: terms.lateDays, total: { ...counts, ...transferRate(counts, terms.atLeastPercent) }, groups, found: wanted.length,
    items: await Promise.all(page.map((one) => showTransfer(context, one, actor, terms.lateDays))), ...(after + limit < wanted.length && { next: after + limit }),
  }
}

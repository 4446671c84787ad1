import { reviewers } from '@shared/contract/progress'
import type { Parsed } from '@shared/contract'
import { countyOf } from '@shared/model/org'
import { isRefusal, type Refusal, refuse } from '@shared/model/refusal'
import type { Place, Transfer } from '@shared/model/turn'
import { localDateIn } from '@shared/rules/local-date-in'
import { fieldsUnder } from '../core/fields-under'
import { may } from '../core/may'
import { placeOfMove } from '../core/move-place'
import { settleTransfer as decide, type TransferWord } from '../core/settle-transfer'
import type { UseCase } from '../http/app'
import { readOrg } from '../store/orgs'
import { relocateWrites } from '../store/stays'
import { transact, type Write } from '../store/table'
import { readTransfer, readTransfers, replaceTransfer } from '../store/transfers'
import { committeeOf } from '../store/plan'
import { type Actor, type Context, instantOf } from './context'
import { showTransfer, termsOf } from './list-transfers'
import { readBoth, tellMoved, type WriteAll } from './move-member'
import { readPapers } from './read-papers'
import { isCommittee } from './show-plan'
import { untilDecided } from './until-decided'

const wrong = (path: string, code: string, message: string): Refusal => ({ refused: 'invalid-input', errors: [{ path, code, message }] })

/** A destination by its name; of a committee the county's own. */
const wordOf = async (context: Context, personId: string, branch: string, what: Parsed<'settleTransfer'>['what']): Promise<TransferWord | Refusal> => {
  if (what.to === 'confirmed') {
    const photos = what.photoIds?.length ? await readPapers(context, personId, what.photoIds) : []
    return isRefusal(photos) ? photos : { to: 'confirmed', number: what.number, photos }
  }
  if (what.to !== 'sent') return what
  const { kind, org, name } = what.destination
  if (kind !== 'committee') return name === undefined ? wrong('destination.name', 'required', 'Where to') : { ...what, destination: { kind, name } }
  const found = org === undefined ? undefined : (await context.orgs(countyOf(branch))).get(org)
  if (!found || !isCommittee(found)) return wrong('destination.org', 'not-a-committee', 'A school or township of the county')
  return found.id === committeeOf(branch) ? wrong('destination.org', 'same-place', 'Another than the one that is left') : { ...what, destination: { kind, org: found.id, name: found.name } }
}

interface Settling {
  place: Pick<Transfer, 'school' | 'year' | 'branch' | 'personId'>
  id: string
  version: number
  word: TransferWord
  actor: Actor
  /** Whether the caller speaks for the committee that it was sent to. */
  receiver: boolean
  /** What else is written with it. */
  also?: (transfer: Transfer, at: string) => Promise<Write[] | Refusal>
}

/** The next step of a transfer on the version that was read; the same again stands. */
const settle = (context: Context, { place, id, version, word, actor, receiver, also }: Settling, write: WriteAll): Promise<Transfer | Refusal> =>
  untilDecided<Transfer | Refusal>(context, async () => {
    const held = await readTransfer(context.table, place)
    if (!held) return refuse('not-found')
    const last = held.steps.at(-1)
    if (held.steps.some(({ stepId, by, state }) => stepId === id && by === actor.personId && state === word.to)) return held
    if (held.version !== version) return refuse('transfer-changed', { state: held.state, ...(last && { conflict: { byName: last.byName, at: last.at } }) })
    if (held.personId === actor.personId) return refuse('not-allowed')
    const at = instantOf(context.now())
    const speaker = { personId: actor.personId, name: actor.name, receiver, committee: may(actor.roles, ['committee', 'county-committee'], held.branch), today: localDateIn('Asia/Shanghai', context.now()) }
    const next = decide(held, word, speaker, id, at)
    if (isRefusal(next)) return next
    const more = also ? await also(next, at) : []
    if (isRefusal(more)) return more
    return (await write(context.table, [replaceTransfer(context.table, next), ...more])) ? next : undefined
  })

/** What the branch that is left, or those above it, say of a graduate's transfer. `write` is a parameter so that a test can take the guards away. */
export const settleTransferBy = (write: WriteAll = transact): UseCase<'settleTransfer'> => async (context, { personId, id, year, version, what }, { actor }) => {
  const read = await readBoth(context, personId)
  if (!read) return refuse('not-found')
  const { branch } = read.me
  const word = await wordOf(context, personId, branch, what)
  if (isRefusal(word)) return fieldsUnder('what', word)
  const done = await settle(context, { place: { school: committeeOf(branch), year, branch, personId }, id, version, word, actor, receiver: false }, write)
  return 'refused' in done ? fieldsUnder('what', done) : showTransfer(context, done, actor, (await termsOf(context, done.school)).lateDays)
}
export const settleTransfer = settleTransferBy()

/** The committee that a graduate was sent to confirms that they arrived, into one of its branches where it has any, or sends them back with a reason. */
export const receiveTransferBy = (write: WriteAll = transact): UseCase<'receiveTransfer'> => async (context, { org, personId, school, year, branch: left, id, version, to, into, className, reason }, { actor }) => {
  const place = { school, year, branch: left, personId }
  const held = (await readTransfers(context.table, school, year, left)).find((one) => one.personId === personId)
  if (held?.destination?.org !== org || countyOf(school) !== countyOf(org)) return refuse('not-found')
  if (to === 'to-do' && reason === undefined) return wrong('reason', 'required', 'Say why')
  const joins = async (transfer: Transfer, at: string): Promise<Write[] | Refusal> => {
    if (to !== 'confirmed' || into === undefined) return []
    const read = await readBoth(context, personId)
    if (read?.me.branch !== transfer.branch) return refuse('member-moved')
    const { me, member } = read
    const from: Place = { branch: me.branch, className: transfer.className }
    const target = await readOrg(context.table, into)
    if (!target || committeeOf(target.id) !== org) return wrong('into', 'not-a-branch', 'A branch of the committee')
    const placed = placeOfMove(from, target, className)
    if ('errors' in placed) return { refused: 'invalid-input', errors: placed.errors.map((error) => ({ ...error, path: error.path === 'to' ? 'into' : error.path })) }
    return [await tellMoved(context, personId, id, at, 'received', placed.place), ...relocateWrites(context.table, { me, member, to: placed.place, stay: { stayId: id, kind: 'received', at, by: actor.personId, byName: actor.name, from, to: placed.place } })]
  }
  const word: TransferWord = to === 'confirmed' ? { to } : { to, reason: reason ?? '' }
  const done = await settle(context, { place, id, version, word, actor, receiver: may(actor.roles, reviewers, org), also: joins }, write)
  return 'refused' in done ? done : showTransfer(context, done, actor, (await termsOf(context, done.school)).lateDays)
}
export const receiveTransfer = receiveTransferBy()

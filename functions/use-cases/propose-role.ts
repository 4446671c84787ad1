import { createHash } from 'node:crypto'
import type { Parsed } from '@shared/contract'
import { countyOf } from '@shared/model/org'
import { isRefusal, type Refusal, refuse } from '@shared/model/refusal'
import { type RoleStep, scopeKinds } from '@shared/model/role-trail'
import { mayGrant } from '@shared/rules/may-grant'
import { holds, nextNumber, openProposals } from '../core/role-grants'
import type { UseCase } from '../http/app'
import { readMe } from '../store/people'
import { appendRoleStep, readRoleStepBy, readRoleTail } from '../store/role-trail'
import { type Context, instantOf } from './context'
import { countyOfPerson } from './county-of-person'
import { showGrants } from './show-role-grants'
import { untilDecided } from './until-decided'

const invalid = (path: string, code: string, message: string): Refusal => ({ refused: 'invalid-input', errors: [{ path, code, message }] })

/** The county somebody belongs to: by their branch, else by what was said when the account was made, else by their role. */
/** A fault of the role's organisation, by field. */
export const faultOfScope = async (context: Context, role: RoleStep['role'], scope: string): Promise<Refusal | undefined> => {
  const org = (await context.orgs(countyOf(scope))).get(scope)
  if (!org) return invalid('scope', 'unknown', 'There is no such organisation')
  return scopeKinds[role].includes(org.kind) ? undefined : invalid('scope', 'wrong-kind', `This role is held over a ${scopeKinds[role].join(' or ')}`)
}

/** Whom a role is for: a person of the county, or someone new, whose id follows from `seed`. */
export const personFor = async (context: Context, county: string, { personId, newPerson }: { personId?: string | undefined; newPerson?: { name: string } | undefined }, seed: string) => {
  if ((personId === undefined) === (newPerson === undefined)) return invalid('personId', 'required', 'Give either personId or newPerson')
  if (newPerson) return { personId: `p-${createHash('sha256').update(seed).digest('hex').slice(0, 20)}`, name: newPerson.name, newPerson: true }
  const me = await readMe(context.table, personId as string, true)
  return me && countyOfPerson(me) === county ? me : invalid('personId', 'unknown', 'There is no such person in the county')
}

/** Proposes a role for somebody else. Nothing changes until another person approves it. The same id with the same content gives the same answer. */
export const proposeRole: UseCase<'proposeRole'> = async (context, input, { actor }) => {
  const step = await untilDecided<RoleStep | Refusal>(context, () => proposeOnce(context, input, actor.personId))
  return isRefusal(step) ? step : ((await showGrants(context, [step], actor))[0] as Awaited<ReturnType<typeof showGrants>>[number])
}

const proposeOnce = async (context: Context, { id, role, scope, why, handover, ...whom }: Parsed<'proposeRole'>, by: string): Promise<RoleStep | Refusal | undefined> => {
  const county = countyOf(scope)
  // The trail first, then the accounts: a role that is taken away after this read meets the condition on the trail's next number.
  const tail = await readRoleTail(context.table, county, context.now())
  const actor = await readMe(context.table, by, true)
  if (!actor || !mayGrant(actor.roles, role, scope)) return refuse('not-allowed')
  const wrong = await faultOfScope(context, role, scope)
  if (wrong) return wrong
  const person = await personFor(context, county, whom, JSON.stringify([county, by, id]))
  if (isRefusal(person)) return person
  const outgoing = handover && (await readMe(context.table, handover.from, true))
  if (handover && (!outgoing || handover.from === person.personId)) return invalid('handover.from', 'unknown', 'Somebody else who holds the role')
  const said = { kind: 'proposed' as const, by, byName: actor.name, personId: person.personId, name: person.name, role, scope, why, ...('newPerson' in person && { newPerson: true }), ...(outgoing && { replaces: { personId: outgoing.personId, name: outgoing.name }, ...(handover?.note !== undefined && { note: handover.note }) }) }
  const again = await readRoleStepBy(context.table, county, by, id)
  if (again) return again.kind === 'proposed' && again.personId === person.personId && again.name === said.name && again.role === role && again.scope === scope && again.why === why && again.replaces?.personId === handover?.from && again.note === handover?.note ? again : refuse('id-reused')
  if (person.personId === by) return refuse('own-role')
  if (outgoing && !holds(outgoing.roles, role, scope)) return invalid('handover.from', 'not-held', 'They do not hold the role')
  if ('roles' in person && holds(person.roles, role, scope)) return refuse('role-held', { state: 'held' })
  if (openProposals(tail, context.now()).some((one) => one.personId === person.personId && one.role === role && one.scope === scope)) return refuse('role-held', { state: 'proposed' })
  const step: RoleStep = { ...said, n: nextNumber(tail), at: instantOf(context.now()) }
  return (await appendRoleStep(context.table, step, { id })) ? step : undefined
}

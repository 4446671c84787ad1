import { isRefusal, type Refusal, refuse } from '@shared/model/refusal'
import type { RuleSetVersion } from '@shared/model/policy'
import type { RoleStep } from '@shared/model/role-trail'
import { defaultRuleSet } from '@shared/rules/default-rule-set'
import { localDateIn } from '@shared/rules/local-date-in'
import { holds, nextNumber } from '../core/role-grants'
import { keys } from '../store/keys'
import { readMe } from '../store/people'
import { appendRoleStep, countCountySecretaries, readRoleStep, readRoleTail, type RoleChange } from '../store/role-trail'
import { getItem, putIfAbsent } from '../store/table'
import { type Context, instantOf } from './context'
import type { AppendRoleStep } from './decide-role-grant'
import { giveBindingCode } from './give-binding-code'
import { noteStaff } from './issue-staff-code'
import { faultOfScope, personFor } from './propose-role'
import { endBinding } from './unbind-person'
import { untilDecided } from './until-decided'

interface First {
  county: string
  personId?: string | undefined
  newPerson?: { name: string } | undefined
  why: string
}

/** A county that is not in the table yet: its organisation, and the county plan's own conditions as its rules from today on. What is there stays as it is. */
export const addCounty = async (context: Context, county: string, name: string): Promise<void> => {
  await putIfAbsent(context.table, { ...keys.org(county), id: county, kind: 'county', name })
  const now = context.now()
  const version: RuleSetVersion = { ruleSet: { ...defaultRuleSet, id: county, version: 1 }, effectiveFrom: localDateIn(defaultRuleSet.timeZone, now), publishedAt: instantOf(now) }
  await putIfAbsent(context.table, { ...keys.ruleSet(county, 1), ...version })
}

/**
 * The operator makes the first secretary of a county, who proposes everyone else: once a county, ever, and never where it has one. The same person again
 * gives the same step.
 */
export const appointFirst = (context: Context, { county, why, ...whom }: First, append: AppendRoleStep = appendRoleStep): Promise<RoleStep | Refusal> =>
  untilDecided<RoleStep | Refusal>(context, async () => {
    const tail = await readRoleTail(context.table, county, context.now())
    const wrong = await faultOfScope(context, 'county-committee', county)
    if (wrong) return wrong
    const person = await personFor(context, county, whom, JSON.stringify([county, 'first', whom.newPerson?.name]))
    if (isRefusal(person)) return person
    const { personId, name } = person
    const before = await getItem<{ n: number }>(context.table, keys.firstSecretary(county), true)
    const stands = before && (await readRoleStep(context.table, county, before.n))
    if (stands) return stands.personId === personId ? stands : refuse('role-held', { state: 'first', name: stands.name })
    if ((await countCountySecretaries(context.table, county)) > 0 || ('roles' in person && holds(person.roles, 'county-committee', county))) return refuse('role-held', { state: 'held' })
    const give = { name: 'county-committee', scope: county } as const
    const change: RoleChange = 'roles' in person ? { give, me: person } : { give, newPerson: true }
    const step: RoleStep = { n: nextNumber(tail), kind: 'appointed', at: instantOf(context.now()), personId, name, role: give.name, scope: county, why }
    return (await append(context.table, step, { change, first: true })) ? step : undefined
  })

type Held = Pick<RoleStep, 'personId' | 'name' | 'role' | 'scope'>

/** A code for whomever the operator made a secretary or approved, unless bound, or given one by a branch, which no county secretary is. It is in the trail. */
export const codeFromOperator = async (context: Context, held: Held): Promise<{ code: string; expiresAt: string } | undefined> => {
  const me = await readMe(context.table, held.personId, true)
  if (!me || me.identity !== undefined || (me.branch !== undefined && held.role !== 'county-committee')) return undefined
  await noteStaff(context, 'code-issued', held, held.name, undefined)
  const code = await giveBindingCode(context, held.personId, 'operator')
  return isRefusal(code) ? undefined : code
}

/** A county secretary whose WeChat identity is lost: unbound where bound, and a new code. Both are in the trail. */
export const replaceSecretaryCode = async (context: Context, county: string, personId: string): Promise<{ code: string; expiresAt: string } | Refusal> => {
  const me = await readMe(context.table, personId, true)
  if (!me || !holds(me.roles, 'county-committee', county)) return refuse('not-found')
  const held = { personId, name: me.name, role: 'county-committee', scope: county } as const
  if (me.identity !== undefined) {
    await noteStaff(context, 'unbound', held, me.name, undefined)
    await endBinding(context, personId)
  }
  return (await codeFromOperator(context, held)) ?? refuse('identity-bound')
}

import type { Access } from '@shared/contract/endpoint'
import { type Refusal, refuse } from '@shared/model/refusal'
import { may } from '../core/may'
import { hostOf } from '../store/keys'
import { readMe } from '../store/people'
import type { Actor, Context } from './context'

/** What of an input names the target of a call. */
export interface Target {
  personId?: string
  org?: string
  scope?: string
  eventId?: string
}

/**
 * The one place that says who may do what: `access` is the endpoint's own entry in the contract. The caller's account was read to check the
 * session; the person in the path is read only where a role is claimed over them. Someone out of scope hears the same as of someone unknown.
 */
export const authorize = async (context: Context, access: Access, actor: Actor, target: Target): Promise<Refusal | undefined> => {
  if (access.who !== 'roles') return undefined
  const { roles, scope } = access
  const no = refuse('not-allowed')
  if (scope === 'self') return actor.roles.some((role) => roles.includes(role.name)) ? undefined : no
  if (scope === 'org') {
    const org = target.org ?? target.scope
    return org !== undefined && may(actor.roles, roles, org) ? undefined : no
  }
  if (scope === 'event') return target.eventId !== undefined && may(actor.roles, roles, hostOf(target.eventId)) ? undefined : no
  if (access.own && target.personId === actor.personId) return undefined
  if (!actor.roles.some((role) => roles.includes(role.name))) return no
  const person = target.personId === undefined ? undefined : await readMe(context.table, target.personId)
  return person?.branch !== undefined && may(actor.roles, roles, person.branch) ? undefined : no
}


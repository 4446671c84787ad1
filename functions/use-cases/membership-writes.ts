import type { Application, ApplicationStep } from '@shared/model/application'
import { lastOf } from '@shared/rules/application-order'
import { keys } from '../store/keys'
import { noMember, useMembership } from '../store/memberships'
import type { Me } from '../store/people'
import type { Write } from '../store/table'
import type { Context } from './context'

/** What a step says of who is a member: with the county's filing the applicant is a member, from the day of the branch's meeting (spec/admission-procedure.md): in their account and the roster, in the same transaction. */
export const membershipWrites = (context: Context, me: Me, application: Application | undefined, step: ApplicationStep): Write[] => {
  // Who applies is no member at that moment, and whom a form names is one: neither is entered or taken back meanwhile.
  if (step.act === 'apply') return [noMember(context.table, me.personId)]
  if (step.act === 'fill-form') return step.facts.introducers.map((personId) => useMembership(context.table, personId))
  const admitted = application && lastOf(application, 'vote')?.facts.date
  if (step.act !== 'file' || admitted === undefined || me.branch === undefined) return []
  const write = (Key: { pk: string; sk: string }): Write => ({
    Update: { TableName: context.table.name, Key, UpdateExpression: 'SET leagueMember = :member', ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(leagueMember)', ExpressionAttributeValues: { ':member': { since: admitted, number: step.facts.number } } },
  })
  return [write(keys.me(me.personId)), write(keys.member(me.branch, me.personId))]
}

import type { Application, ApplicationStep } from '@shared/model/application'
import { lastOf } from '@shared/rules/application-order'
import { keys } from '../store/keys'
import { noMember, stillOf, useMembership } from '../store/memberships'
import type { Me } from '../store/people'
import type { Write } from '../store/table'
import type { Context } from './context'

/**
 * What a step says of who is a member: with the county's filing the applicant is a member, from the day of the branch's meeting (spec/admission-procedure.md): in
 * their account and the roster, in the same transaction. With every step: that they are of the branch still in which it was decided.
 */
export const membershipWrites = (context: Context, { personId, branch }: Me & { branch: string }, application: Application | undefined, step: ApplicationStep): Write[] => {
  const { table } = context
  // Who applies is no member at that moment, and whom a form names is one: neither is entered or taken back meanwhile.
  if (step.act === 'apply') return [noMember(table, personId, branch)]
  if (step.act === 'fill-form') return [stillOf(table, personId, branch), ...step.facts.introducers.map((introducer) => useMembership(table, introducer))]
  const admitted = application && lastOf(application, 'vote')?.facts.date
  if (step.act !== 'file' || admitted === undefined) return [stillOf(table, personId, branch)]
  const write = (Key: { pk: string; sk: string }, own: boolean): Write => ({
    Update: {
      TableName: table.name, Key, UpdateExpression: 'SET leagueMember = :member', ConditionExpression: `attribute_exists(pk) AND attribute_not_exists(leagueMember)${own ? ' AND branch = :branch' : ''}`,
      ExpressionAttributeValues: { ':member': { since: admitted, number: step.facts.number }, ...(own && { ':branch': branch }) },
    },
  })
  return [write(keys.me(personId), true), write(keys.member(branch, personId), false)]
}

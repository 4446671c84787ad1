import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { countyOf } from '@shared/model/org'
import type { Role } from '@shared/model/role'
import { grantEnds, type RoleStep, type StaffRole } from '@shared/model/role-trail'
import { keys, roleHolderPrefix, rolesPartition, roleStepPrefix } from './keys'
import type { Me } from './people'
import { getItem, type Item, type Key, queryAll, queryPage, type Table, transact } from './table'

/** Who holds a role, in the order of organisations. `since`: RFC 3339; absent where it came with the county's first data. */
export interface RoleHolder {
  personId: string
  role: StaffRole
  scope: string
  since?: string
}

const plain = <T extends object>({ pk, sk, ...rest }: T & Key): T => rest as unknown as T

export const roleHolderItem = (holder: RoleHolder): Item => ({ ...keys.roleHolder(holder.scope, holder.role, holder.personId), ...holder })

/** One page of a county's trail, newest first. */
export const readRoleStepsPage = (table: Table, countyId: string, limit: number, after?: string) =>
  queryPage<RoleStep>(table, { pk: rolesPartition(countyId), prefix: roleStepPrefix, newestFirst: true, consistent: true }, limit, after)

/** The end of a county's trail, oldest first: at least every step by which something is still open at `now` (epoch milliseconds), and the last one. */
export const readRoleTail = async (table: Table, countyId: string, now: number): Promise<RoleStep[]> => {
  const steps: RoleStep[] = []
  let after: string | undefined
  do {
    const page = await readRoleStepsPage(table, countyId, 100, after)
    steps.push(...page.items.map((step) => plain<RoleStep>(step)))
    after = grantEnds(steps.at(-1)?.at ?? '') < now ? undefined : page.next
  } while (after !== undefined)
  return steps.reverse()
}

export const readRoleStep = async (table: Table, countyId: string, n: number): Promise<RoleStep | undefined> => {
  const step = await getItem<RoleStep>(table, keys.roleStep(countyId, n), true)
  return step && plain<RoleStep>(step)
}

/** The step somebody asked for under this id, if it is in the trail. */
export const readRoleStepBy = async (table: Table, countyId: string, by: string, id: string): Promise<RoleStep | undefined> => {
  const held = await getItem<{ n: number }>(table, keys.roleStepId(countyId, by, id), true)
  return held && readRoleStep(table, countyId, held.n)
}

export const readRoleHoldersPage = (table: Table, orgId: string, limit: number, after?: string) =>
  queryPage<RoleHolder>(table, { pk: rolesPartition(countyOf(orgId)), prefix: roleHolderPrefix(orgId) }, limit, after)

/** Who holds a role of this very organisation. */
export const readRoleHolders = (table: Table, orgId: string): Promise<RoleHolder[]> => queryAll<RoleHolder>(table, { pk: rolesPartition(countyOf(orgId)), prefix: `${roleHolderPrefix(orgId)}#` })

/** How many hold the county committee's role. */
export const countCountySecretaries = async (table: Table, countyId: string): Promise<number> => {
  const prefix = `${roleHolderPrefix(countyId)}#county-committee#`
  const { Count = 0 } = await table.doc.send(
    new QueryCommand({ TableName: table.name, KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)', ExpressionAttributeValues: { ':pk': rolesPartition(countyId), ':prefix': prefix }, Select: 'COUNT', ConsistentRead: true }),
  )
  return Count
}

/** What a step does to an account. `me` is the account as it was read, `newPerson` one that is made with it. */
export type RoleChange = { give: Role; me: Me } | { give: Role; newPerson: true } | { take: Role; me: Me }

const changeItems = (table: Table, step: RoleStep, change: RoleChange) => {
  const { personId, name, role, scope } = step
  const county = countyOf(scope)
  const holder = roleHolderItem({ personId, role, scope, since: step.at })
  const held = 'give' in change ? { Put: { TableName: table.name, Item: holder } } : { Delete: { TableName: table.name, Key: { pk: holder.pk, sk: holder.sk } } }
  if ('newPerson' in change) {
    return [held, { Put: { TableName: table.name, Item: { ...keys.me(personId), personId, name, county, roles: [change.give], epoch: 1 }, ConditionExpression: 'attribute_not_exists(pk)' } }]
  }
  const { me } = change
  const roles = 'give' in change ? [...me.roles, change.give] : me.roles.filter((one) => one.name !== role || one.scope !== scope)
  // Whoever has no branch belongs to the county by their role alone: that stays when the last one goes.
  // A code that was handed out before would bind whoever has it to powers that its giver may not give.
  const ends = 'give' in change ? ' REMOVE bindingCode' : ''
  const stays = me.branch === undefined ? ', county = if_not_exists(county, :county)' : ''
  return [held, {
    Update: {
      TableName: table.name, Key: keys.me(personId), UpdateExpression: `SET #roles = :roles, epoch = epoch + :one${stays}${ends}`, ConditionExpression: 'attribute_exists(pk) AND #roles = :read',
      ExpressionAttributeNames: { '#roles': 'roles' }, ExpressionAttributeValues: { ':roles': roles, ':read': me.roles, ':one': 1, ...(stays && { ':county': county }) },
    },
  }]
}

/**
 * Appends step n on the condition that there is none, with what it changes: the account's roles and epoch (every session ends), the list of holders. All of
 * it or nothing. False where somebody was first: read and decide again. `id`: the client's, for whoever asks again; `first`: once a county; `ends`: of a handover, the
 * next step, by which the other's role ends.
 */
export const appendRoleStep = async (table: Table, step: RoleStep, { id, change, first, ends }: { id?: string; change?: RoleChange; first?: boolean; ends?: { step: RoleStep; change: RoleChange } } = {}): Promise<boolean> => {
  const county = countyOf(step.scope)
  const once = (Item: Record<string, unknown>) => ({ Put: { TableName: table.name, Item, ConditionExpression: 'attribute_not_exists(pk)' } })
  return transact(table, [
    once({ ...keys.roleStep(county, step.n), ...step }),
    ...(id !== undefined && step.by !== undefined ? [once({ ...keys.roleStepId(county, step.by, id), n: step.n })] : []),
    ...(first ? [once({ ...keys.firstSecretary(county), n: step.n })] : []),
    ...(change ? changeItems(table, step, change) : []),
    ...(ends ? [once({ ...keys.roleStep(county, ends.step.n), ...ends.step }), ...changeItems(table, ends.step, ends.change)] : []),
  ])
}

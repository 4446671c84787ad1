import type { Org } from '@shared/model/org'
import type { SchoolStage } from '@shared/model/procedure'
import { keys } from './keys'
import { conditional, getItem, queryAll, type Table, UpdateCommand } from './table'

/** Every organisation of a county (about a hundred), in id order. */
export const readOrgs = async (table: Table, countyId: string): Promise<Org[]> =>
  (await queryAll<Org>(table, { pk: `ORGS#${countyId}`, prefix: countyId })).map(({ pk, sk, ...org }) => org as Org)

/** One organisation as it is now: a school may just have gone up a grade. */
export const readOrg = async (table: Table, orgId: string): Promise<Org | undefined> => {
  const item = await getItem<Org & { pk: string; sk: string }>(table, keys.org(orgId), true)
  if (!item) return undefined
  const { pk, sk, ...org } = item
  return org as Org
}

/** Sets or takes away an organisation's stage, on the condition that there is the organisation. */
export const setStage = (table: Table, orgId: string, stage: SchoolStage | null): Promise<boolean> =>
  conditional(table, new UpdateCommand({
    TableName: table.name, Key: keys.org(orgId), UpdateExpression: stage === null ? 'REMOVE stage' : 'SET stage = :stage', ConditionExpression: 'attribute_exists(pk)', ...(stage !== null && { ExpressionAttributeValues: { ':stage': stage } }),
  }))

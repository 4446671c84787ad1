import type { Org } from '@shared/model/org'
import { queryAll, type Table } from './table'

/** Every organisation of a county (about a hundred), in id order. */
export const readOrgs = async (table: Table, countyId: string): Promise<Org[]> =>
  (await queryAll<Org>(table, { pk: `ORGS#${countyId}`, prefix: countyId })).map(({ pk, sk, ...org }) => org as Org)

import type { ProcedureVersion } from '@shared/model/procedure'
import { policyPartition } from './keys'
import { queryAll, type Table } from './table'

/** Every published version of a county's admission procedure, in the order of their numbers. */
export const readProcedures = async (table: Table, countyId: string, consistent = false): Promise<ProcedureVersion[]> =>
  (await queryAll<ProcedureVersion>(table, { pk: policyPartition(countyId), prefix: 'PROCEDURE#', consistent })).map(({ pk, sk, ...version }) => version)

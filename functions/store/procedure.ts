import type { ProcedureVersion } from '@shared/model/procedure'
import { keys, policyPartition } from './keys'
import { putIfAbsent, queryAll, type Table } from './table'

/** Every published version of a county's admission procedure, in the order of their numbers. */
export const readProcedures = async (table: Table, countyId: string, consistent = false): Promise<ProcedureVersion[]> =>
  (await queryAll<ProcedureVersion>(table, { pk: policyPartition(countyId), prefix: 'PROCEDURE#', consistent })).map(({ pk, sk, ...version }) => version)

/** Adds a version on the condition that its number is free. */
export const addProcedure = async (table: Table, countyId: string, version: ProcedureVersion): Promise<boolean> => (await putIfAbsent(table, { ...keys.procedure(countyId, version.version), ...version })).put

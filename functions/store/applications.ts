import type { ApplicationStep } from '@shared/model/application'
import { applicationPrefix, keys, personPartition } from './keys'
import { type Item, putIfAbsent, queryAll, type Table } from './table'

/** Every step of a person's applications, in order, with a consistent read. */
export const readApplicationSteps = async (table: Table, personId: string): Promise<ApplicationStep[]> =>
  (await queryAll<ApplicationStep>(table, { pk: personPartition(personId), prefix: applicationPrefix, consistent: true })).map(({ pk, sk, ...step }) => step as ApplicationStep)

/** Adds step n on the condition that there is none: of two simultaneous ones, one wins and the other is given the winner. */
export const appendApplicationStep = async (table: Table, personId: string, step: ApplicationStep): Promise<{ put: true } | { put: false; held: ApplicationStep }> => {
  const result = await putIfAbsent(table, { ...keys.applicationStep(personId, step.n), ...step } as unknown as Item)
  return result.put ? result : { put: false, held: result.held as unknown as ApplicationStep }
}

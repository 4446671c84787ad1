import type { ApplicationStep } from '@shared/model/application'
import type { ExamEntry } from '@shared/model/ledger'
import { applicationPrefix, keys, personPartition } from './keys'
import { queryAll, type Table, transact } from './table'

/** Every step of a person's applications, in order, with a consistent read. */
export const readApplicationSteps = async (table: Table, personId: string): Promise<ApplicationStep[]> =>
  (await queryAll<ApplicationStep>(table, { pk: personPartition(personId), prefix: applicationPrefix, consistent: true })).map(({ pk, sk, ...step }) => step as ApplicationStep)

/** The id that the next correction of an exam's score would have (core/correct-exam.ts). */
const nextCorrection = ({ examId, correction }: ExamEntry): string => `${correction?.of ?? examId}.${(correction?.n ?? 1) + 1}`

/**
 * Adds step n on the condition that there is none, and that the person's records have no more than `decisions` decisions: what the step was decided on
 * still stands; and that none of the `exams` it goes by was corrected. False where either fails, or where another transaction is at it: read and decide again.
 */
export const appendApplicationStep = async (table: Table, personId: string, step: ApplicationStep, decisions: number, exams: readonly ExamEntry[] = []): Promise<boolean> => {
  const ConditionExpression = 'attribute_not_exists(pk)'
  return transact(table, [
    { Put: { TableName: table.name, Item: { ...keys.applicationStep(personId, step.n), ...step }, ConditionExpression } },
    { ConditionCheck: { TableName: table.name, Key: keys.decision(personId, decisions + 1), ConditionExpression } },
    ...exams.map((exam) => ({ ConditionCheck: { TableName: table.name, Key: keys.exam(personId, nextCorrection(exam)), ConditionExpression } })),
  ])
}

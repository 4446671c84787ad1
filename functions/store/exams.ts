import type { DrawnQuestion, ExamPolicy, ExamSheet } from '@shared/model/exam'
import type { ExamEntry } from '@shared/model/ledger'
import { entryKey } from './ledger'
import { examSheetPrefix, keys, openExamPrefix, openExamsPartition, personPartition } from './keys'
import { conditional, getItem, type Key, queryAll, type Table, transact, UpdateCommand } from './table'

/** The county's policy for a course's exam; absent: the default. */
export const readExamPolicy = (table: Table, countyId: string, course: string) => getItem<ExamPolicy>(table, keys.examPolicy(countyId, course))

/** A person's attempts at a course's exam, or at any, by course and number, with a consistent read. */
export const readExamSheets = (table: Table, personId: string, course?: string) =>
  queryAll<ExamSheet>(table, { pk: personPartition(personId), prefix: course === undefined ? examSheetPrefix : `${examSheetPrefix}${course}#`, consistent: true })

export const readExamSheet = (table: Table, personId: string, course: string, n: number) => getItem<ExamSheet>(table, keys.examSheet(personId, course, n), true)

export const readExamPaper = async (table: Table, personId: string, course: string, n: number): Promise<DrawnQuestion[]> =>
  (await getItem<{ questions: DrawnQuestion[] }>(table, keys.examPaper(personId, course, n), true))?.questions ?? []

/** Which options are right: for scoring alone. */
export const readExamKey = async (table: Table, personId: string, course: string, n: number): Promise<number[][]> =>
  (await getItem<{ right: number[][] }>(table, keys.examKey(personId, course, n), true))?.right ?? []

/** Begins attempt n on the condition that nobody has, with its paper, its key and its place among the open ones. False where somebody was first. */
export const beginExam = async (table: Table, personId: string, sheet: ExamSheet, questions: DrawnQuestion[], right: number[][]): Promise<boolean> => {
  const { course, n, county, endsAt } = sheet
  const TableName = table.name
  return transact(table, [
    { Put: { TableName, Item: { ...keys.examSheet(personId, course, n), ...sheet }, ConditionExpression: 'attribute_not_exists(pk)' } },
    { Put: { TableName, Item: { ...keys.examPaper(personId, course, n), questions } } },
    { Put: { TableName, Item: { ...keys.examKey(personId, course, n), right } } },
    { Put: { TableName, Item: { ...keys.openExam(county, endsAt, personId, course, n), personId, course, n } } },
  ])
}

/** Replaces the answers on the condition that the sheet is the version read and not closed. False where somebody was first. */
export const saveAnswers = async (table: Table, personId: string, { course, n, v }: ExamSheet, answers: ExamSheet['answers']): Promise<boolean> => {
  return conditional(table, new UpdateCommand({
    TableName: table.name, Key: keys.examSheet(personId, course, n), UpdateExpression: 'SET answers = :answers, v = :next', ConditionExpression: 'v = :v AND attribute_not_exists(closed)',
    ExpressionAttributeValues: { ':answers': answers, ':v': v, ':next': v + 1 },
  }))
}

/** Closes an attempt with the answers it was scored on and enters its score into the ledger, both or neither, on the condition that it is the version read. False where somebody was first. */
export const closeExam = async (table: Table, personId: string, sheet: ExamSheet, entry: ExamEntry): Promise<boolean> => {
  const { course, n, county, v, endsAt, answers, closed } = sheet
  const TableName = table.name
  return transact(table, [
    {
      Update: {
        TableName, Key: keys.examSheet(personId, course, n), UpdateExpression: 'SET closed = :closed, answers = :answers, v = :next', ConditionExpression: 'v = :v AND attribute_not_exists(closed)',
        ExpressionAttributeValues: { ':closed': closed, ':answers': answers, ':v': v, ':next': v + 1 },
      },
    },
    { Put: { TableName, Item: { ...entryKey(personId, entry), ...entry }, ConditionExpression: 'attribute_not_exists(pk)' } },
    { Delete: { TableName, Key: keys.openExam(county, endsAt, personId, course, n) } },
  ])
}

interface OpenExam extends Key { personId: string; course: string; n: number }

/** Attempts of a county that nobody has closed, the first to end first; `before`: those whose end is not after it (RFC 3339, UTC). */
export const readOverdueExams = (table: Table, countyId: string, before: string): Promise<OpenExam[]> =>
  // '$' comes right after '#': every attempt that ends at `before`, and none after.
  queryAll<OpenExam>(table, { pk: openExamsPartition(countyId), between: { from: openExamPrefix, to: `${openExamPrefix}${before}$` } })

import type { Question } from '@shared/model/question'
import { keys } from './keys'
import { getItems, type Key, putIfAbsent, putItem, queryPage, type Table } from './table'

/** What a bank holds after import n: the ids of its questions. Only ever added; the last one is the bank. */
export interface BankVersion extends Key {
  n: number
  ids: string[]
  /** RFC 3339. */
  at: string
  by: string
}

export const readBank = async (table: Table, orgId: string, course: string): Promise<BankVersion | undefined> =>
  (await queryPage<BankVersion>(table, { pk: keys.bankVersion(orgId, course, 0).pk, prefix: 'V#', newestFirst: true, consistent: true }, 1)).items[0]

/** The last 20 versions, newest first. */
export const readBankVersions = async (table: Table, orgId: string, course: string): Promise<BankVersion[]> =>
  (await queryPage<BankVersion>(table, { pk: keys.bankVersion(orgId, course, 0).pk, prefix: 'V#', newestFirst: true }, 20)).items

/** A question under the id that follows from it: the same again changes nothing. */
export const putQuestion = (table: Table, orgId: string, course: string, id: string, question: Question): Promise<void> => putItem(table, { ...keys.bankQuestion(orgId, course, id), ...question })

/** Adds version n on the condition that there is none. */
export const addBankVersion = async (table: Table, orgId: string, course: string, version: Omit<BankVersion, keyof Key>): Promise<boolean> =>
  (await putIfAbsent(table, { ...keys.bankVersion(orgId, course, version.n), ...version })).put

export const readQuestions = async (table: Table, orgId: string, course: string, ids: readonly string[]): Promise<Question[]> =>
  (await getItems<Question>(table, ids.map((id) => keys.bankQuestion(orgId, course, id)), true)).filter((question) => question !== undefined)

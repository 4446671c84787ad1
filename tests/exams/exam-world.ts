import { createHash } from 'node:crypto'
import type { LedgerEntry } from '@shared/model/ledger'
import { entryKey } from '../../functions/store/ledger'
import { writeAll } from '../../functions/store/table'
import type { Context } from '../../functions/use-cases/context'
import { apiOf } from '../support/api'
import { allRoutes } from '../support/all-routes'
import { putPerson, smallWorld, type TestContext, testContext } from '../support/context'

export const student = 'w-student'
export const course = 'league-class'
export const today = '2026-06-15T02:00:00.000Z'

/** A bank of 30 single choices of four, 5 multiple ones and 5 of true and false; `right` is the letter of each single one's answer. */
export const bankCsv = (right: 'A' | 'B' = 'A', questions = 40): string => {
  const letters = right === 'A' ? ['A', 'AB', '正确'] : ['B', 'AC', '错误']
  const rows = Array.from({ length: questions }, (_, i) =>
    i < 30 ? `单选题,第${i}道单选,甲${i},乙${i},丙${i},丁${i},${letters[0]}` : i < 35 ? `多选题,第${i}道多选,甲${i},乙${i},丙${i},丁${i},${letters[1]}` : `判断题,第${i}道判断,,,,,${letters[2]}`)
  return ['题型,题干,选项A,选项B,选项C,选项D,答案', ...rows].join('\n')
}
export const base64 = (text: string): string => Buffer.from(text).toString('base64')

const lessons = (personId: string, count: number): LedgerEntry[] =>
  Array.from({ length: count }, (_, i) => ({
    type: 'record', recordId: `lesson-${personId}-${i}`, source: 'granted', category: course, startedAt: `2026-03-${10 + i}T08:00:00.000Z`, endedAt: `2026-03-${10 + i}T08:45:00.000Z`, quantity: 1, distinctKey: `lesson-${i + 1}`,
    title: '团课', photoIds: [], at: '2026-03-30T08:00:00.000Z', by: 'w-secretary',
  }))

/** A student of a branch who attended `count` lessons. */
export const putStudent = async (context: TestContext, personId: string, branch = 'wangcang.s01.b01', count = 8): Promise<void> => {
  await putPerson(context, personId, { branch })
  await writeAll(context.table, lessons(personId, count).map((entry) => ({ ...entryKey(personId, entry), ...entry })))
}

/** Signs the same in each world, as ECDSA does not: what is said twice is to be compared byte for byte. */
const sameSigner: Context['signer'] = {
  sign: async (message) => ({ keyId: 'exam-world', signature: createHash('sha256').update(message).digest('base64') }),
  publicKey: async () => 'none',
}

export interface ExamWorld {
  context: TestContext
  call: ReturnType<typeof apiOf>
  close(): Promise<void>
}

/** The small world with a county's bank; `w-student` attended eight lessons. */
export const examWorld = async (right: 'A' | 'B' = 'A', routes: Parameters<typeof apiOf>[1] = allRoutes): Promise<ExamWorld> => {
  const context = await testContext({ signer: sameSigner })
  await smallWorld(context)
  context.setNow(today)
  await putStudent(context, student)
  const call = apiOf(context, routes)
  await call('w-county', 'POST', '/v1/question-banks', { org: 'wangcang', content: base64(bankCsv(right)), dryRun: false })
  return { context, call, close: () => context.close() }
}

import { above } from '@shared/model/org'
import type { CommitteePlan, LineWrite, NumberRange, QuotaLine } from '@shared/model/plan'
import { keys, numbersPartition, quotaPartition } from './keys'
import { getItem, queryAll, type Table, transact, type Write } from './table'

/** The ranges of development numbers that a county gave its committees for a year, in their order. */
export const readRanges = (table: Table, countyId: string, year: number): Promise<NumberRange[]> => queryAll<NumberRange>(table, { pk: numbersPartition(countyId, year), prefix: 'R#', consistent: true })

/** How often numbers of a year were given. Read before the ranges: what was given since then shows in it. */
export const readNumberVersion = async (table: Table, countyId: string, year: number): Promise<number> => (await getItem<{ version: number }>(table, keys.numberYear(countyId, year), true))?.version ?? 0

/** Adds a range on the condition that none was given since `version` was read. */
export const addRange = (table: Table, countyId: string, range: NumberRange, version: number): Promise<boolean> =>
  transact(table, [
    {
      Update: {
        TableName: table.name, Key: keys.numberYear(countyId, range.year), UpdateExpression: 'SET version = :next', ConditionExpression: version === 0 ? 'attribute_not_exists(pk)' : 'version = :version',
        ExpressionAttributeValues: { ':next': version + 1, ...(version > 0 && { ':version': version }) },
      },
    },
    { Put: { TableName: table.name, Item: { ...keys.numberRange(countyId, range.year, range.from), ...range }, ConditionExpression: 'attribute_not_exists(pk)' } },
  ])

/** What each committee of a county may admit in a year, by its id. */
export const readCommitteePlans = async (table: Table, countyId: string, year: number): Promise<Map<string, CommitteePlan>> =>
  new Map((await queryAll<CommitteePlan>(table, { pk: quotaPartition(countyId, year), consistent: true })).map((plan) => [plan.committee, plan]))

export const readCommitteePlan = (table: Table, countyId: string, year: number, committeeId: string): Promise<CommitteePlan | undefined> => getItem<CommitteePlan>(table, keys.committeePlan(countyId, year, committeeId), true)

/** The committee's plan as it shall be, on the condition that it is the revision before. */
const planPut = (table: Table, countyId: string, year: number, plan: CommitteePlan): Write => ({
  Put: {
    TableName: table.name, Item: { ...keys.committeePlan(countyId, year, plan.committee), ...plan }, ConditionExpression: plan.revision === 1 ? 'attribute_not_exists(pk)' : 'revision = :before',
    ...(plan.revision > 1 && { ExpressionAttributeValues: { ':before': plan.revision - 1 } }),
  },
})

const lineWrite = (table: Table, Key: { pk: string; sk: string }, { change, untaken, line }: LineWrite): Write => {
  const on = { TableName: table.name, Key }
  const values = (own: Record<string, number>) => ({ ExpressionAttributeValues: { ...own, ...(untaken && { ':zero': 0 }) } })
  const none = untaken ? ' AND taken = :zero' : ''
  switch (change) {
    case 'add':
      return { Put: { TableName: table.name, Item: { ...Key, branch: line.branch, grade: line.grade, quota: line.quota, taken: 0, used: 0 }, ConditionExpression: 'attribute_not_exists(pk)' } }
    case 'set':
      return { Update: { ...on, UpdateExpression: 'SET quota = :quota', ConditionExpression: `taken <= :quota${none}`, ...values({ ':quota': line.quota ?? 0 }) } }
    case 'remove':
      return { Delete: { ...on, ConditionExpression: 'taken = :zero', ExpressionAttributeValues: { ':zero': 0 } } }
    case 'keep':
      return { ConditionCheck: { ...on, ConditionExpression: 'taken = :zero', ExpressionAttributeValues: { ':zero': 0 } } }
  }
}

/** Lines and the committee's revision, together or not at all: never below what is taken at that moment, on the condition that nobody saved since. */
export const savePlan = (table: Table, countyId: string, year: number, plan: CommitteePlan, lines: readonly LineWrite[]): Promise<boolean> =>
  transact(table, [planPut(table, countyId, year, plan), ...lines.map((one) => lineWrite(table, keys.quota(plan.committee, year, one.key), one))])

/** A committee's quotas for a year, line by line. */
export const readQuotas = (table: Table, committeeId: string, year: number): Promise<QuotaLine[]> => queryAll<QuotaLine>(table, { pk: quotaPartition(committeeId, year), consistent: true })

export const committeeOf = (branchId: string): string => above(branchId)[0] ?? branchId

/** The lines that an applicant of this branch and grade takes a place of: the branch's for the grade, and the branch's for all. */
export const linesFor = (lines: readonly QuotaLine[], branchId: string, grade: string | undefined): QuotaLine[] => lines.filter((line) => line.branch === branchId && (line.grade === '*' || line.grade === grade))

/** Takes the next number of a range: on the condition that it still is the next one, and that nobody ever had it. */
export const takeNumber = (table: Table, countyId: string, { year, from, to, next }: NumberRange, number: string, personId: string): Write[] => [
  {
    Update: {
      TableName: table.name, Key: keys.numberRange(countyId, year, from), UpdateExpression: 'SET #next = :after', ConditionExpression: '#next = :next AND #to >= :next',
      ExpressionAttributeNames: { '#next': 'next', '#to': 'to' }, ExpressionAttributeValues: { ':next': next, ':after': next + 1 },
    },
  },
  { Put: { TableName: table.name, Item: { ...keys.developmentNumber(number), number, personId, to }, ConditionExpression: 'attribute_not_exists(pk)' } },
]

const addTo = (table: Table, { pk, sk }: { pk: string; sk: string }, field: 'taken' | 'used', by: 1 | -1, ConditionExpression: string): Write => ({
  Update: { TableName: table.name, Key: { pk, sk }, UpdateExpression: 'ADD #field :by', ConditionExpression, ExpressionAttributeNames: { '#field': field, ...(ConditionExpression.includes('#quota') && { '#quota': 'quota' }) }, ExpressionAttributeValues: { ':by': by, ...(ConditionExpression.includes(':zero') && { ':zero': 0 }) } },
})

/** A place of a line: reserved on the condition that one is left. */
export const takePlace = (table: Table, committeeId: string, year: number, line: string): Write => addTo(table, keys.quota(committeeId, year, line), 'taken', 1, '#field < #quota')
/** A place given back by an application that ended. */
export const givePlaceBack = (table: Table, committeeId: string, year: number, line: string): Write => addTo(table, keys.quota(committeeId, year, line), 'taken', -1, '#field > :zero')
/** A reserved place becomes a used one. */
export const usePlace = (table: Table, committeeId: string, year: number, line: string): Write => addTo(table, keys.quota(committeeId, year, line), 'used', 1, 'attribute_exists(pk)')


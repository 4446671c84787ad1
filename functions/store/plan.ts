import { above } from '@shared/model/org'
import type { NumberRange, QuotaLine } from '@shared/model/plan'
import { keys, numbersPartition, quotaPartition } from './keys'
import { queryAll, type Table, type Write } from './table'

/** The ranges of development numbers that a county gave its committees for a year, in their order. */
export const readRanges = (table: Table, countyId: string, year: number): Promise<NumberRange[]> => queryAll<NumberRange>(table, { pk: numbersPartition(countyId, year), prefix: 'R#', consistent: true })

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


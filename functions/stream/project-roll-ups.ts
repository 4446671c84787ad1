import { isDeepStrictEqual } from 'node:util'
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import { countyOf } from '@shared/model/org'
import type { Context } from '../use-cases/context'
import { foldRollUps } from '../use-cases/fold-roll-ups'
import { forEachGroup, keyOf } from './entries'

/** The branches whose roll-up a change of ME or of a roster entry concerns. */
const branchesOf = (record: DynamoDBRecord): string[] => {
  const { pk, sk } = keyOf(record)
  if (pk.startsWith('B#')) return [pk.slice(2)]
  if (sk !== 'ME') return []
  const [before, after] = [record.dynamodb?.OldImage, record.dynamodb?.NewImage]
  const same = isDeepStrictEqual(figuresOf(before), figuresOf(after)) && before?.branch?.S === after?.branch?.S
  return same ? [] : [before?.branch?.S, after?.branch?.S].filter((branch) => branch !== undefined)
}

/** What of an account a roll-up is folded from: not the count of entries, nor until when it holds. */
const figuresOf = (image: NonNullable<DynamoDBRecord['dynamodb']>['NewImage']) => {
  const { n, until, ...figures } = image?.progress?.M ?? {}
  return { ...figures, leagueMember: image?.leagueMember !== undefined, graduated: image?.graduated !== undefined }
}

/** Progress → roll-ups: in larger batches, each branch, school and county of the batch is folded once. */
export const projectRollUps = (context: Context) => (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
  const branches = new Map(event.Records.map((record) => [record, branchesOf(record)]))
  return forEachGroup(
    event.Records,
    (record) => [...new Set(branches.get(record)?.map(countyOf))],
    (_county, records) => foldRollUps(context, new Set(records.flatMap((record) => branches.get(record) ?? []))),
  )
}

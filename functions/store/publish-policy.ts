import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { RuleDraft, RuleSetVersion, StudyIssueEntry } from '@shared/model/policy'
import { keys, ledgerPrefix, personPartition } from './keys'
import { conditional, getItem, type Key, putIfAbsent, type Table, transact } from './table'

/** Adds entry n about the county's study issues on the condition that there is none. */
export const appendIssueEntry = async (table: Table, countyId: string, n: number, entry: StudyIssueEntry): Promise<boolean> => (await putIfAbsent(table, { ...keys.studyIssue(countyId, n), ...entry })).put

export const readRuleDraft = async (table: Table, countyId: string): Promise<RuleDraft | undefined> => {
  const item = await getItem<RuleDraft>(table, keys.ruleDraft(countyId), true)
  if (!item) return undefined
  const { pk, sk, ...draft } = item as RuleDraft & Key
  return draft
}

/** Replaces the draft on the condition that it still is the revision before. */
export const replaceRuleDraft = async (table: Table, countyId: string, draft: RuleDraft): Promise<boolean> => {
  const first = draft.revision === 1
  return conditional(table, new PutCommand({
      TableName: table.name, Item: { ...keys.ruleDraft(countyId), ...draft }, ConditionExpression: first ? 'attribute_not_exists(pk)' : 'revision = :before',
      ...(!first && { ExpressionAttributeValues: { ':before': draft.revision - 1 } }),
    }))
}

/**
 * Adds a version on the condition that its number is free, and empties the draft on the condition that it is the one that was previewed: both or
 * neither. False where either fails or another publication is at it: read and decide again.
 */
export const addRuleSet = async (table: Table, countyId: string, version: RuleSetVersion, emptied: RuleDraft): Promise<boolean> => {
  return transact(table, [
        { Put: { TableName: table.name, Item: { ...keys.ruleSet(countyId, version.ruleSet.version), ...version }, ConditionExpression: 'attribute_not_exists(pk)' } },
        {
    Put: {
      TableName: table.name, Item: { ...keys.ruleDraft(countyId), ...emptied }, ConditionExpression: '#hash = :hash', ExpressionAttributeNames: { '#hash': 'hash' },
      ExpressionAttributeValues: { ':hash': version.hash },
    },
        },
  ])
}

/** Whether anything in a person's ledger names this lesson or issue. The table looks; hardly a byte is sent. */
export const namesDistinctKey = async (table: Table, personId: string, distinctKey: string): Promise<boolean> => {
  let start: Record<string, unknown> | undefined
  do {
    const page = await table.doc.send(new QueryCommand({
      TableName: table.name, KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)', FilterExpression: 'distinctKey = :key OR credit.distinctKey = :key OR correction.#to.distinctKey = :key', ExpressionAttributeNames: { '#to': 'to' }, Select: 'COUNT',
      ExpressionAttributeValues: { ':pk': personPartition(personId), ':prefix': ledgerPrefix, ':key': distinctKey }, ConsistentRead: true, ExclusiveStartKey: start,
    }))
    if ((page.Count ?? 0) > 0) return true
    start = page.LastEvaluatedKey
  } while (start)
  return false
}

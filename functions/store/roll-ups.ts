import { isDeepStrictEqual } from 'node:util'
import type { RollUp } from '@shared/model/roll-up'
import { keys } from './keys'
import { getItem, getItems, isConditionFailed, type Key, type Table, UpdateCommand } from './table'

export const readRollUps = async (table: Table, orgIds: string[], consistent = false): Promise<(RollUp | undefined)[]> =>
  (await getItems<{ rollUp: RollUp }>(table, orgIds.map(keys.rollUp), consistent)).map((item) => item?.rollUp)

/**
 * Replaces a roll-up by what `fold` makes of consistent reads that begin after the version was read; where another fold was faster, again. Nothing
 * is written where nothing changed.
 */
export const refoldRollUp = async (table: Table, orgId: string, fold: () => Promise<RollUp>): Promise<boolean> => {
  for (;;) {
    const held = await getItem<{ rollUp: RollUp; version: number } & Key>(table, keys.rollUp(orgId), true)
    const rollUp = await fold()
    if (held && isDeepStrictEqual(held.rollUp, rollUp)) return false
    try {
      await table.doc.send(
        new UpdateCommand({
          TableName: table.name, Key: keys.rollUp(orgId), UpdateExpression: 'SET #rollUp = :rollUp, version = :next', ExpressionAttributeNames: { '#rollUp': 'rollUp' },
          ConditionExpression: held ? 'version = :held' : 'attribute_not_exists(pk)', ExpressionAttributeValues: { ':rollUp': rollUp, ':next': (held?.version ?? 0) + 1, ...(held && { ':held': held.version }) },
        }),
      )
      return true
    } catch (error) {
      if (!isConditionFailed(error)) throw error
    }
  }
}

import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import type { Table } from '../../functions/store/table'

/** A table whose first `times` transactions meet another one: DynamoDB Local never says so. */
export const busyTable = (table: Table, times = 1): Table => {
  let left = times
  const doc = new Proxy(table.doc, {
    get: (target, key) => key !== 'send' ? Reflect.get(target, key) : async (command: { constructor: { name: string } }) => {
      if (command.constructor.name === 'TransactWriteCommand' && left-- > 0) throw new TransactionCanceledException({ message: 'busy', $metadata: {}, CancellationReasons: [{ Code: 'TransactionConflict' }] })
      return target.send(command as never)
    },
  })
  return { ...table, doc }
}

import { putIfAbsent } from '../../functions/store/table'
import { testContext } from '../support/context'

/** DynamoDB Local never says it; the table in the cloud does. */
class TransactionConflictException extends Error {
  override name = 'TransactionConflictException'
}

test('a plain write that meets a running transaction waits and goes again; any other fault comes through at once', async () => {
  const context = await testContext()
  let sent = 0
  let fault: Error = new TransactionConflictException()
  context.table.doc.middlewareStack.add((next) => async (args) => {
    if (++sent <= 3) throw fault
    return next(args)
  }, { step: 'serialize', name: 'conflicts' })
  expect(await putIfAbsent(context.table, { pk: 'A#1', sk: 'A' })).toEqual({ put: true })
  expect(sent).toBe(4)
  ;[sent, fault] = [0, new Error('something else')]
  await expect(putIfAbsent(context.table, { pk: 'A#2', sk: 'A' })).rejects.toThrow('something else')
  expect(sent).toBe(1)
  sent = 3
  await context.close()
}, 30_000)

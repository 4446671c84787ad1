import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import type { ScanVerdict, VenueKey } from '@shared/model/event'
import { keys } from '../../functions/store/keys'
import { keepVerdict } from '../../functions/store/scans'
import { getItem, putIfAbsent, type Table } from '../../functions/store/table'
import { addVenueKey } from '../../functions/store/venue-keys'
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

/** Nor this, of a table that is asked for more than it gives. */
const throttled = () => new TransactionCanceledException({ $metadata: {}, message: 'Rate exceeded', CancellationReasons: [{ Code: 'ThrottlingError' }, { Code: 'None' }] })

const at = '2026-06-15T02:00:00.000Z'
const verdict: ScanVerdict = { scanId: 'scan-busy', eventId: 'home~event-busy', verdict: 'conflict', code: 'clock-skew', direction: 'entry', way: 'list', personId: 'w-busy', name: '忙', time: at, deviceTime: at, skewMs: 0, at, by: 'w-manager' }
const venueKey: VenueKey = { keyId: 'screen-busy', eventId: 'home~event-busy', publicKey: 'a key', by: 'w-manager', at }

describe.each<[string, (table: Table) => Promise<unknown>, () => Parameters<typeof getItem>[1], object]>([
  ['a verdict that waits for a manager', (table) => keepVerdict(table, verdict), () => keys.scanVerdict(verdict.scanId), verdict],
  ['a venue’s key and its screen', (table) => addVenueKey(table, venueKey), () => keys.venueKey(venueKey.keyId), venueKey],
])('%s, where the table is too busy', (_what, keep, key, kept) => {
  /** How many transactions it tried, the first `refused` of which came to nothing; and what it came to. */
  const against = async (refused: number) => {
    const context = await testContext()
    let sent = 0
    context.table.doc.middlewareStack.add((next) => async (args) => {
      if ('TransactItems' in args.input && ++sent <= refused) throw throttled()
      return next(args)
    }, { step: 'serialize', name: 'busy' })
    const fault = await keep(context.table).then(() => undefined, (error: Error) => error.message)
    const held = await getItem(context.table, key(), true)
    await context.close()
    return { sent, fault, held }
  }

  test('waits and goes again', async () => {
    expect(await against(3)).toMatchObject({ sent: 4, fault: undefined, held: kept })
  })

  test('gives up at last, so that the phone tries again later', async () => {
    expect(await against(Infinity)).toEqual({ sent: 7, fault: 'The table is too busy', held: undefined })
  })
})

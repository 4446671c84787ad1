import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'

/** What DynamoDB charges for, as its own answers say; a refused conditional write is charged by the size of what it would have written. */
export interface Meter {
  readUnits: number
  writeUnits: number
  calls: number
  transactions: number
  conflicts: number
}

const newMeter = (): Meter => ({ readUnits: 0, writeUnits: 0, calls: 0, transactions: 0, conflicts: 0 })

const sizeOf = (value: unknown): number => {
  if (typeof value !== 'object' || value === null) return String(value).length
  if (value instanceof Uint8Array) return value.length
  return Object.entries(value).reduce((sum, [key, inner]) => sum + (/^[SNLMB]$|^(BOOL|NULL)$/.test(key) ? 0 : Buffer.byteLength(key)) + (typeof inner === 'string' ? Buffer.byteLength(inner) : sizeOf(inner)), 0)
}
/** Write units of one item outside a transaction. */
export const kilobytes = (item: unknown) => Math.max(1, Math.ceil(sizeOf(item) / 1024))

type Input = Record<string, unknown> & { Item?: unknown; Key?: unknown; TransactItems?: Record<string, { Item?: unknown; Key?: unknown }>[] }

/** Meters every command of a client. DynamoDB Local reports plain commands rightly and transactions wrongly: those are reckoned, 2 a kilobyte an item. */
export const meterClient = (client: DynamoDBClient): Meter => {
  const meter = newMeter()
  client.middlewareStack.add(
    (next, about) => async (args) => {
      const command = (about as { commandName?: string }).commandName ?? ''
      const input = args.input as Input
      const write = /Put|Update|Delete|Write/.test(command)
      meter.calls++
      const add = (units: number) => {
        if (write) meter.writeUnits += units
        else meter.readUnits += units
      }
      if (command.startsWith('TransactWrite')) {
        meter.transactions++
        for (const part of input.TransactItems ?? []) for (const { Item, Key } of Object.values(part)) add(2 * kilobytes(Item ?? Key))
        return next(args)
      }
      try {
        const result = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' } as typeof args.input })
        const { ConsumedCapacity } = result.output as { ConsumedCapacity?: { CapacityUnits?: number } | { CapacityUnits?: number }[] }
        for (const one of [ConsumedCapacity ?? []].flat()) add(one.CapacityUnits ?? 0)
        return result
      } catch (error) {
        if ((error as Error).name === 'ConditionalCheckFailedException') add(kilobytes(input.Item ?? input.Key))
        if ((error as Error).name.startsWith('Transaction')) meter.conflicts++
        throw error
      }
    },
    { step: 'initialize', name: 'meter' },
  )
  return meter
}

export const resetMeter = (meter: Meter): void => {
  Object.assign(meter, newMeter())
}

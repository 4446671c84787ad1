import type { Transfer } from '@shared/model/turn'
import { keys, transferPrefix, transfersPartition } from './keys'
import { getItem, queryAll, type Table, type Write } from './table'

type Place = Pick<Transfer, 'school' | 'year' | 'branch' | 'personId'>
const keyOf = ({ school, year, branch, personId }: Place) => keys.transfer(school, year, branch, personId)

/** Graduates of a school, or of one of its branches, who are to be transferred. */
export const readTransfers = (table: Table, school: string, year: number, branchId = ''): Promise<Transfer[]> => queryAll<Transfer>(table, { pk: transfersPartition(school), prefix: transferPrefix(year, branchId), consistent: true })

export const readTransfer = (table: Table, place: Place): Promise<Transfer | undefined> => getItem<Transfer>(table, keyOf(place), true)

export const addTransfer = (table: Table, transfer: Transfer): Write => ({ Put: { TableName: table.name, Item: { ...keyOf(transfer), ...transfer }, ConditionExpression: 'attribute_not_exists(pk)' } })

/** A transfer as it is to be, on the condition that nobody wrote it since. */
export const replaceTransfer = (table: Table, transfer: Transfer): Write => ({ Put: { TableName: table.name, Item: { ...keyOf(transfer), ...transfer }, ConditionExpression: 'version = :before', ExpressionAttributeValues: { ':before': transfer.version - 1 } } })

/** Takes a transfer away that nobody has done anything about. */
export const dropTransfer = (table: Table, place: Place): Write => ({ Delete: { TableName: table.name, Key: keyOf(place), ConditionExpression: 'attribute_not_exists(pk) OR version = :first', ExpressionAttributeValues: { ':first': 1 } } })

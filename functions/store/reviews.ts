import { queuePartition, reviewPrefix } from './keys'
import { queryPage, type Table } from './table'

/** Since when a branch's longest waiting record waits, RFC 3339; undefined where none does. One read. */
export const readOldestReview = async (table: Table, branchId: string): Promise<string | undefined> => {
  const { items: [first] } = await queryPage<object>(table, { pk: queuePartition(branchId), prefix: reviewPrefix }, 1)
  return first?.sk.slice(reviewPrefix.length).split('#', 1)[0]
}

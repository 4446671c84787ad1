/** Where a listing over several partitions goes on: the partition, and the sort key after which. */
interface Place {
  at: string
  after?: string
}

export const encodePlace = (place: Place): string => Buffer.from(JSON.stringify(place)).toString('base64url')

/** The place a cursor names; undefined where it is none of ours (then a listing begins anew). */
export const readPlace = (cursor: string | undefined): Place | undefined => {
  if (cursor === undefined) return undefined
  try {
    const place = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as Place
    return typeof place.at === 'string' ? place : undefined
  } catch {
    return undefined
  }
}

/**
 * One page over several partitions in a fixed order, each read page by page; a row that `show` gives nothing for does not count. Reads at most a page
 * more than it needs, and gives a cursor while anything may be left. A cursor of a partition that is gone begins anew.
 */
export const pageAcross = async <Row, Shown>(
  partitions: readonly string[],
  cursor: string | undefined,
  limit: number,
  read: (partition: string, limit: number, after?: string) => Promise<{ items: (Row & { sk: string })[]; next?: string }>,
  show: (rows: (Row & { sk: string })[]) => Promise<(Shown | undefined)[]>,
): Promise<{ items: Shown[]; next?: string }> => {
  const place = readPlace(cursor)
  const from = place && partitions.includes(place.at) ? place : undefined
  const items: Shown[] = []
  let after = from?.after
  for (let i = from ? partitions.indexOf(from.at) : 0; i < partitions.length; i++) {
    const partition = partitions[i] as string
    do {
      const page = await read(partition, limit, after)
      const shown = await show(page.items)
      for (const [row, one] of shown.entries()) {
        if (one === undefined) continue
        if (items.length === limit) return { items, next: encodePlace({ at: partition, after: row > 0 ? page.items[row - 1]?.sk : after }) }
        items.push(one)
      }
      after = page.next
    } while (after !== undefined)
  }
  return { items }
}

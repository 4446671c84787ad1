import { pageAcross } from '../../functions/use-cases/page-across'

const rows: Record<string, string[]> = { a: ['a1', 'a2', 'a3', 'a4', 'a5'], b: [], c: ['c1', 'c2', 'c3'] }
const read = async (partition: string, limit: number, after?: string) => {
  const all = rows[partition] ?? []
  const from = after === undefined ? 0 : all.indexOf(after) + 1
  const items = all.slice(from, from + limit).map((sk) => ({ sk }))
  return { items, next: from + limit < all.length ? items.at(-1)?.sk : undefined }
}
const walk = async (limit: number, keep: (sk: string) => boolean) => {
  const pages: string[][] = []
  let cursor: string | undefined
  do {
    const page = await pageAcross(['a', 'b', 'c'], cursor, limit, read, async (some) => some.map(({ sk }) => (keep(sk) ? sk : undefined)))
    pages.push(page.items)
    cursor = page.next
  } while (cursor !== undefined && pages.length < 20)
  return pages
}

test.each([1, 2, 3, 4, 8, 100])('every row once and in order, %i a page', async (limit) => {
  expect((await walk(limit, () => true)).flat()).toEqual(['a1', 'a2', 'a3', 'a4', 'a5', 'c1', 'c2', 'c3'])
  expect((await walk(limit, (sk) => /[135]/.test(sk))).flat()).toEqual(['a1', 'a3', 'a5', 'c1', 'c3'])
  for (const page of await walk(limit, () => true)) expect(page.length).toBeLessThanOrEqual(limit)
})

test('a cursor of a partition that is gone, or of nobody’s, begins anew and skips nothing', async () => {
  const first = await pageAcross(['gone', 'a'], undefined, 2, async (partition, limit, after) => read(partition === 'gone' ? 'c' : partition, limit, after), async (some) => some.map(({ sk }) => sk))
  for (const cursor of [first.next, 'nonsense']) expect((await pageAcross(['a'], cursor, 2, read, async (some) => some.map(({ sk }) => sk))).items).toEqual(['a1', 'a2'])
})

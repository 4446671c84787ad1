import { joined } from '@/packages/staff/slips/joined'
import { linkedCode } from '@/platform/linked-code'

const slip = (name: string) => ({ personId: name, name, code: `CODE-${name}` })

test('slips of several calls are one list; the earliest end is printed, and where to go on is the last call’s', () => {
  const first = joined(undefined, { slips: [slip('a')], bound: 2, elsewhere: ['x'], expiresAt: '2026-06-22T02:00:00.000Z', next: 'a' }, 'branch')
  expect(first).toMatchObject({ of: 'branch', next: 'a' })
  expect(joined(first, { slips: [slip('b')], bound: 1, elsewhere: [], expiresAt: '2026-06-22T02:00:01.000Z' }, 'branch')).toEqual({ of: 'branch', slips: [slip('a'), slip('b')], bound: 3, elsewhere: ['x'], expiresAt: '2026-06-22T02:00:00.000Z', next: undefined })
})

test.each([
  ['https://app.test/?bind=K7M4-2QXD-9TPA-R', 'K7M4-2QXD-9TPA-R'], ['https://app.test/?from=slip&bind=K7M4#x', 'K7M4'], ['https://app.test/', undefined], ['', undefined], [undefined, undefined],
])('the link %s brings the code %s', (link, code) => {
  expect(linkedCode(link)).toBe(code)
})

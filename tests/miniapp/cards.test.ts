import { joined } from '@/packages/staff/cards/joined'

const card = (name: string, className?: string) => ({ personId: name, name, code: `CODE-${name}`, ...(className && { className }) })

test('cards of several calls are one list, class by class and by name, under the request that made them', () => {
  const first = joined(undefined, { cards: [card('王', '二班'), card('李', '一班')], branchName: '支部', held: 1, ended: ['x'], next: '王' }, 'branch', 'request-1')
  expect(first.next).toBe('王')
  expect(joined(first, { cards: [card('陈', '一班')], branchName: '支部', held: 2, ended: [] }, 'branch', 'request-1')).toEqual({
    of: 'branch', id: 'request-1', cards: [card('王', '二班'), card('陈', '一班'), card('李', '一班')], branchName: '支部', held: 3, ended: ['x'], next: undefined,
  })
})

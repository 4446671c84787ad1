import { branchAt } from '../../functions/core/branch-at'

const stays = [
  { at: '2026-03-01T00:00:00Z', from: { branch: 'a' }, to: { branch: 'b' } },
  { at: '2026-08-25T00:00:00Z', from: { branch: 'b' }, to: { branch: 'c' } },
  { at: '2026-09-01T00:00:00Z', from: { branch: 'c' } },
]
test.each([['2026-01-01T00:00:00Z', 'a'], ['2026-03-01T00:00:00Z', 'b'], ['2026-08-24T23:59:59Z', 'b'], ['2026-08-25T00:00:00Z', 'c'], ['2027-01-01T00:00:00Z', 'c']])('on %s they were of %s, whichever way the lines come', (instant, branch) => {
  expect([branchAt('c', stays, instant), branchAt('c', [...stays].reverse(), instant)]).toEqual([branch, branch])
})

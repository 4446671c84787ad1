import { type Draft, faultsFrom, faultsOf, inputOf, rolesFor, scopesFor } from '@/packages/staff/propose-role/draft'

const orgs = ([['w', 'county'], ['w.s01', 'school'], ['w.s01.b01', 'branch'], ['w.s02', 'school'], ['w.s02.b01', 'branch'], ['w.t01', 'township'], ['w.t01.home', 'home']] as const).map(([id, kind]) => ({ id, kind, name: id }))
const role = (name: 'committee' | 'county-committee' | 'branch-secretary', scope: string) => ({ name, scope, scopeName: scope })
const draft: Draft = { role: 'branch-secretary', scope: 'w.s01.b01', whom: 'known', person: { personId: 'p-1', name: '范诗萱', where: '' }, newName: '', why: ' 支部推选 ' }

test.each([
  ['county-committee', 'w', ['home-manager', 'branch-secretary', 'committee', 'county-committee'], ['w.s01.b01', 'w.s02.b01']],
  ['committee', 'w.s01', ['branch-secretary'], ['w.s01.b01']],
  ['committee', 'w.t01', ['home-manager'], []],
  ['branch-secretary', 'w.s01.b01', [], []],
] as const)('%s of %s may propose %j, branch secretaries over %j', (name, scope, roles, branches) => {
  expect(rolesFor(role(name, scope), orgs)).toEqual(roles)
  expect(scopesFor(role(name, scope), 'branch-secretary', orgs).map(({ id }) => id)).toEqual(branches)
})

test.each([
  ['a person', {}, {}],
  ['nobody chosen', { person: undefined }, { whom: 'needPerson' }],
  ['someone new without a name', { whom: 'new', newName: ' ' }, { whom: 'needName' }],
  ['no organisation', { scope: '' }, { scope: 'needScope' }],
  ['no reason', { why: '  ' }, { why: 'needWhy' }],
] as const)('%s', (_what, change, faults) => expect(faultsOf({ ...draft, ...change } as Draft)).toEqual(faults))

test('what is sent is either the person or the name, trimmed', () => {
  expect(inputOf(draft, 'id-000001')).toEqual({ id: 'id-000001', role: 'branch-secretary', scope: 'w.s01.b01', why: '支部推选', personId: 'p-1' })
  expect(inputOf({ ...draft, whom: 'new', newName: ' 石老师 ' }, 'id-000001')).toEqual({ id: 'id-000001', role: 'branch-secretary', scope: 'w.s01.b01', why: '支部推选', newPerson: { name: '石老师' } })
})

test('the API’s faults stand at their fields', () => {
  const errors = ['personId', 'newPerson.name', 'scope', 'why'].map((path) => ({ path, code: 'x', message: '' }))
  expect(faultsFrom(errors)).toEqual({ whom: 'fieldWrong', scope: 'fieldWrong', why: 'fieldWrong' })
})

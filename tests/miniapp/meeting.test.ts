import type { MeetingView } from '@shared/contract/meetings'
import { jest } from '@jest/globals'
import { attendanceOf, isAdjusted, leastMoreThan, voteNeeds } from '@shared/rules/meeting-vote'
import type { Draft } from '@/packages/staff/meeting/draft'

jest.unstable_mockModule('@tarojs/taro', () => ({ default: { getStorageSync: () => '', setStorageSync: () => {} } }))
const { canName, contentOf, draftOf, faultsOf, isDirty, newBallot, partOf, restFor, setPresent, setShould, standingOf, takeUp } = await import('@/packages/staff/meeting/draft')
const { minutesDraft } = await import('@/packages/staff/meeting/minutes-draft')

const members = ['a', 'b', 'c', 'd', 'e'].map((personId) => ({ personId, name: `团员${personId}`, leagueMember: true }))
const roster = new Map([...members.map(({ personId }) => [personId, true] as const), ['x', false] as const])
const candidate = { personId: 'x', name: '候选', introducers: [], conditions: [], ready: true }
const view: MeetingView = {
  meetingId: '2026-06-15-meeting-1', org: 'w.s01.b01', branchName: '初三1班团支部', state: 'planned', revision: 3, at: '2026-06-15T02:00:00Z', byName: '书记', date: '2026-06-15', place: '教室', host: '周老师', recorder: '吴老师',
  candidates: [candidate], items: [{ title: '学习' }], roll: members.map(({ personId, name }) => ({ personId, name, present: false })), besides: { should: 0, present: 0 }, corrections: [],
  policy: { quorum: { moreThan: [1, 2] }, majority: { moreThan: [1, 2], of: 'should-attend' } }, today: '2026-06-15', may: { edit: true }, members,
}
const draft = draftOf(view)

test.each([
  [7, [1, 2], 4],
  [8, [1, 2], 5],
  [9, [2, 3], 7],
  [10, [2, 3], 7],
  [0, [1, 2], 1],
] as const)('more than a share of %i: %j is at least %i', (of, [part, whole], least) => {
  expect(leastMoreThan(of, [part, whole])).toBe(least)
})

test('a majority is of those who should attend, or of those present where the policy says so', () => {
  const counts = { shouldAttend: 10, present: 6 }
  expect(voteNeeds(view.policy, counts)).toEqual({ present: 6, for: 6 })
  expect(voteNeeds({ ...view.policy, majority: { moreThan: [1, 2], of: 'present' } }, counts)).toEqual({ present: 6, for: 4 })
})

test('a candidate on the roll is counted neither among those who should attend nor among those present', () => {
  const roll = [{ personId: 'x', present: true }, { personId: 'a', present: true }, { personId: 'b', present: false }]
  expect(attendanceOf({ roll, besides: { should: 2, present: 1 } })).toEqual({ shouldAttend: 5, present: 3 })
  expect(attendanceOf({ roll, besides: { should: 2, present: 1 } }, 'x')).toEqual({ shouldAttend: 4, present: 2 })
})

test('a roll is adjusted when somebody is missing, added, or counted besides', () => {
  const roll = draft.roll
  expect(isAdjusted({ roll, besides: { should: 0, present: 0 } }, roster)).toBe(false)
  expect(isAdjusted({ roll: roll.slice(1), besides: { should: 0, present: 0 } }, roster)).toBe(true)
  expect(isAdjusted({ roll: [...roll.slice(1), { personId: 'x', present: true }], besides: { should: 0, present: 0 } }, roster)).toBe(true)
  expect(isAdjusted({ roll, besides: { should: 1, present: 0 } }, roster)).toBe(true)
})

test('what is marked is not saved yet; taken back, nothing is', () => {
  const marked = setPresent(draft, ['a', 'b'], true)
  expect([isDirty(draft), isDirty(marked), isDirty(setPresent(marked, ['a', 'b'], false))]).toEqual([false, true, false])
  expect(contentOf(marked).roll.filter(({ present }) => present).map(({ personId }) => personId)).toEqual(['a', 'b'])
})

test('a draft of before is gone on with on its own revision, or with words nobody has sent; else the latest is', () => {
  const later: MeetingView = { ...view, revision: 4, place: '礼堂' }
  const counting: Draft = { ...draft, ballots: { x: { ...newBallot, for: 3 } } }
  expect(takeUp(view, counting)).toBe(counting)
  expect(takeUp(later, setPresent(counting, ['a'], true)).revision).toBe(3)
  expect(takeUp(later, counting)).toMatchObject({ revision: 4, place: '礼堂', ballots: { x: { for: 3 } } })
  expect(takeUp(view, undefined)).toEqual(draft)
})

test('what is wrong names its field and its part of the page', () => {
  expect(faultsOf(draft, roster)).toEqual({})
  const bad = { ...draft, place: ' ', items: [{ title: '', outcome: '' }], besidesShould: '1', besidesPresent: '2' }
  expect(faultsOf(bad, roster)).toEqual({ place: 'needPlace', items: 'needItem', besides: 'tooManyBesides', reason: 'needReason' })
  expect(partOf(faultsOf(bad, roster))).toBe('agenda')
  expect(partOf(faultsOf(setShould(draft, 'a', false), roster))).toBe('roll')
  expect(faultsOf({ ...setShould(draft, 'a', false), reason: '外出' }, roster)).toEqual({})
})

test('a tally must add up to those present before it can be recorded, and says what would come of it', () => {
  const here = setPresent(draft, ['a', 'b', 'c', 'd'], true)
  expect(standingOf(newBallot, draft, view.policy, 'x')).toMatchObject({ quorate: false, needs: { present: 3 } })
  expect(standingOf({ ...newBallot, for: 2, against: 1 }, here, view.policy, 'x')).toMatchObject({ sum: 3, present: 4, adds: false, quorate: true, needs: { present: 3, for: 3 } })
  expect(standingOf(restFor({ ...newBallot, against: 1 }, 4), here, view.policy, 'x')).toMatchObject({ tally: { for: 3, against: 1, abstain: 0 }, adds: true, passes: true })
  expect(standingOf({ ...newBallot, for: 2, abstain: 2 }, here, view.policy, 'x')).toMatchObject({ adds: true, passes: false })
})

test('by name: everyone present once, for unless they say otherwise; nobody who is counted by number alone', () => {
  const here = setPresent(draft, ['a', 'b', 'c'], true)
  const named = standingOf({ ...newBallot, how: 'named', voices: { b: 'against', e: 'against' } }, here, view.policy, 'x')
  expect(named).toMatchObject({ tally: { for: 2, against: 1, abstain: 0 }, adds: true, named: [{ personId: 'a', choice: 'for' }, { personId: 'b', choice: 'against' }, { personId: 'c', choice: 'for' }] })
  expect(standingOf({ ...newBallot, voices: { b: 'against' } }, here, view.policy, 'x').named).toBeUndefined()
  expect([canName(here), canName({ ...here, besidesShould: '2', besidesPresent: '1' })]).toEqual([true, false])
})

test('the minutes’ first words: who was there, who was not, each vote, each item', () => {
  const vote = { secret: true, shouldAttend: 5, present: 4, for: 3, against: 1, abstain: 0, passed: true, at: view.at, byName: '书记' }
  expect(minutesDraft({ ...view, candidates: [{ ...candidate, vote }, { ...candidate, personId: 'y', name: '下次' }] }, { ...setPresent(draft, ['a', 'b', 'c', 'd'], true), items: [{ title: '学习', outcome: '学了两篇' }] }).split('\n')).toEqual([
    '初三1班团支部大会记录', '时间：2026-06-15　地点：教室', '主持人：周老师　记录人：吴老师', '应到团员 5 人，到会 4 人。未到：团员e。',
    '讨论候选的入团申请，无记名投票：赞成 3 票，反对 1 票，弃权 0 票，通过。', '下次的入团申请本次没有表决。', '1. 学习。学了两篇',
  ])
})

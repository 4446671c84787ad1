import { applicationStates } from '@shared/model/application'
import type { Waits } from '@shared/model/progress'
import { defaultProcedure } from '@shared/rules/default-procedure'
import { dayAfter } from '../../functions/core/act-conditions'
import { readWaits, waitKey } from '../../functions/core/open-waits'
import { waitingOf } from '../../functions/core/waiting'

const waits = (application: Waits, today: string, eligible = true, content = defaultProcedure) => waitingOf(application, eligible, content, today)
const applied: Waits = { state: 'applied', on: '2026-03-02', next: 'talk' }
const cultivating: Waits = { state: 'cultivating', on: '2026-02-04', next: 'propose-candidate', talks: 2 }

test.each<[string, Waits, string, object]>([
  ['a talk waits for the branch and is not late within its month', applied, '2026-03-05', { act: 'talk', by: ['branch-secretary'], since: '2026-03-02', days: 3, due: '2026-04-02', dueFor: 'talk', late: false, escalated: false }],
  ['after seven days the level above sees it', applied, '2026-03-09', { escalated: false }],
  ['… on the eighth', applied, '2026-03-10', { late: false, escalated: true }],
  ['on the last day of the month it is not late', applied, '2026-04-02', { late: false }],
  ['… on the next it is', applied, '2026-04-03', { late: true }],
  ['an activist waits for a mentor, whom no day presses', { state: 'activist', on: '2026-02-04', next: 'mentor-talk' }, '2026-05-30', { by: ['mentor'], late: false, escalated: false }],
  ['one talk of two: still for a mentor', { ...cultivating, talks: 1 }, '2026-05-30', { act: 'mentor-talk', by: ['mentor'], late: false }],
  ['who was talked with waits for the three months: nobody is late', cultivating, '2026-03-20', { act: 'propose-candidate', by: ['branch-secretary'], from: '2026-05-04', since: '2026-05-04', days: 0, late: false, escalated: false }],
  ['… from their end for the branch', cultivating, '2026-05-11', { days: 7, late: false }],
  ['… and is late when that takes more than seven days', cultivating, '2026-05-12', { late: true, dueFor: 'waiting', escalated: true }],
  ['a notice that runs waits for nothing but days', { state: 'public-notice', on: '2026-05-13', next: 'close-notice' }, '2026-05-10', { from: '2026-05-13', days: 0, late: false }],
  ['… and once it can be ended for the committee', { state: 'public-notice', on: '2026-05-13', next: 'close-notice' }, '2026-05-21', { by: ['committee'], late: true, escalated: true }],
  ['an applicant who has to fill in the form is never pressed', { state: 'public-notice', on: '2026-05-13', next: 'fill-form' }, '2027-05-13', { by: ['student'], late: false, escalated: false }],
  ['an introducer who is silent is seen, by nobody above', { state: 'form-filled', on: '2026-05-13', next: 'introduce' }, '2026-05-21', { by: ['introducer'], late: true, escalated: false }],
  ['an approval is reminded of after thirty days', { state: 'branch-voted', on: '2026-05-15', next: 'approve' }, '2026-06-14', { late: false, due: '2026-06-14', dueFor: 'approval', escalated: true }],
  ['… from the thirty-first on', { state: 'branch-voted', on: '2026-05-15', next: 'approve' }, '2026-06-15', { late: true }],
  ['a filing after thirty days', { state: 'committee-approved', on: '2026-05-16', next: 'file' }, '2026-06-16', { by: ['county-committee'], late: true, dueFor: 'filing' }],
  ['what has ended waits for nobody', { state: 'rejected', on: '2026-05-15' }, '2027-05-15', { by: [], late: false, escalated: false }],
])('%s', (_, application, today, expected) => expect(waits(application, today)).toMatchObject(expected))

test('what the figures lack, the applicant is waited for', () => {
  expect(waits(cultivating, '2026-06-30', false)).toMatchObject({ by: ['student'], late: false, escalated: false })
})

test('every duration is the procedure’s', () => {
  const content = { ...defaultProcedure, talk: { withinMonths: 2 }, waiting: { escalateAfterDays: 1 }, actors: { ...defaultProcedure.actors, talk: ['committee' as const] } }
  expect(waits(applied, '2026-04-20', true, content)).toMatchObject({ by: ['committee'], due: '2026-05-02', late: false, escalated: true })
})

test('nothing is approved by time-out: however long it waits, it waits for the same act', () => {
  const voted: Waits = { state: 'branch-voted', on: '2026-05-15', next: 'approve' }
  for (let day = 0; day < 3_000; day += 30) expect(waits(voted, dayAfter('2026-05-15', day))).toMatchObject({ act: 'approve', by: ['committee'] })
})

test('a roll-up’s word for those that wait alike says all that waiting is told by', () => {
  for (const state of applicationStates) {
    const application: Waits = { state, on: '2026-05-15', next: 'approve', ...(state === 'cultivating' && { talks: 2 }) }
    expect(readWaits({ [waitKey(application, state === 'applied') ?? '']: 3 })).toEqual([{ application, eligible: state === 'applied', n: 3 }])
  }
  expect(waitKey({ state: 'rejected', on: '2026-05-15' }, true)).toBeUndefined()
})

import type { LeagueCourseView, LeagueSessionView } from '@shared/contract/league-schools'
import { schoolYearOf } from '@shared/rules/school-year'
import { courseDraft, faultsOfCourse, faultsOfSession, sessionDraft } from '@/packages/staff/league-school/league-draft'
import { unplanned } from '@/packages/staff/parts/unplanned'

const session: LeagueSessionView = { sessionId: 'session-01', date: '2026-10-09', from: '15:00', to: '15:45', place: '报告厅', title: '团的性质', teacher: '李老师', lesson: 'lesson-1', over: true, revision: 1, at: '2026-10-01T00:00:00.000Z', byName: '李老师' }
const course = (sessions: LeagueSessionView[], kind: LeagueCourseView['kind'] = 'applicants'): LeagueCourseView => ({ courseId: '2026-course-01', kind, title: '团课', planned: 8, state: 'running', revision: 1, at: session.at, byName: '李老师', sessions })
const year = { year: 2026, today: '2026-11-25' }

test.each([['2026-09-01', 2026], ['2026-08-31', 2025], ['2027-01-01', 2026], ['2027-08-31', 2026]])('%s lies in the school year that began in %d', (date, from) => expect(schoolYearOf(date)).toBe(from))

test('a new session is like the last one, a week later and of the next lesson; the first is today', () => {
  expect(sessionDraft(course([session]), year)).toEqual({ date: '2026-10-16', from: '15:00', to: '15:45', place: '报告厅', title: '', teacher: '李老师', lesson: 'lesson-2', dropped: '' })
  expect(sessionDraft(course([session, { ...session, dropped: '停电' }]), year).lesson).toBe('lesson-2')
  expect(sessionDraft(course([]), year)).toMatchObject({ date: '2026-11-25', lesson: 'lesson-1' })
  expect(sessionDraft(course([]), { year: 2027, today: '2026-11-25' }).date).toBe('2027-09-01')
  expect(sessionDraft(course([{ ...session, date: '2027-08-28' }]), year).date).toBe('2027-08-31')
  expect(sessionDraft(course([session], 'members'), year).lesson).toBe('')
})

test('what is missing is said at its field', () => {
  expect(faultsOfCourse(courseDraft('members'))).toEqual({ title: 'needTitle' })
  for (const sessions of ['0', '41', 'x', '']) expect(faultsOfCourse({ title: '团课', sessions, dropped: '' })).toEqual({ sessions: 'needWhole' })
  expect(faultsOfSession({ ...sessionDraft(course([]), year), to: '16:00' }, 2026)).toEqual({ to: 'needTimes', place: 'needPlace', title: 'needContent', teacher: 'needTeacher' })
  expect(faultsOfSession(sessionDraft(course([session]), year, { ...session, date: '2027-09-01' }), 2026)).toEqual({ date: 'notOfYear' })
})

test('what is neither held nor planned is still to be planned', () => {
  expect(unplanned({ held: 2, coming: 1 }, 6)).toBe(3)
  expect(unplanned({ held: 7, coming: 1 }, 6)).toBe(0)
})

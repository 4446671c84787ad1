import { lessonDates } from '../../functions/demo/activity'
import { addDays, at, inTerm, isoWeek, latest, localDate, schoolYearOf, weekday, yearsBefore } from '../../functions/demo/calendar'

describe('the demo county’s calendar', () => {
  test('local dates and instants are eight hours apart', () => {
    expect(at('2026-03-01', 0)).toBe('2026-02-28T16:00:00.000Z')
    expect(localDate('2026-02-28T15:59:59.999Z')).toBe('2026-02-28')
    expect(localDate('2026-02-28T16:00:00.000Z')).toBe('2026-03-01')
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
  })
  test('a leap day has no counterpart in most years', () => {
    expect(yearsBefore('2028-02-29', 14)).toBe('2014-02-28')
    expect(yearsBefore('2028-02-29', 28)).toBe('2000-02-29')
  })
  test.each([
    ['2026-01-01', '2026-01'],
    ['2027-01-01', '2026-53'],
    ['2024-12-30', '2025-01'],
    ['2026-02-09', '2026-07'],
  ])('%s is in ISO week %s', (date, week) => expect(isoWeek(date)).toBe(week))
  test('the school year begins on 1 September', () => {
    expect(schoolYearOf('2026-08-31')).toBe(2025)
    expect(schoolYearOf('2026-09-01')).toBe(2026)
  })
  test.each(['2026-02-01', '2026-08-20', '2026-11-24'])('lessons as of %s are in term, in order and over', (today) => {
    const dates = lessonDates(today, 3, 9, 2, 12)
    expect(dates).toHaveLength(12)
    expect([...dates].sort()).toEqual(dates)
    expect(new Set(dates).size).toBe(12)
    for (const date of dates) expect([weekday(date), inTerm(date), date < today]).toEqual([3, true, true])
    expect(latest(today, 3) <= today).toBe(true)
  })
})

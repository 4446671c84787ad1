import { parseDay } from './local-date'

/** UTC days that ended with a 61st second (RFC 3339, appendix D, and the IERS bulletins since). Another ':60' never was. */
const ends =
  '1972-06-30 1972-12-31 1973-12-31 1974-12-31 1975-12-31 1976-12-31 1977-12-31 1978-12-31 1979-12-31 1981-06-30 1982-06-30 1983-06-30 1985-06-30 1987-12-31 ' +
  '1989-12-31 1990-12-31 1992-06-30 1993-06-30 1994-06-30 1995-12-31 1997-06-30 1998-12-31 2005-12-31 2008-12-31 2012-06-30 2015-06-30 2016-12-31'

const leapDays = new Set(ends.split(' ').map(parseDay))

/** Whether the given UTC day ended with a leap second. */
export const hasLeapSecond = (day: number): boolean => leapDays.has(day)

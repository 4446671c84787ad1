/** The school year a local date lies in, by the calendar year it begins in: 1 September to 31 August. */
export const schoolYearOf = (date: string): number => Number(date.slice(0, 4)) - (date.slice(5, 7) < '09' ? 1 : 0)

export const schoolYearStart = (year: number): string => `${year}-09-01`
export const schoolYearEnd = (year: number): string => `${year + 1}-08-31`

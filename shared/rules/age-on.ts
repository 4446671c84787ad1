import { fullYears } from './judge-age'

const civil = (date: string) => ({ year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) })

/** Full years on `today` of someone born on `birthDate`, both local dates (YYYY-MM-DD). */
export const ageOn = (birthDate: string, today: string): number => fullYears(civil(birthDate), civil(today))

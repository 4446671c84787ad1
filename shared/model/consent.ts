import { ageOn } from '../rules/age-on'

/** The notice that is shown before binding, by the day its words were last changed: other words are another version, and ask anew. */
export const noticeVersion = '2026-11-25'

/** How a guardian said yes: on paper, or from a WeChat identity of their own. Never from the student's session. */
export const guardianWays = ['paper', 'other-identity'] as const
export type GuardianWay = (typeof guardianWays)[number]

/** Whether a guardian must consent: under 14 on `today`, both local dates (Personal Information Protection Law, article 31). Born on 29 February: 14 on 1 March. */
export const needsGuardian = (birthDate: string, today: string): boolean => ageOn(birthDate, today) < 14

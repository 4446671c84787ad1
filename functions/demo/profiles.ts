import type { Random } from './random'

/** How far a student has come: what most of the county's 600 differ in. */
const weights = { ready: 27, 'hours-short': 26, 'classes-short': 12, 'exam-failed': 6, 'exam-missing': 6, 'no-activity': 5, beginner: 14, absent: 4 } as const
export type Profile = keyof typeof weights

/** What a student has done in the school year. */
export interface Aims {
  /** Volunteered minutes in the last 12 months. */
  minutes: number
  civics: number
  league: number
  scores: number[]
  /** Share of the study issues of the last 12 months. */
  study: number
  activities: number
  visits: number
}

export const pickProfile = (random: Random): Profile => random.weighted(weights)

export const aimsOf = (profile: Profile, random: Random): Aims => {
  const good: Aims = {
    minutes: random.int(122, 200) * 10, civics: random.int(8, 12), league: random.int(8, 10), scores: [random.int(62, 98)],
    study: random.int(10, 75) / 100, activities: random.int(1, 3), visits: random.int(1, 9),
  }
  // Some pass the second time.
  if (random.chance(0.15)) good.scores.unshift(random.int(35, 59))
  switch (profile) {
    case 'ready':
      return good
    case 'hours-short':
      return { ...good, minutes: random.int(18, 118) * 10 }
    case 'classes-short':
      return { ...good, civics: random.int(3, 9), league: random.int(2, 7), scores: [] }
    case 'exam-failed':
      return { ...good, scores: [random.int(30, 59)] }
    case 'exam-missing':
      return { ...good, scores: [] }
    case 'no-activity':
      return { ...good, activities: 0 }
    case 'beginner':
      return { minutes: random.int(0, 30) * 10, civics: random.int(0, 5), league: random.int(0, 3), scores: [], study: random.int(0, 25) / 100, activities: random.int(0, 1), visits: random.int(0, 2) }
    case 'absent':
      return { minutes: 0, civics: 0, league: 0, scores: [], study: 0, activities: 0, visits: 0 }
  }
}

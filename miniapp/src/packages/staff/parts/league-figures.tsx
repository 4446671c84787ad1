import { Tag } from '@/ui/parts'
import { lg } from '../text/league-school'

interface Figures { held: number; behind: number }

/** Whether a school keeps pace with the year's courses, in words and not by colour alone. Nothing is asked of a township. */
export const PaceTag = ({ figures: { held, behind }, atLeast }: { figures: Figures; atLeast: number }) => {
  if (atLeast === 0) return null
  if (behind > 0) return <Tag tone='bad'>{lg('behind', { n: behind })}</Tag>
  return <Tag tone='good'>{lg(held >= atLeast ? 'ahead' : 'onPace')}</Tag>
}

const yearWords = (year: number): string => lg('yearOf', { from: year, to: year + 1 })
/** The school year before, this one and the next, and the one that is shown. */
export const yearOptions = (thisYear: number, year: number) => [...new Set([thisYear - 1, thisYear, thisYear + 1, year])].sort().map((one) => [String(one), yearWords(one)] as const)
